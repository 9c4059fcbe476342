package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.done;
import static nl.koppelwerk.ledger.Writes.intend;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Fate;
import org.junit.jupiter.api.Test;

/** What every ledger promises so that a create whose answer is lost never makes a second record. */
public interface CreatesContract {

    LedgerFixture ledger();

    @Test
    default void two_relations_never_create_for_the_same_identity_at_once() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"), key("B"));

        assertThat(intend(ledger(), second, create("Çelik"), key("B"))).isInstanceOf(Intent.Rival.class);
        assertThat(intend(ledger(), second, create("Other"), key("C"))).isInstanceOf(Intent.Granted.class);
        first.pairs(Side.TARGET, "T-1").answered(delivery, done("T-1")).endsInSync();
        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-3");
        assertThat(intend(ledger(), third, create("Çelik"), key("B"))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void a_name_is_no_identity() {
        var link = ledger().aLink();
        var name = new MatchKey("name", "celik");
        sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-1"), create("Çelik"), key("A"), name);

        var namesake = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");

        assertThat(intend(ledger(), namesake, create("Çelik"), key("B"), name)).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void an_answer_alone_does_not_free_the_identity_the_finish_does() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), first, create("Çelik"), key("A")), done("T-1"));

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");

        assertThat(intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(Intent.Rival.class);
    }

    @Test
    default void misses_are_counted_and_only_giving_up_lets_a_new_attempt_start() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        first.answered(delivery, new Outcome.InDoubt()).fails(Cause.MAY_HEAL);

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(second.dossier.deliveries()).singleElement().matches(open -> open.state() == OpenDelivery.State.IN_DOUBT);
        assertThatThrownBy(() -> intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(IllegalStateException.class);
        second.judges(delivery, Fate.MISSED, "").fails(Cause.MAY_HEAL);
        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(third.dossier.deliveries()).singleElement().matches(open -> open.misses() == 1 && open.lastMissAt() != null);
        third.judges(delivery, Fate.ABANDONED, "").fails(Cause.MAY_HEAL);

        var fourth = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(fourth.dossier.deliveries()).isEmpty();
        assertThat(sent(ledger(), fourth, create("Çelik"), key("A"))).isNotEqualTo(delivery);
    }

    @Test
    default void a_create_that_was_found_again_is_settled() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        first.answered(delivery, new Outcome.InDoubt()).fails(Cause.MAY_HEAL);

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").judges(delivery, Fate.DONE, "T-1").pairs(Side.TARGET, "T-1").endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.deliveries()).isEmpty();
        var other = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        assertThat(intend(ledger(), other, create("Çelik"), key("A"))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void an_answer_that_comes_late_is_kept_for_the_look_that_did_not_know_it() {
        var link = ledger().aLink();
        var frozen = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), frozen, create("Çelik"), key("A"));
        ledger().advance(Duration.ofSeconds(61));
        var second = Look.at(ledger(), ledger().notices().claim(1).get(0));

        ledger().deliveries().answered(delivery, done("T-1"));
        second.judges(delivery, Fate.ABANDONED, "").fails(Cause.MAY_HEAL);

        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(third.dossier.deliveries()).singleElement()
            .matches(open -> open.state() == OpenDelivery.State.DONE && open.madeId().equals("T-1"));
    }

    @Test
    default void the_webhook_of_our_own_create_waits_until_the_create_is_settled() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), creating, create("Çelik"), key("A"));

        var webhook = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        assertThat(webhook.dossier.openCreate()).isTrue();
        webhook.saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).knows(Side.TARGET, key("A")).fails(Cause.MAY_HEAL);
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.openCreate()).isTrue();

        creating.answered(delivery, done("T-2")).pairs(Side.TARGET, "T-2").endsInSync();
        ledger().advance(Duration.ofSeconds(61));
        assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.openCreate()).isFalse();
    }

    @Test
    default void a_root_with_other_keys_or_one_that_was_there_before_does_not_wait() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-old").endsInSync();
        ledger().advance(Duration.ofSeconds(5));
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), creating, create("Çelik"), key("A"));
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Other", ledger().now()))
            .knows(Side.TARGET, key("Z")).endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.openCreate()).isFalse();
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-old").dossier.openCreate()).isFalse();
        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-9").dossier.openCreate()).isFalse();
    }
}
