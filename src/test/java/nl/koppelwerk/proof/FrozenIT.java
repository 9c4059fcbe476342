package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One process freezes in the middle of a look and thaws after another has done its work and a person has typed something newer. */
@Tag("full")
class FrozenIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String CREATE = "POST /tribe/";
    private static final String UPDATE = "PUT /tribe/";
    private static final String NEWER = "+31 20 9999999";

    @TempDir
    static Path folder;
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.settled(folder, 12);
        stage.other().start();
        await("quiet").atMost(LONGEST).ignoreExceptions().until(() -> stage.isQuiet(List.of()));
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @EnumSource(FrozenStep.class)
    void a_create_of_a_process_that_froze_is_made_once_and_overwrites_nothing_newer(FrozenStep step) {
        stage.other().freeze();
        var hold = step.hold(stage, CREATE);

        var source = stage.vendors().create(company("+31 20 1111111"));

        freezeAndThaw(step, "create", hold, source);
    }

    @ParameterizedTest
    @EnumSource(FrozenStep.class)
    void an_update_of_a_process_that_froze_overwrites_nothing_newer(FrozenStep step) {
        var source = stage.vendors().create(company("+31 20 2222222"));
        await("it is in Tribe").atMost(LONGEST).ignoreExceptions().until(() -> stage.isQuiet(List.of()));
        stage.other().freeze();
        var hold = step.hold(stage, UPDATE);

        stage.vendors().edit(Vendors.AC, source, Map.of("telefoonnummer", "+31 20 3333333"));

        freezeAndThaw(step, "update", hold, source);
    }

    /** No key, no version: what the network keeps longer than we looked for it cannot be stopped, only told. */
    @Test
    void a_create_that_arrives_after_it_was_looked_for_twice_cannot_be_fenced_and_is_told() {
        var hold = stage.target().holdRequest(CREATE);
        var source = stage.vendors().create(company("+31 20 4444444"));
        hold.awaitCaught(LONGEST);
        await("it was made again").atMost(LONGEST).until(() -> times(source) == 1 && stage.unsettled() == 0);

        hold.release();

        await("the late one arrives").atMost(LONGEST).until(() -> times(source) == 2);
        var told = isTold();
        FaultTable.row("a create that the network kept until it was made again (told: " + (told ? "yes" : "no") + ")", 1, 1, stage.judge(List.of()), Duration.ZERO);
        // The scene is clean again for whoever comes next.
        stage.vendors().delete(Vendors.TRIBE, late(source));
    }

    private static void freezeAndThaw(FrozenStep step, String what, Hold hold, String source) {
        hold.awaitCaught(LONGEST);
        stage.hub().freeze();
        stage.other().thaw();
        await("the other process has done it").atMost(LONGEST).until(() -> times(source) == 1 && stage.unsettled() == 0);
        stage.vendors().edit(Vendors.AC, source, Map.of("telefoonnummer", NEWER));
        var newer = new People.Edit(source, "telefoonnummer", "PhoneNumber", NEWER);
        await("the newer value is in Tribe").atMost(LONGEST).until(() -> inTribe(source).equals(Wording.phone(json(NEWER))));

        hold.release();
        stage.hub().thaw();
        var thawed = System.nanoTime();
        // Its look goes on at once; whatever it was going to do is done by then.
        await("the thawed one goes on").pollDelay(Duration.ofSeconds(3)).atMost(LONGEST).until(() -> stage.hub().isReady());
        quiet(List.of(newer));

        var verdict = stage.judge(List.of(newer));
        FaultTable.row("frozen " + step.title() + ", " + what, 1, 2, verdict, Duration.ofNanos(System.nanoTime() - thawed));
        assertThat(verdict.lost()).as("lost").isEmpty();
        assertThat(verdict.doubled()).as("doubled").isEmpty();
        assertThat(verdict.unexplained()).as("unexplained").isEmpty();
        assertThat(verdict.held()).as("held").isZero();
    }

    private static void quiet(List<People.Edit> last) {
        try {
            await("quiet").atMost(LONGEST).ignoreExceptions().until(() -> stage.isQuiet(last));
        } catch (ConditionTimeoutException notYet) {
            System.out.println("not quiet after " + LONGEST);
        }
    }

    private static boolean isTold() {
        try {
            await("it is told").atMost(Duration.ofSeconds(30)).until(() -> !stage.hub().api().holds().isEmpty());
            return true;
        } catch (ConditionTimeoutException silent) {
            return false;
        }
    }

    private static int times(String source) {
        return roots().getOrDefault(source, List.of()).size();
    }

    private static String late(String source) {
        return roots().get(source).get(1).get("ID").asText();
    }

    private static String inTribe(String source) {
        return Wording.phone(roots().get(source).get(0).path("PhoneNumber"));
    }

    private static Map<String, List<com.fasterxml.jackson.databind.JsonNode>> roots() {
        return new TribeRecords(stage.vendors().export(Vendors.TRIBE)).roots();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text);
    }

    private static Map<String, ?> company(String phone) {
        return Map.of("bedrijfsnaam", "'s-Gravenhage Bouw " + phone.substring(7) + " B.V.", "telefoonnummer", phone);
    }
}
