package nl.koppelwerk.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the floor as the program of its own that it is, and reads what it printed. */
final class FloorRun {

    private FloorRun() {
    }

    /** Deliveries a second in its best pass; any failed call is an error. */
    static double best(Path folder, FloorPlan plan, int deliveries, int passes) throws IOException {
        var file = folder.resolve("floor.json");
        JsonCalls.JSON.writeValue(file.toFile(), plan);
        var output = folder.resolve("floor.out");
        Files.deleteIfExists(output);
        var program = Program.start(folder, output, Map.of(), List.of("-Xmx256m", "-cp", classPath(), "nl.koppelwerk.proof.Floor", file.toString(),
                "" + Bench.workers(), "" + deliveries, "" + passes));
        if (!program.awaitEnd((int) TimeUnit.MINUTES.toSeconds(10))) {
            program.kill();
        }
        return best(output);
    }

    private static double best(Path output) throws IOException {
        var best = 0.0;
        // A library may say something of its own first.
        for (var line : Files.readAllLines(output).stream().filter(said -> said.startsWith("{")).toList()) {
            var pass = JsonCalls.JSON.readTree(line);
            if (pass.path("failed").asInt(1) > 0) {
                throw new AssertionError("the floor failed: " + line);
            }
            best = Math.max(best, pass.path("deliveries").asDouble() * 1000 / pass.path("millis").asDouble());
        }
        return best;
    }

    private static String classPath() {
        return Path.of("target/test-classes").toAbsolutePath() + ":" + Program.jar().resolveSibling("lib/main/*");
    }
}
