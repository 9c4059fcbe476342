package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of dead letters. */
public interface DeadLettersContract {

    DeadLetters.Filter EVERY = new DeadLetters.Filter(null, null, null, null);

    LedgerFixture ledger();

    @Test
    default void what_will_not_heal_is_a_dead_letter_at_once() {
        var link = ledger().aLink();

        var letter = dead(link, "R-1");

        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(letter.link()).isEqualTo(link.id());
        assertThat(letter.side()).isEqualTo(Side.SOURCE);
        assertThat(letter.root()).isEqualTo("R-1");
        assertThat(letter.relation()).isNotEmpty();
        assertThat(letter.closedBy()).isEmpty();
        assertThat(letter.reasons()).extracting(reason -> reason.code()).contains(ReasonCode.VENDOR_UNREACHABLE);
    }

    @Test
    default void a_replay_hints_anew_once_however_often_it_is_asked_for() {
        var link = ledger().aLink();
        var letter = dead(link, "R-1");

        assertThat(ledger().deadLetters().replay(List.of(letter.id()), "operator")).isEqualTo(1);
        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));
        look.endsInSync();

        assertThat(look.claim.stale()).isTrue();
        assertThat(ledger().deadLetters().replay(List.of(letter.id()), "operator")).isZero();
        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(ledger().deadLetters().find(letter.id()).orElseThrow().closedBy()).isEqualTo("replay");
    }

    @Test
    default void a_discarded_letter_is_closed_and_cannot_be_replayed() {
        var link = ledger().aLink();
        var letter = dead(link, "R-1");

        assertThat(ledger().deadLetters().discard(letter.id(), "operator")).isTrue();

        assertThat(ledger().deadLetters().discard(letter.id(), "operator")).isFalse();
        assertThat(ledger().deadLetters().replay(List.of(letter.id()), "operator")).isZero();
        assertThat(ledger().deadLetters().open(EVERY, "", 10)).isEmpty();
        assertThat(ledger().notices().claim(1)).isEmpty();
    }

    /** The look at the other side would else settle without it, and close the letter. */
    @Test
    default void what_a_dead_notice_told_of_is_read_by_the_next_look_of_either_side() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").saw(Seen.whole(Side.SOURCE, "R-1", "Çelik", ledger().now())).endsInSync();
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.stored()).containsKey(Side.SOURCE);
        ledger().advance(java.time.Duration.ofSeconds(61));
        ledger().notices().claim(1).forEach(claim -> Look.at(ledger(), claim).endsInSync());

        dead(link, "R-1");

        var look = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        assertThat(look.dossier.stored()).doesNotContainKey(Side.SOURCE);
        assertThat(look.dossier.lastKnown()).containsKey(Side.SOURCE);
    }

    @Test
    default void a_later_success_closes_it() {
        var link = ledger().aLink();
        var letter = dead(link, "R-1");

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").endsInSync();

        assertThat(ledger().deadLetters().find(letter.id()).orElseThrow().closedBy()).isEqualTo("success");
    }

    @Test
    default void a_hint_that_came_during_the_look_is_worked_all_the_same() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));

        look.fails(Cause.WILL_NOT_HEAL);
        ledger().advance(Look.A_LITTLE);

        assertThat(ledger().notices().claim(1)).hasSize(1);
    }

    @Test
    default void open_letters_are_filtered_by_link_reason_and_time_and_paged_in_order() {
        var link = ledger().aLink();
        var other = ledger().aLink();
        var before = ledger().now();
        var first = dead(link, "R-1");
        var second = dead(link, "R-2");
        var elsewhere = dead(other, "R-1");

        assertThat(ids(new DeadLetters.Filter(List.of(link.id()), null, null, null), "")).containsExactly(first.id(), second.id());
        assertThat(ids(new DeadLetters.Filter(List.of(link.id()), null, null, null), first.id())).containsExactly(second.id());
        assertThat(ids(new DeadLetters.Filter(null, "VENDOR_UNREACHABLE", before, null), "")).contains(elsewhere.id()).hasSize(3);
        assertThat(ids(new DeadLetters.Filter(null, "UNMAPPABLE", null, null), "")).isEmpty();
        assertThat(ids(new DeadLetters.Filter(null, null, null, first.at()), "")).isEmpty();
        assertThat(ids(new DeadLetters.Filter(null, null, null, before.minusSeconds(1)), "")).isEmpty();
    }

    private List<String> ids(DeadLetters.Filter filter, String afterId) {
        return ledger().deadLetters().open(filter, afterId, 10).stream().map(DeadLetters.DeadLetter::id).toList();
    }

    private DeadLetters.DeadLetter dead(Links.Link link, String root) {
        Look.at(ledger(), link.id(), Side.SOURCE, root).fails(Cause.WILL_NOT_HEAL);
        var all = ledger().deadLetters().open(new DeadLetters.Filter(List.of(link.id()), null, null, null), "", 100);
        return all.get(all.size() - 1);
    }
}
