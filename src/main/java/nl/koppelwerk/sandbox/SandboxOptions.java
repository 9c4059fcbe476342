package nl.koppelwerk.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start the sandbox: port 0 takes a free one, no file keeps everything in memory, a fresh file is seeded with
 * {@code relations} relations, quota is {@code contract} or {@code none}.
 */
public record SandboxOptions(int port, Path file, long seed, int relations, String quota, double clockSpeed) {

    public static SandboxOptions standard() {
        return new SandboxOptions(8090, Path.of("data/sandbox"), 1, 200, "contract", 1);
    }

    /** A free port and nothing on disk: for tests. */
    public static SandboxOptions inMemory(int relations) {
        return new SandboxOptions(0, null, 1, relations, "none", 1);
    }

    public SandboxOptions withFile(Path directory) {
        return new SandboxOptions(port, directory, seed, relations, quota, clockSpeed);
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(other, file, seed, relations, quota, clockSpeed);
    }

    public SandboxOptions withQuota(String other) {
        return new SandboxOptions(port, file, seed, relations, other, clockSpeed);
    }

    /** Reads {@code --port 8090 --file data/sandbox --seed 1 --relations 200 --quota none --clock-speed 60}, else {@code SANDBOX_PORT} and so on. */
    static SandboxOptions of(String[] args, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        environment.forEach((name, value) -> given.put("--" + name.toLowerCase().replace("sandbox_", "").replace('_', '-'), value));
        given.keySet().removeIf(name -> !environment.containsKey("SANDBOX_" + name.substring(2).toUpperCase().replace('-', '_')));
        for (var i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        var standard = standard();
        return new SandboxOptions(Integer.parseInt(given.getOrDefault("--port", "" + standard.port)), Path.of(given.getOrDefault("--file", "" + standard.file)),
                Long.parseLong(given.getOrDefault("--seed", "" + standard.seed)), Integer.parseInt(given.getOrDefault("--relations", "" + standard.relations)),
                given.getOrDefault("--quota", standard.quota), Double.parseDouble(given.getOrDefault("--clock-speed", "" + standard.clockSpeed)));
    }
}
