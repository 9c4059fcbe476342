package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class BookkeepingQuotasIT {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** The log of the stand-ins is in real time. */
    private static final Duration MINUTE = Duration.ofMinutes(1).dividedBy(Sizes.clockSpeed());
    private static final Duration HOUR = Duration.ofHours(1).dividedBy(Sizes.clockSpeed());
    private static final int COMPENDA = 120;

    /** A product of SnelStart by its portal: calls a minute, an hour, and at once. */
    private enum Tier {
        TEST(100, 1_000, 5),
        MAATWERK(500, 5_000, 50),
        PRODUCTIE(500, 5_000, 50);

        private final int minute;
        private final int hour;
        private final int atOnce;

        Tier(int minute, int hour, int atOnce) {
            this.minute = minute;
            this.hour = hour;
            this.atOnce = atOnce;
        }

        Map<String, String> settings() {
            return Map.of("KOPPELWERK_SNELSTART_PER_MINUTE", "" + minute, "KOPPELWERK_SNELSTART_PER_HOUR", "" + hour, "KOPPELWERK_SNELSTART_AT_ONCE", "" + atOnce);
        }
    }

    private static final Tier TIER = Tier.valueOf(Sizes.tier());

    @TempDir
    Path folder;
    private final List<Hub> others = new ArrayList<>();
    private BookkeepingScene scene;

    @AfterEach
    void stop() {
        others.forEach(Hub::close);
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement("SN-42")
    void three_processes_together_keep_the_limits_of_both_contracts_and_foretell_when_they_are_done() {
        begin();
        var began = Instant.now();
        var run = scene.begin();
        await("a quarter is there").atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> made() > Sizes.bookkeepingUnderQuotas() / 5);
        var early = forecast(run);
        await("half is there").atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> made() > Sizes.bookkeepingUnderQuotas() * 2 / 5);
        var late = forecast(run);
        var ended = scene.api().awaitRun(run, LIMIT);

        var end = Instant.parse(ended.path("endedAt").asText());
        System.out.printf("%d relations, %s, clock x %d: %.1f s, %s%n  foretold when a quarter was there: %s; half: %s%n", Sizes.bookkeepingUnderQuotas(), TIER, Sizes.clockSpeed(),
                Duration.between(began, end).toMillis() / 1e3, ended.path("balance"), early.told(began, end), late.told(began, end));
        everyoneWorked();
        within(Vendors.COMPENDA, COMPENDA, Integer.MAX_VALUE);
        within(Vendors.SNELSTART, TIER.minute, TIER.hour);
        var verdict = scene.link().compare();
        System.out.println("  " + verdict);
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.doubled()).isEmpty();
        assertThat(late.end()).as("foretold half-way").isNotNull();
    }

    /** Stand-ins and three of the program on one database, all by the fast clock. */
    private void begin() {
        var settings = new HashMap<>(new ProofDatabase().settings());
        settings.putAll(TIER.settings());
        settings.put("KOPPELWERK_SANDBOX_CLOCK_SPEED", "" + Sizes.clockSpeed());
        var vendors = Vendors.start(folder, Sizes.bookkeepingUnderQuotas(), Quotas.CONTRACT, Sizes.clockSpeed());
        vendors.set(Vendors.SNELSTART, "tier", TIER.name().toLowerCase(java.util.Locale.ROOT));
        scene = BookkeepingScene.of(vendors, Hub.in(folder, Quotas.CONTRACT, settings), Map.of());
        scene.desk().everyKeyOnce();
        List.of("second", "third").forEach(name -> others.add(Hub.in(folder.resolve(name), Quotas.CONTRACT, settings)));
        others.forEach(Hub::launch);
        others.forEach(Hub::awaitReady);
        vendors.forgetCalls();
    }

    /** What the hub said at a moment of when a run ends; null where it said nothing. */
    private record Foretold(Instant at, Instant end) {

        String told(Instant began, Instant end) {
            return end() == null ? "nothing" : String.format("after %.1f s, %.1f s from the beginning, %+.1f s beside the real end", Duration.between(began, at).toMillis() / 1e3,
                    Duration.between(began, end()).toMillis() / 1e3, Duration.between(end, end()).toMillis() / 1e3);
        }
    }

    private Foretold forecast(String run) {
        var end = scene.api().run(run).path("expectedEnd").asText("null");
        return new Foretold(Instant.now(), end.equals("null") ? null : Instant.parse(end));
    }

    private int made() {
        return scene.vendors().count("system=snelstart&method=POST&pathContains=/v2/relaties");
    }

    private void everyoneWorked() {
        var hubs = new ArrayList<>(others);
        hubs.add(0, scene.hub());
        var wrote = hubs.stream().map(hub -> hub.api().metric("koppelwerk_delivered_total")).toList();
        System.out.println("  written by each process: " + wrote);
        assertThat(wrote).allMatch(count -> count > 0);
    }

    /** The gateway's limits count no tokens. */
    private void within(String system, int minute, int hour) {
        var requests = scene.vendors().requests("system=" + system + "&pathContains=/v");
        var byMinute = Pace.of(requests, MINUTE);
        var byHour = Pace.of(requests, HOUR);
        System.out.printf("  %s: %d calls, at most %d in a minute (limit %d), %d in an hour (limit %s), %d answered 429%n", system, byMinute.calls(), byMinute.most(), minute, byHour.most(),
                hour == Integer.MAX_VALUE ? "none" : "" + hour, byMinute.refused());
        assertThat(byMinute.most()).as("calls of " + system + " in a minute").isLessThanOrEqualTo(minute);
        assertThat(byHour.most()).as("calls of " + system + " in an hour").isLessThanOrEqualTo(hour);
        assertThat(byMinute.refused()).as("calls that " + system + " refused").isZero();
    }
}
