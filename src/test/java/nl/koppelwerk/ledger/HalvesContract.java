package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** Two rows that turn out to be one relation while both are looked at, and looks that end before they decided; found by the simulation. */
interface HalvesContract {

    LedgerFixture ledger();

    @Test
    default void a_row_that_the_webhook_of_our_own_create_made_meanwhile_is_folded_in() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").endsInSync();

        assertThat(creating.pairs(Side.TARGET, "T-1").endsInSync()).isTrue();

        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.pair().source()).isEqualTo("R-1");
    }

    @Test
    default void a_look_that_comes_back_closes_no_question() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").asks(QuestionsContract.question("phone")).ends(State.HELD, Outcome.HELD);

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").comesBack(new Again(Cause.LOOK_LATER, null, null)).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(ledger().questions().open(link.id(), "", 10)).hasSize(1);
    }

    @Test
    default void the_questions_of_both_halves_stay_open_until_a_look_decides() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").asks(QuestionsContract.question("phone")).ends(State.HELD, Outcome.HELD);
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").asks(QuestionsContract.question("phone"), QuestionsContract.question("email"))
            .ends(State.HELD, Outcome.HELD);

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").comesBack(Cause.LOOK_LATER).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(ledger().questions().open(link.id(), "", 10)).extracting(held -> held.question().subject())
            .containsExactlyInAnyOrder("phone", "email");
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").endsInSync();
        assertThat(ledger().questions().open(link.id(), "", 10)).isEmpty();
    }

    @Test
    default void an_answer_about_the_half_that_is_taken_in_is_kept_for_the_next_look() {
        var link = ledger().aLink();
        var half = Look.at(ledger(), link.id(), Side.TARGET, "T-1").asks(QuestionsContract.question("phone"));
        half.ends(State.HELD, Outcome.HELD);
        var mine = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").asks(QuestionsContract.question("email"));
        mine.ends(State.HELD, Outcome.HELD);
        ledger().questions().answer(half.dossier.relation(), List.of(QuestionsContract.answer("phone")), "operator");
        ledger().questions().answer(mine.dossier.relation(), List.of(QuestionsContract.answer("email")), "operator");
        var claim = ledger().notices().claim(2).stream().filter(it -> it.root().equals("R-1")).findFirst().orElseThrow();

        Look.at(ledger(), claim).pairs(Side.TARGET, "T-1").endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.answered()).containsExactly(QuestionsContract.answer("phone"));
    }

    @Test
    default void a_pair_whose_partner_is_another_one_now_takes_in_the_half_that_it_had() {
        var link = ledger().aLink();
        var half = Look.at(ledger(), link.id(), Side.TARGET, "T-2");
        half.endsInSync();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-2").endsInSync()).isTrue();

        var again = Look.at(ledger(), link.id(), Side.TARGET, "T-2").dossier;
        assertThat(again.pair().source()).isEqualTo("R-1");
        assertThat(again.relation()).isEqualTo(half.dossier.relation());
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.pair().isPaired()).isFalse();
    }

    @Test
    default void a_look_at_the_half_that_was_matched_ends_without_a_word_and_its_root_is_looked_at_again() {
        var link = ledger().aLink();
        var matching = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var half = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

        assertThat(matching.pairs(Side.TARGET, "T-1").folds(half.dossier.relation()).endsInSync()).isTrue();

        assertThat(half.endsInSync()).isFalse();
        assertThat(ledger().notices().claim(1)).singleElement().matches(claim -> claim.root().equals("T-1"));
    }

    /** Seed 1379 of the simulation: a person released a pair whose Tribe record was deleted, while two others carried its number. */
    @Test
    default void of_two_looks_that_adopt_the_same_record_the_second_to_end_records_nothing() {
        var link = ledger().aLink();
        var half = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        half.endsInSync();
        var first = Look.at(ledger(), link.id(), Side.TARGET, "T-1").pairs(Side.SOURCE, "R-1").folds(half.dossier.relation());
        var second = Look.at(ledger(), link.id(), Side.TARGET, "T-2").pairs(Side.SOURCE, "R-1").folds(half.dossier.relation());

        assertThat(first.endsInSync()).isTrue();
        assertThat(second.endsInSync()).isFalse();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.pair().target()).isEqualTo("T-1");
        ledger().notices().putBack(second.claim, ledger().now());
        assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.pair().isPaired()).isFalse();
    }

    @Test
    default void keys_that_a_root_has_no_more_find_it_no_more() {
        var link = ledger().aLink();
        var key = new MatchKey("id", "R-1");
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET, key).endsInSync();

        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET).endsInSync();

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key))).isEmpty();
    }

    @Test
    default void a_root_that_is_gone_is_found_by_no_key() {
        var link = ledger().aLink();
        var key = new MatchKey("id", "R-1");
        var now = ledger().now();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Çelik", now)).knows(Side.TARGET, key).endsInSync();

        Look.at(ledger(), link.id(), Side.TARGET, "T-1").lost(Side.TARGET).endsInSync();

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key))).isEmpty();
    }

    /** The daily comparison reads organisations and their contact persons from two listings. */
    @Test
    default void a_second_row_of_a_run_that_shows_something_new_of_its_root_still_asks_for_a_look() {
        var link = ledger().aLink();
        var run = ledger().runs().start(link.id(), Runs.Kind.PERIODIC, "schedule");
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).endsInSync();
        ledger().advance(java.time.Duration.ofSeconds(1));
        var same = Seen.partial(Side.TARGET, "T-1", "Çelik", ledger().now());
        var other = Seen.partial(Side.TARGET, "T-1", "Yılmaz", ledger().now());

        var fates = ledger().dossiers().observe(link.id(), Look.FACET, List.of(same, same, other), run.id());

        assertThat(fates).extracting(Dossiers.Listed::fate).containsExactly(Dossiers.Fate.EQUAL, Dossiers.Fate.REPEATED, Dossiers.Fate.REPEATED_MOVED);
    }
}
