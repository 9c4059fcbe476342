package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark; {@code mvn -Pbenchmark verify} runs it and it alone, and docs/proofs.md says how to read it. */
@Tag("benchmark")
class BenchmarkIT {

    private static final int RELATIONS = Integer.getInteger("benchmark.relations", 2_000);
    private static final int LARGE = Integer.getInteger("benchmark.large", 10_000);
    private static final int WEBHOOKS = Integer.getInteger("benchmark.webhooks", 20_000);

    @TempDir
    Path folder;
    private final List<String> report = new ArrayList<>();

    @Test
    void it_is_measured_at_both_latencies_beside_its_floor() throws Exception {
        say("# Benchmark");
        say("");
        say("%d cores, Java %s, hub -Xmx512m with %d workers; hub, PostgreSQL (fsync on), stand-ins and load generator are separate processes on them. Quotas none, 64 calls at once.",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), Bench.workers());
        say("");
        try {
            double small;
            try (var bench = new Bench(folder.resolve("small"), RELATIONS)) {
                small = small(bench);
            }
            large(small);
        } finally {
            Files.write(Path.of("target/benchmark.md"), report);
        }
    }

    private double small(Bench bench) throws IOException, InterruptedException {
        var measurements = new Measurements(bench, folder);
        var first = measurements.initialRun();
        say("| initial run of %d | %.0f relations/s | %.2f ms CPU a relation (hub %.2f, PostgreSQL %.2f) |", first.count(), first.perSecond(), first.cpu(),
                (double) first.spent().hub() / first.count(), (double) first.spent().database() / first.count());
        assertThat(bench.scene().link().compare().differences()).isEmpty();
        var persons = bench.persons();
        var accepted = measurements.accepted(new ArrayList<>(persons.values()), WEBHOOKS);
        say("| webhooks accepted | %.0f/s | %.3f ms CPU each (hub and PostgreSQL) |", accepted.perSecond(), accepted.cpu());
        say("");
        say("| vendor latency | deliveries/s | floor/s | ratio | CPU a delivery: hub | PostgreSQL | stand-ins | generator | commits a delivery |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var latency : new int[] {0, 20}) {
            latency(bench, measurements, latency);
        }
        bench.scene().vendors().latency(0);
        var coalesced = measurements.coalesced(persons);
        say("");
        say("300 webhooks for 100 roots at once: %d writes (at most 100), %d looks (at most 200).", coalesced.get("writes"), coalesced.get("looks"));
        say("Memory of the hub: %d MB at most (resident), of 512 MB heap.", Consumption.peakMegabytes(bench.scene().hub().pid()));
        say("");
        say("Where the hub's CPU goes in a delivery:");
        say("");
        measurements.whereTheTimeGoes(persons).forEach((part, share) -> say("- %.0f %% %s", share, part));
        assertThat(coalesced.get("late")).isZero();
        assertThat(coalesced.get("writes")).isLessThanOrEqualTo(100);
        assertThat(coalesced.get("looks")).isLessThanOrEqualTo(200);
        return first.cpu();
    }

    private void latency(Bench bench, Measurements measurements, int latency) throws IOException, InterruptedException {
        var persons = bench.persons();
        bench.scene().vendors().latency(latency);
        var delivered = measurements.deliveries(persons);
        var floor = measurements.floor(persons.size());
        var count = (double) delivered.count();
        var spent = delivered.spent();
        say("| %d ms | %.0f | %.0f | %.2f | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f |", latency, delivered.perSecond(), floor, delivered.perSecond() / floor,
                spent.hub() / count, spent.database() / count, spent.vendors() / count, spent.bench() / count, spent.commits() / count);
    }

    /** The same initial run with more relations: what one costs must not grow. */
    private void large(double small) {
        if (LARGE <= 0) {
            return;
        }
        try (var bench = new Bench(folder.resolve("large"), LARGE)) {
            var run = new Measurements(bench, folder).initialRun();
            say("");
            say("Initial run of %d: %.0f relations/s, %.2f ms CPU a relation: %.2f of what one of %d costs. Memory of the hub %d MB.", run.count(), run.perSecond(), run.cpu(),
                    run.cpu() / small, RELATIONS, Consumption.peakMegabytes(bench.scene().hub().pid()));
            assertThat(bench.scene().link().compare().differences()).isEmpty();
        }
    }

    private void say(String line, Object... values) {
        var text = String.format(Locale.ROOT, line, values);
        report.add(text);
        System.out.println(text);
    }
}
