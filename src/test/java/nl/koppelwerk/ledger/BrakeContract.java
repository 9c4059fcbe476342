package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.intend;
import static nl.koppelwerk.ledger.Writes.sent;
import static nl.koppelwerk.ledger.Writes.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of destructive effects: summed per link and rolling day inside the intent. */
public interface BrakeContract {

    LedgerFixture ledger();

    @Test
    default void destructive_effects_of_all_relations_are_summed_and_additions_go_on() {
        var link = ledger().aLink();
        int brake = ledger().links().brake(link.id());
        for (int i = 0; i < brake; i++) sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-" + i), update("T-" + i, "", 1));

        var over = Look.at(ledger(), link.id(), Side.SOURCE, "R-over");

        assertThat(brake).isEqualTo(10);
        assertThat(intend(ledger(), over, update("T-over", "", 1))).isInstanceOf(Intent.OverBrake.class);
        assertThat(intend(ledger(), over, update("T-over", "", 0))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void a_write_that_would_go_over_it_is_not_counted() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(intend(ledger(), look, update("T-1", "", ledger().links().brake(link.id()) + 1))).isInstanceOf(Intent.OverBrake.class);
        assertThat(intend(ledger(), look, update("T-1", "", ledger().links().brake(link.id())))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void what_was_not_sent_is_given_back() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), look, update("T-1", "", ledger().links().brake(link.id()))), new Outcome.NotSent());

        assertThat(intend(ledger(), look, update("T-1", "", ledger().links().brake(link.id())))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void what_was_refused_destroyed_nothing_and_counts_again_when_it_is_sent_again() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), look, update("T-1", "", ledger().links().brake(link.id()))), new Outcome.Refused(List.of()));

        var other = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        assertThat(intend(ledger(), other, update("T-2", "", 1))).isInstanceOf(Intent.Granted.class);
        assertThat(intend(ledger(), look, update("T-1", "", ledger().links().brake(link.id())))).isInstanceOf(Intent.OverBrake.class);
    }

    @Test
    default void after_a_day_it_is_free_again() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), first, update("T-1", "", ledger().links().brake(link.id())));
        first.endsInSync();
        ledger().advance(Duration.ofHours(22));
        var evening = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        assertThat(intend(ledger(), evening, update("T-2", "", 1))).isInstanceOf(Intent.OverBrake.class);
        evening.endsInSync();

        ledger().advance(Duration.ofHours(4));

        var tomorrow = Look.at(ledger(), link.id(), Side.SOURCE, "R-3");
        assertThat(intend(ledger(), tomorrow, update("T-3", "", 1))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void links_do_not_share_it() {
        var link = ledger().aLink();
        sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-1"), update("T-1", "", ledger().links().brake(link.id())));

        var other = Look.at(ledger(), ledger().aLink().id(), Side.SOURCE, "R-1");

        assertThat(intend(ledger(), other, update("T-1", "", 1))).isInstanceOf(Intent.Granted.class);
    }
}
