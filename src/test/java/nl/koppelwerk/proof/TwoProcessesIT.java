package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class TwoProcessesIT {

    private static final Duration POLL = Duration.ofSeconds(3);

    @TempDir
    Path folder;
    private Scene scene;
    private Hub other;

    @AfterEach
    void stop() {
        if (other != null) {
            other.close();
        }
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void two_processes_share_one_database_and_the_death_of_one_loses_nothing() {
        var all = new HashMap<>(new ProofDatabase().settings());
        all.put("KOPPELWERK_POLL_INTERVAL", POLL.toString());
        var settings = Hub.withShortLeases(all);
        scene = Scene.of(folder, Sizes.relations(), settings);
        other = Hub.in(folder.resolve("other"), settings).start();
        scene.vendors().latency(20);

        var run = scene.begin();
        await("half of the run").atMost(Duration.ofMinutes(3)).until(() -> scene.created() > Sizes.relations() / 4);
        var otherDid = other.api().metric("koppelwerk_delivered_total");
        var firstDid = scene.api().metric("koppelwerk_delivered_total");
        other.kill();
        var balance = scene.api().awaitRun(run, Duration.ofMinutes(5));
        scene.link().awaitQuiet(Duration.ofMinutes(1));

        System.out.println("first wrote " + firstDid + ", the other " + otherDid + " until it was killed; " + balance);
        assertThat(otherDid).isGreaterThan(0);
        assertThat(firstDid).isGreaterThan(0);
        assertThat(scene.link().compare().differences()).isEmpty();
        eachPollIsMadeOnce();
    }

    private void eachPollIsMadeOnce() {
        other.start();
        scene.vendors().forgetCalls();
        await("ten polls").pollDelay(POLL.multipliedBy(10)).atMost(POLL.multipliedBy(12)).until(() -> true);

        var polls = scene.vendors().count("system=advocaatcentraal&method=GET&pathContains=modifiedSince");

        assertThat(polls).isBetween(8, 12);
    }
}
