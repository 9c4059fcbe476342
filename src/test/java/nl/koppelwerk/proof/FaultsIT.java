package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("full")
class FaultsIT {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    static Path folder;
    private static Stage stage;
    private static People people;
    private static Random random;

    @BeforeAll
    static void start() {
        stage = Stage.settled(folder, Sizes.faultRelations());
        stage.other().start();
        quiet(List.of());
        people = People.of(stage.vendors(), Sizes.faultSeed());
        random = new Random(Sizes.faultSeed());
    }

    @AfterAll
    static void stop() {
        if (people != null) {
            people.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Fault.class)
    void no_edit_is_lost_and_nothing_is_doubled(Fault fault) throws Exception {
        var before = people.edits();
        people.begin();

        try {
            makeAgainAndAgain(fault);
        } finally {
            people.pause();
        }
        var took = quiet(people.last());

        var verdict = stage.judge(people.last());
        FaultTable.row(fault.title(), Sizes.faultTimes(), people.edits() - before, verdict, took);
        assertThat(verdict.lost()).as("lost").isEmpty();
        assertThat(verdict.doubled()).as("doubled").isEmpty();
        assertThat(verdict.unexplained()).as("unexplained").isEmpty();
        assertThat(stage.hub().api().deadLetters()).isEmpty();
    }

    private static void makeAgainAndAgain(Fault fault) {
        for (var time = 0; time < Sizes.faultTimes(); time++) {
            during(Duration.ofMillis(200 + random.nextInt(600)));
            fault.begin(stage);
            during(fault.lasts());
            fault.end(stage);
        }
    }

    /** People go on typing so long. */
    private static void during(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    /** How long until nothing is on its way any more and nothing is amiss; what is amiss by then is the judge's. */
    private static Duration quiet(List<People.Edit> last) {
        var began = System.nanoTime();
        try {
            await("quiet").atMost(LONGEST).pollInterval(Duration.ofMillis(250)).ignoreExceptions().until(() -> stage.isQuiet(last));
        } catch (org.awaitility.core.ConditionTimeoutException notYet) {
            System.out.println("not quiet after " + LONGEST + ": " + stage.unsettled() + " unsettled, " + stage.vendors().webhooksOnTheirWay() + " webhooks");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
