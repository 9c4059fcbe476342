package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.koppelwerk.proof.Measurements.Measured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark; {@code mvn -Pbenchmark verify} runs it and it alone, and docs/proofs.md says how to read it. */
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchmarkIT {

    private static final int RELATIONS = Integer.getInteger("benchmark.relations", 2_000);
    private static final int LARGE = Integer.getInteger("benchmark.large", 10_000);
    private static final int CUSTOMERS = Integer.getInteger("benchmark.customers", 800);
    private static final int WEBHOOKS = Integer.getInteger("benchmark.webhooks", 20_000);

    private static final List<String> REPORT = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void head() {
        say("# Benchmark");
        say("");
        say("%d cores, Java %s, hub -Xmx512m with %d workers; hub, PostgreSQL (fsync on), stand-ins and load generator are separate processes on them. Quotas none, 64 calls at once.",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), Bench.workers());
    }

    @AfterAll
    static void write() throws IOException {
        Files.write(Path.of("target/benchmark.md"), REPORT);
    }

    @Test
    @Order(1)
    void AdvocaatCentraal_and_Tribe_are_measured_at_both_latencies_beside_their_floor() throws Exception {
        title("AdvocaatCentraal and Tribe");
        large(small());
    }

    @Test
    @Order(2)
    void e_conomic_and_Clickmate_are_measured_at_both_latencies_beside_their_floor() throws Exception {
        title("e-conomic and Clickmate");
        try (var bench = new Bench(settings -> new DanishBench(folder, CUSTOMERS, settings))) {
            var measurements = new Measurements(bench, folder);
            initialRun(bench, measurements);
            latencies(bench, measurements);
        }
    }

    private double small() throws IOException, InterruptedException {
        try (var bench = new Bench(settings -> new DutchBench(folder.resolve("small"), RELATIONS, settings))) {
            var measurements = new Measurements(bench, folder);
            var first = initialRun(bench, measurements);
            var pairs = bench.link().pairs();
            var accepted = measurements.accepted(new ArrayList<>(pairs.values()), WEBHOOKS);
            say("| webhooks accepted | %.0f/s | %.3f ms CPU each (hub and PostgreSQL) |", accepted.perSecond(), accepted.cpu());
            latencies(bench, measurements);
            coalesced(measurements.coalesced(pairs));
            say("Memory of the hub: %d MB at most (resident), of 512 MB heap.", Consumption.peakMegabytes(bench.scene().hub().pid()));
            say("");
            say("Where the hub's CPU goes in a delivery:");
            say("");
            measurements.whereTheTimeGoes(pairs).forEach((part, share) -> say("- %.0f %% %s", share, part));
            return first.cpu();
        }
    }

    private Measured initialRun(Bench bench, Measurements measurements) {
        var first = measurements.initialRun();
        say("| initial run of %d | %.0f relations/s | %.2f ms CPU a relation (hub %.2f, PostgreSQL %.2f) |", first.count(), first.perSecond(), first.cpu(),
                (double) first.spent().hub() / first.count(), (double) first.spent().database() / first.count());
        assertThat(bench.link().differences()).isEmpty();
        return first;
    }

    private void coalesced(Map<String, Integer> coalesced) {
        say("");
        say("300 webhooks for 100 roots at once: %d writes (at most 100), %d looks (at most 200).", coalesced.get("writes"), coalesced.get("looks"));
        assertThat(coalesced.get("late")).isZero();
        assertThat(coalesced.get("writes")).isLessThanOrEqualTo(100);
        assertThat(coalesced.get("looks")).isLessThanOrEqualTo(200);
    }

    private void latencies(Bench bench, Measurements measurements) throws IOException, InterruptedException {
        say("");
        say("| vendor latency | deliveries/s | floor/s | ratio | CPU a delivery: hub | PostgreSQL | stand-ins | generator | commits a delivery |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var latency : new int[] {0, 20}) {
            latency(bench, measurements, latency);
        }
        bench.scene().vendors().latency(0);
    }

    private void latency(Bench bench, Measurements measurements, int latency) throws IOException, InterruptedException {
        var pairs = bench.link().pairs();
        bench.scene().vendors().latency(latency);
        var delivered = measurements.deliveries(pairs);
        var floor = measurements.floor(pairs.size());
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
        try (var bench = new Bench(settings -> new DutchBench(folder.resolve("large"), LARGE, settings))) {
            var run = new Measurements(bench, folder).initialRun();
            say("");
            say("Initial run of %d: %.0f relations/s, %.2f ms CPU a relation: %.2f of what one of %d costs. Memory of the hub %d MB.", run.count(), run.perSecond(), run.cpu(),
                    run.cpu() / small, RELATIONS, Consumption.peakMegabytes(bench.scene().hub().pid()));
            assertThat(bench.link().differences()).isEmpty();
        }
    }

    private static void title(String link) {
        say("");
        say("## " + link);
        say("");
    }

    private static void say(String line, Object... values) {
        var text = String.format(Locale.ROOT, line, values);
        REPORT.add(text);
        System.out.println(text);
    }
}
