package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vendors, database and hub as separate processes, with what each has consumed; nothing else tells the hub of an edit but the bench. */
final class Bench implements AutoCloseable {

    private final ProofDatabase database = new ProofDatabase();
    private final Scene scene;
    private final WebhookBurst burst = new WebhookBurst(64);

    Bench(Path folder, int relations) {
        scene = Scene.of(folder, relations, settings());
        scene.vendors().set("log", "requests", "memory");
        scene.vendors().set(Vendors.TRIBE, "webhook.drop-rate", 1);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of("KOPPELWERK_ADVOCAATCENTRAAL_AT_ONCE", "64", "KOPPELWERK_TRIBE_AT_ONCE", "64", "KOPPELWERK_WORKERS", workers() + "",
                "KOPPELWERK_POLL_INTERVAL", "PT6H", "KOPPELWERK_SWEEP_INTERVAL", "PT6H", "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "40"));
        return settings;
    }

    /** {@code benchmark.workers}: of the hub and of the floor alike. */
    static int workers() {
        return Integer.getInteger("benchmark.workers", 32);
    }

    Scene scene() {
        return scene;
    }

    ProofDatabase database() {
        return database;
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
        return new Spent(Consumption.ofProcess(scene.hub().pid()), Consumption.ofTree(database.pid()), Consumption.ofProcess(scene.vendors().pid()),
                Consumption.ofProcess(ProcessHandle.current().pid()), database.commits(), System.nanoTime());
    }

    /** Private persons that are paired: id in Tribe by id in AdvocaatCentraal. */
    Map<String, String> persons() {
        var ids = scene.tribeIds();
        var persons = new HashMap<String, String>();
        scene.paired("PARTICULIER").forEach(one -> persons.put(one.get("id").asText(), ids.get(one.get("id").asText())));
        return persons;
    }

    /** Private persons that are not synchronised, so that the floor may write them. */
    List<JsonNode> strangers() {
        var paired = scene.tribeIds();
        return scene.vendors().export(Vendors.AC).stream().filter(one -> one.get("soort").asText().equals("PARTICULIER"))
                .filter(one -> !paired.containsKey(one.get("id").asText())).toList();
    }

    /** Gives each a number of its own in Tribe, of which nobody tells the hub yet. */
    void edit(Iterable<String> tribeIds, int round) {
        var number = 0;
        for (var id : tribeIds) {
            scene.vendors().edit(Vendors.TRIBE, id, Map.of("PhoneNumber", phone(round, number++)));
        }
    }

    /** Persons whose number in AdvocaatCentraal is not of this round. */
    List<String> late(Map<String, String> persons, int round) {
        var late = new ArrayList<String>();
        scene.vendors().export(Vendors.AC).stream().filter(one -> persons.containsKey(one.get("id").asText()))
                .filter(one -> !Wording.phone(one.path("telefoon")).startsWith(Wording.phone(JsonCalls.JSON.getNodeFactory().textNode(phone(round, 0))).substring(0, 6)))
                .forEach(one -> late.add(one.get("id").asText()));
        return late;
    }

    /** Until no notice is left: then everything is recorded. Answers the moment. */
    Spent awaitRecorded(Duration most) {
        var end = System.nanoTime() + most.toNanos();
        while (database.notices() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(database.notices() + " notices are left after " + most);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return spent();
    }

    private static String phone(int round, int number) {
        return String.format("+31 10 %01d%06d", 2 + round % 8, 100_000 + number);
    }

    @Override
    public void close() {
        burst.close();
        scene.close();
    }
}
