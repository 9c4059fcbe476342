package nl.koppelwerk.proof;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Vendors, database and hub as separate processes, with what each has consumed; nothing else tells the hub of an edit but the bench. */
final class Bench implements AutoCloseable {

    private final ProofDatabase database = new ProofDatabase();
    private final BenchedLink link;
    private final WebhookBurst burst;

    /** @param benched by the settings of the hub */
    Bench(Function<Map<String, String>, BenchedLink> benched) {
        link = benched.apply(settings());
        burst = new WebhookBurst(64, link::letter);
        scene().vendors().set("log", "requests", "memory");
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of("KOPPELWERK_WORKERS", workers() + "", "KOPPELWERK_POLL_INTERVAL", "PT6H", "KOPPELWERK_SWEEP_INTERVAL", "PT6H", "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "40"));
        List.of("ADVOCAATCENTRAAL", "TRIBE", "ECONOMIC", "CLICKMATE").forEach(system -> settings.put("KOPPELWERK_" + system + "_AT_ONCE", "64"));
        return settings;
    }

    /** {@code benchmark.workers}: of the hub and of the floor alike. */
    static int workers() {
        return Integer.getInteger("benchmark.workers", 32);
    }

    BenchedLink link() {
        return link;
    }

    Running scene() {
        return link.scene();
    }

    WebhookBurst burst() {
        return burst;
    }

    /** CPU in milliseconds and commits so far. */
    record Spent(long hub, long database, long vendors, long bench, long commits, long nanos) {

        Spent since(Spent before) {
            return new Spent(hub - before.hub, database - before.database, vendors - before.vendors, bench - before.bench, commits - before.commits, nanos - before.nanos);
        }

        double millis() {
            return nanos / 1e6;
        }
    }

    Spent spent() {
        return new Spent(Consumption.ofProcess(scene().hub().pid()), Consumption.ofTree(database.pid()), Consumption.ofProcess(scene().vendors().pid()),
                Consumption.ofProcess(ProcessHandle.current().pid()), database.commits(), System.nanoTime());
    }

    /** Gives each a value of its own, of which nobody tells the hub yet. */
    void edit(Iterable<String> told, int round) {
        var number = 0;
        for (var id : told) {
            link.edit(id, round, number++);
        }
    }

    /** Those whose value of this round has not arrived. */
    List<String> late(Map<String, String> pairs, int round) {
        return scene().vendors().export(link.arrivesIn()).stream().filter(one -> pairs.containsKey(one.get("id").asText()))
                .filter(one -> !link.has(one, round)).map(one -> one.get("id").asText()).toList();
    }

    /** Until no notice is left: then everything is recorded. Answers the moment. */
    Spent awaitRecorded(Duration most) {
        var end = System.nanoTime() + most.toNanos();
        while (database.notices() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(database.notices() + " notices are left after " + most);
            }
            Thread.onSpinWait();
            LockSupport.parkNanos(20_000_000);
        }
        return spent();
    }

    @Override
    public void close() {
        burst.close();
        scene().close();
    }
}
