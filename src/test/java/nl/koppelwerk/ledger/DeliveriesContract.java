package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.done;
import static nl.koppelwerk.ledger.Writes.intend;
import static nl.koppelwerk.ledger.Writes.sent;
import static nl.koppelwerk.ledger.Writes.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of the writes of one relation. */
public interface DeliveriesContract {

    LedgerFixture ledger();

    @Test
    default void a_write_that_was_answered_before_its_look_died_is_not_made_again() {
        var link = ledger().aLink();
        var dying = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), dying, create("Sørensen"));
        ledger().deliveries().answered(delivery, done("T-1"));

        var next = afterTheLeaseEnded();
        var intent = intend(ledger(), next, create("Sørensen"));

        assertThat(next.dossier.deliveries()).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(OpenDelivery.State.DONE);
            assertThat(open.madeId()).isEqualTo("T-1");
            assertThat(open.write().values()).isEqualTo(Seen.named("Sørensen"));
        });
        assertThat(intent).isInstanceOfSatisfying(Intent.AlreadyDone.class, done -> assertThat(done.delivery().madeId()).isEqualTo("T-1"));
    }

    @Test
    default void an_unanswered_write_is_shown_to_the_next_look_as_unknown() {
        var link = ledger().aLink();
        var dying = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), dying, create("Çelik"));

        var next = afterTheLeaseEnded();

        assertThat(next.dossier.deliveries()).singleElement().satisfies(open -> {
            assertThat(open.id()).isEqualTo(delivery);
            assertThat(open.state()).isEqualTo(OpenDelivery.State.SENDING);
            assertThat(open.misses()).isZero();
        });
    }

    @Test
    default void an_open_write_of_the_same_look_is_not_intended_twice() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), look, create("Çelik"));

        assertThatThrownBy(() -> intend(ledger(), look, create("Çelik"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void an_update_in_doubt_of_a_look_that_died_may_be_sent_again() {
        var link = ledger().aLink();
        var dying = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), dying, update("T-1", "one", 0)), new Outcome.InDoubt());

        var next = afterTheLeaseEnded();

        assertThat(intend(ledger(), next, update("T-1", "one", 0))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void what_was_certainly_not_done_may_be_intended_again_at_once() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), look, create("Çelik")), new Outcome.NotSent());

        assertThat(intend(ledger(), look, create("Çelik"))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void every_look_that_ended_makes_its_writes_anew() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, update("T-1", "one", 0));
        first.pairs(Side.TARGET, "T-1").answered(delivery, done("")).endsInSync();

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(second.dossier.revision()).isGreaterThan(first.dossier.revision());
        assertThat(second.dossier.deliveries()).isEmpty();
        assertThat(intend(ledger(), second, update("T-1", "one", 0))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void a_refused_write_is_no_longer_open() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), look, create("x")), new Outcome.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED))));
        look.fails(Cause.WILL_NOT_HEAL);

        var next = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(next.dossier.deliveries()).isEmpty();
        assertThat(intend(ledger(), next, create("x"))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void nothing_is_sent_with_less_lease_left_than_a_call_may_take() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        ledger().advance(Duration.ofSeconds(40));
        var late = intend(ledger(), look, create("Çelik"));
        ledger().notices().renew(List.of(look.claim));
        var renewed = intend(ledger(), look, create("Çelik"));

        assertThat(late).isInstanceOf(Intent.LeaseLost.class);
        assertThat(renewed).isInstanceOf(Intent.Granted.class);
    }

    private Look afterTheLeaseEnded() {
        ledger().advance(Duration.ofSeconds(61));
        return Look.at(ledger(), ledger().notices().claim(1).get(0));
    }

    @Test
    default void a_look_that_has_had_the_answer_to_an_update_may_write_there_again() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), look, Writes.update("T-1", "", 0)), done(""));

        assertThat(intend(ledger(), look, Writes.update("T-1", "", 0))).isInstanceOf(Intent.Granted.class);
    }
}
