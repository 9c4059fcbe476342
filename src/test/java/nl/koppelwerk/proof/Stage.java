package nl.koppelwerk.proof;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.OwnPostgres;

/** Vendors, a PostgreSQL and two of the program, each a process of its own, with cables between them that faults are made on. */
final class Stage implements AutoCloseable {

    /** A frozen process is past it in seconds. */
    static final Duration LEASE = Duration.ofSeconds(6);

    private static final int SLOW_DATABASE = 40_000;

    private final Vendors vendors;
    private final OwnPostgres postgres;
    private final Cable source;
    private final Cable target;
    private final Cable database;
    private final Hub hub;
    private final Hub other;
    private final ProofLink link;

    private Stage(Path folder, int relations) {
        vendors = Vendors.start(folder, relations);
        postgres = new OwnPostgres(folder.resolve("postgres"));
        source = Cable.to(vendors.port());
        target = Cable.to(vendors.port());
        database = Cable.to(postgres.port()).withBytesPerSecond(SLOW_DATABASE);
        vendors.set(Vendors.TRIBE, "hook-retries", 20);
        hub = Hub.in(folder, settings(database.port()));
        other = Hub.in(folder.resolve("other"), settings(postgres.port()));
        link = begun();
    }

    private ProofLink begun() {
        try {
            return ProofLink.between(vendors, address(source), address(target), hub.start().api(), "kantoor");
        } catch (RuntimeException | AssertionError failure) {
            close();
            throw failure;
        }
    }

    /** Both sides are equal after an initial run, and one of the two processes has begun. */
    static Stage settled(Path folder, int relations) {
        var stage = new Stage(folder, relations);
        try {
            stage.link.activate();
            stage.awaitQuiet(Duration.ofMinutes(5));
            return stage;
        } catch (RuntimeException | AssertionError failure) {
            stage.close();
            throw failure;
        }
    }

    private static String address(Cable cable) {
        return "http://127.0.0.1:" + cable.port();
    }

    /** Everything that is waited for is short; no sweep hides a webhook that was acknowledged and lost. */
    private Map<String, String> settings(int port) {
        var all = new HashMap<>(Map.of("KOPPELWERK_LEASE", LEASE.toString(), "KOPPELWERK_LEASE_RENEWAL", "PT1S", "KOPPELWERK_CALL_DEADLINE", "PT3S",
                "KOPPELWERK_OUTBOUND_DEADLINE", "3S", "KOPPELWERK_OUTBOUND_RESPONSE", "3S", "KOPPELWERK_OUTBOUND_CONNECT", "1S", "KOPPELWERK_SLOT", LEASE.toString(),
                "KOPPELWERK_PROBE", "PT2S", "KOPPELWERK_POLL_INTERVAL", "PT2S", "KOPPELWERK_SWEEP_INTERVAL", "PT24H"));
        all.put("KOPPELWERK_DATABASE_CONNECT", "2");
        all.put("KOPPELWERK_DATABASE_SILENCE", "4");
        var reached = new HashMap<>(postgres.settings(port));
        // The text of every statement stands on the wire, so that a cable can be held at it.
        reached.computeIfPresent("KOPPELWERK_DATABASE_URL", (name, url) -> url + "?prepareThreshold=0");
        all.putAll(reached);
        return all;
    }

    Vendors vendors() {
        return vendors;
    }

    OwnPostgres postgres() {
        return postgres;
    }

    Cable source() {
        return source;
    }

    Cable target() {
        return target;
    }

    Cable database() {
        return database;
    }

    /** The one whose way to the database has a cable, and which the webhooks come to. */
    Hub hub() {
        return hub;
    }

    /** The second process, which reaches the database directly; not begun yet. */
    Hub other() {
        return other;
    }

    ProofLink link() {
        return link;
    }

    /** Notices and writes that are not settled, as the database has them; a watch that looks once more in hours makes nobody wait. */
    int unsettled() {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
             var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT (SELECT count(*) FROM notice WHERE reasons <> '{watch}') + (SELECT count(*) FROM open_create)")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nothing is on its way, and nothing is amiss. */
    boolean isQuiet(List<People.Edit> last) {
        return vendors.webhooksOnTheirWay() == 0 && unsettled() == 0 && judge(last).isClean();
    }

    /** A busy machine answers a 503 now and then: that is no verdict. */
    private void awaitQuiet(Duration most) {
        await("both sides are equal").atMost(most).pollInterval(Duration.ofMillis(250)).ignoreExceptions().until(() -> isQuiet(List.of()));
    }

    Judge.Verdict judge(List<People.Edit> last) {
        return Judge.of(vendors, link, last);
    }

    @Override
    public void close() {
        List.of(hub, other).forEach(Hub::close);
        List.of(source, target, database).forEach(cable -> cable.close());
        postgres.close();
        vendors.close();
    }
}
