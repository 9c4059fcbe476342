package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("full")
class KilledIT {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @TempDir
    Path folder;
    private Scene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @ParameterizedTest(name = "vendors answer after {0} ms")
    @ValueSource(ints = {0, 500})
    void killed_again_and_again_in_an_initial_run_it_makes_every_relation_once(int latency) {
        scene = Scene.of(folder, Sizes.killedRelations(), Hub.withShortLeases(Map.of()));
        scene.vendors().latency(latency);
        var run = scene.begin();

        killWhile(scene::created, (int) (Sizes.killedRelations() * 0.7));
        var balance = scene.api().awaitRun(run, LONGEST);
        scene.link().awaitQuiet(Duration.ofMinutes(2));

        var verdict = scene.link().compare();
        System.out.println(Sizes.kills() + " kills at " + latency + " ms: " + balance + "\n" + verdict);
        assertThat(verdict.differences()).isEmpty();
        assertThat(balance.path("read").asInt()).isEqualTo(Sizes.killedRelations()).isEqualTo(InitialRunIT.sum(balance.path("balance")));
    }

    @ParameterizedTest(name = "vendors answer after {0} ms")
    @ValueSource(ints = {0, 500})
    void killed_again_and_again_in_a_burst_of_webhooks_it_loses_none_that_it_acknowledged(int latency) throws Exception {
        scene = Scene.settled(folder, Sizes.killedRelations(), Hub.withShortLeases(Map.of()));
        // Only the burst below tells of the edits.
        scene.vendors().set(Vendors.TRIBE, "webhook.drop-rate", 1);
        var edited = editEverything();
        scene.vendors().latency(latency);
        scene.vendors().forgetCalls();

        try (var burst = new WebhookBurst(8)) {
            var going = burst.begin(scene.link().webhook(), new ArrayList<>(edited.values()));
            killWhile(() -> Math.max(going.acknowledged(), scene.vendors().count("system=advocaatcentraal&method=PATCH")), edited.size());
            var sent = going.await(LONGEST);
            var last = System.nanoTime();
            await("every edit arrives").atMost(LONGEST).pollInterval(Duration.ofMillis(500)).until(() -> late(edited.keySet().stream().toList()).isEmpty());
            System.out.println(Sizes.kills() + " kills at " + latency + " ms: " + sent + ", the last edit " + (System.nanoTime() - last) / 1_000_000 + " ms later");
        }

        scene.link().awaitQuiet(Hub.LEASE.plusSeconds(30));
        assertThat(scene.link().compare().differences()).isEmpty();
    }

    /** Kills and starts the program each time that another share of the work is done, and begins with the first steps. */
    private void killWhile(IntSupplier done, int all) {
        for (var kill = 0; kill < Sizes.kills(); kill++) {
            var mark = 1 + all * kill / (Sizes.kills() + 1);
            await("work goes on after kill " + kill).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(50)).until(() -> done.getAsInt() >= mark);
            scene.hub().kill();
            scene.hub().start();
        }
    }

    private Map<String, String> editEverything() {
        var ids = scene.tribeIds();
        var number = 0;
        for (var id : ids.values()) {
            scene.vendors().edit(Vendors.TRIBE, id, Map.of("PhoneNumber", phone(number++)));
        }
        return ids;
    }

    /** Those whose number in AdvocaatCentraal is not one of the edited ones yet. */
    private List<String> late(List<String> sources) {
        return scene.vendors().export(Vendors.AC).stream().filter(one -> sources.contains(one.get("id").asText()))
                .filter(one -> !Wording.phone(one.path(one.get("soort").asText().equals("BEDRIJF") ? "telefoonnummer" : "telefoon")).startsWith("31103"))
                .map(one -> one.get("id").asText()).toList();
    }

    private static String phone(int number) {
        return String.format("+31 10 3%06d", number);
    }
}
