package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts.Limits;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.link.CompendaSnelStart;
import nl.koppelwerk.link.Timetable;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement("SN-42")
class ForecastTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Limits NONE = new Limits(0, 0, 0);

    @Test void a_run_goes_on_at_the_pace_that_it_had() {
        var run = run(State.RUNNING, 100, 400, 0, false);

        assertThat(always(NONE).end(run, BEGAN.plusSeconds(50))).contains(BEGAN.plusSeconds(200));
    }

    @Test void what_was_read_and_still_waits_is_work_to_be_done() {
        assertThat(always(NONE).end(run(State.RUNNING, 100, 100, 50, true), BEGAN.plusSeconds(50))).contains(BEGAN.plusSeconds(100));
        assertThat(always(NONE).end(run(State.APPLYING, 100, null, 50, true), BEGAN.plusSeconds(50))).as("all pages are read, so nobody needs the total").contains(BEGAN.plusSeconds(100));
        assertThat(always(NONE).end(run(State.RUNNING, 120, 100, 20, false), BEGAN.plusSeconds(50))).as("more than was said to be there").contains(BEGAN.plusSeconds(60));
    }

    @Test void nothing_is_said_before_enough_is_done_or_while_nobody_knows_how_much_there_is() {
        assertThat(always(NONE).end(run(State.RUNNING, 9, 400, 0, false), BEGAN.plusSeconds(50))).isEmpty();
        assertThat(always(NONE).end(run(State.RUNNING, 100, 400, 91, false), BEGAN.plusSeconds(50))).isEmpty();
        assertThat(always(NONE).end(run(State.RUNNING, 100, null, 0, false), BEGAN.plusSeconds(50))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = {"RUNNING", "APPLYING"})
    void a_run_that_rests_or_has_ended_has_no_forecast(State state) {
        assertThat(always(NONE).end(run(state, 100, 400, 0, false), BEGAN.plusSeconds(50))).isEmpty();
    }

    @Test void a_run_that_began_with_a_full_budget_slows_down_to_what_an_hour_allows() {
        var hourly = always(new Limits(0, 1_000, 0));

        assertThat(hourly.end(run(State.RUNNING, 750, 1_500, 0, false), BEGAN.plusSeconds(60))).contains(BEGAN.plusSeconds(60 + 3_600));
        assertThat(hourly.end(run(State.RUNNING, 750, 1_500, 0, false), BEGAN.plus(Duration.ofHours(2)))).as("its own pace has seen a whole hour").contains(BEGAN.plus(Duration.ofHours(4)));
    }

    @Test void a_vendor_whose_hours_pass_faster_allows_as_much_the_sooner() {
        var fast = new Forecast(Timetable.ALWAYS, new Limits(0, 1_000, 0), 60);

        assertThat(fast.end(run(State.RUNNING, 750, 1_500, 0, false), BEGAN.plusSeconds(30))).contains(BEGAN.plusSeconds(30 + 60));
    }

    @Test void a_run_of_the_night_ends_in_the_night_in_which_its_last_work_falls() {
        var nightly = new Forecast(quiet("22:00-06:00"), NONE, 1);
        // It began by day and worked one hour, from nine in the evening by UTC.
        var now = Instant.parse("2026-03-02T22:00:00Z");

        assertThat(nightly.end(run(State.RUNNING, 100, 500, 0, false), now)).contains(Instant.parse("2026-03-03T02:00:00Z"));
        assertThat(nightly.end(run(State.RUNNING, 100, 1_000, 0, false), now)).contains(Instant.parse("2026-03-03T23:00:00Z"));
    }

    @Test void a_run_that_may_write_a_batch_a_night_takes_as_many_nights() {
        var settings = JsonNodeFactory.instance.objectNode().put("quietHours", "22:00-06:00").put("batch", 100);
        var nightly = new Forecast(new CompendaSnelStart().timetable(settings), NONE, 1);
        var now = Instant.parse("2026-03-02T22:00:00Z");

        assertThat(nightly.end(run(State.RUNNING, 100, 450, 0, false), now)).as("350 are left: three batches and a half, at 100 an hour").contains(Instant.parse("2026-03-05T21:30:00Z"));
        assertThat(nightly.end(run(State.RUNNING, 100, 200, 0, false), now)).contains(Instant.parse("2026-03-02T23:00:00Z"));
    }

    private static Forecast always(Limits limits) { return new Forecast(Timetable.ALWAYS, limits, 1); }

    private static Timetable quiet(String hours) { return new CompendaSnelStart().timetable(JsonNodeFactory.instance.objectNode().put("quietHours", hours)); }

    private static Run run(State state, int read, Integer total, int waiting, boolean walked) {
        return new Run("run", "link", Kind.INITIAL, state, "operator", BEGAN, null, read, total, Map.of(), waiting, walked, "", 0, 1);
    }
}
