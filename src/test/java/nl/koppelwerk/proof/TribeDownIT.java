package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class TribeDownIT {

    @TempDir
    Path folder;
    private Scene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void changes_made_while_Tribe_is_down_arrive_when_it_is_up_and_it_is_not_stormed_meanwhile() {
        scene = Scene.settled(folder, Sizes.changes() * 2, Map.of("KOPPELWERK_POLL_INTERVAL", "PT2S"));
        var sources = scene.tribeIds().keySet().stream().sorted().limit(Sizes.changes()).toList();
        scene.vendors().set(Vendors.TRIBE, "fault.rate", 1);
        scene.vendors().forgetCalls();

        sources.forEach(this::edit);
        await("the hub has tried").atMost(Duration.ofSeconds(30)).until(() -> tribeCalls() > 0);
        // As long as an outage is that people notice: several attempts of everything, were there nothing to hold them back.
        await("an outage of 40 s").pollDelay(Duration.ofSeconds(40)).atMost(Duration.ofSeconds(60)).until(() -> true);
        var callsWhileDown = tribeCalls();
        scene.vendors().set(Vendors.TRIBE, "fault.rate", 0);
        var mended = System.nanoTime();
        await("all changes arrive").atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(500)).until(() -> late(sources) == 0);

        System.out.println(sources.size() + " changes delivered " + (System.nanoTime() - mended) / 1_000_000 + " ms after Tribe came back; " + callsWhileDown
                + " calls while it was down; " + scene.vendors().calls("system=tribe"));
        assertThat(callsWhileDown).isLessThan(3 * sources.size());
        assertThat(scene.link().compare().differences()).isEmpty();
        assertThat(scene.api().deadLetters()).isEmpty();
    }

    private void edit(String source) {
        scene.vendors().edit(Vendors.AC, source, Map.of("email", "na-de-storing-" + source.toLowerCase() + "@kantoor.nl"));
    }

    private int tribeCalls() {
        return scene.vendors().count("system=tribe");
    }

    private long late(List<String> sources) {
        var tribe = new TribeRecords(scene.vendors().export(Vendors.TRIBE));
        return sources.stream().filter(source -> !tribe.roots().get(source).get(0).path("EmailAddress").asText().startsWith("na-de-storing")).count();
    }
}
