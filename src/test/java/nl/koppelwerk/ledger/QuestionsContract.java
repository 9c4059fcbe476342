package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Questions.Fate;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of holds and their answers. */
public interface QuestionsContract {

    LedgerFixture ledger();

    @Test
    default void a_question_is_open_once_keeps_its_id_and_closes_when_it_is_no_longer_asked() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").asks(question("phone"), question("email")).endsInSync();
        var first = ledger().questions().open(link.id(), "", 10);
        ledger().advance(Duration.ofMinutes(5));

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        second.asks(question("phone")).endsInSync();

        var now = ledger().questions().open(link.id(), "", 10);
        assertThat(first).hasSize(2);
        assertThat(now).singleElement().satisfies(held -> {
            var before = first.stream().filter(it -> it.question().subject().equals("phone")).findFirst().orElseThrow();
            assertThat(held).isEqualTo(before);
            assertThat(held.relation()).isEqualTo(second.dossier.relation());
            assertThat(held.question()).isEqualTo(question("phone"));
            assertThat(ledger().questions().find(held.id())).contains(held);
        });
        assertThat(ledger().questions().of(second.dossier.relation())).isEqualTo(now);
    }

    @Test
    default void open_questions_are_paged_in_a_stable_order() {
        var link = ledger().aLink();
        for (var root : List.of("R-1", "R-2", "R-3")) Look.at(ledger(), link.id(), Side.SOURCE, root).asks(question("phone")).endsInSync();

        var firstPage = ledger().questions().open(link.id(), "", 2);
        var rest = ledger().questions().open(link.id(), firstPage.get(1).id(), 2);

        assertThat(firstPage).hasSize(2);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(firstPage);
    }

    @Test
    default void an_answer_wakes_the_relation_and_is_used_up_when_its_question_is_gone() {
        var link = ledger().aLink();
        var asking = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        asking.asks(question("phone")).endsInSync();

        ledger().questions().answer(asking.dossier.relation(), List.of(answer("phone")), "operator");

        var answered = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(answered.claim.reasons()).contains("answer");
        assertThat(answered.dossier.answered()).containsExactly(answer("phone"));
        answered.endsInSync();
        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.answered()).isEmpty();
    }

    @Test
    default void an_answer_about_a_pair_that_lost_its_source_wakes_the_record_that_is_left() {
        var link = ledger().aLink();
        var asking = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        asking.pairs(Side.TARGET, "T-1").lost(Side.SOURCE).asks(question("phone")).endsInSync();

        ledger().questions().answer(asking.dossier.relation(), List.of(answer("phone")), "operator");

        assertThat(ledger().notices().claim(10)).singleElement().satisfies(claim -> assertThat(claim.side() + " " + claim.root()).isEqualTo("TARGET T-1"));
    }

    @Test
    default void an_answer_outlives_a_look_that_failed_and_one_that_did_not_know_it() {
        var link = ledger().aLink();
        var asking = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        asking.asks(question("phone")).endsInSync();
        var busy = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().questions().answer(asking.dossier.relation(), List.of(answer("phone")), "operator");
        busy.endsInSync();
        ledger().advance(Look.A_LITTLE);

        var failing = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(failing.dossier.answered()).containsExactly(answer("phone"));
        failing.fails(Cause.MAY_HEAL);

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.answered()).containsExactly(answer("phone"));
    }

    @Test
    default void an_answer_is_used_up_by_the_look_that_decided_also_where_it_asks_the_same_again() {
        var link = ledger().aLink();
        var asking = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        asking.asks(question("phone")).endsInSync();
        ledger().questions().answer(asking.dossier.relation(), List.of(answer("phone")), "operator");
        ledger().advance(Look.A_LITTLE);

        Look.at(ledger(), ledger().notices().claim(1).get(0)).asks(question("phone")).endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.answered()).isEmpty();
    }

    @Test
    default void whoever_answered_is_told_whether_a_look_followed_it() {
        var link = ledger().aLink();
        var relation = asked(link.id());
        var both = ledger().questions().answer(relation, List.of(answer("phone"), answer("email")), "operator");
        assertThat(ledger().questions().fate(both)).isEqualTo(Fate.OPEN);
        ledger().advance(Look.A_LITTLE);

        next().follows(answer("phone"), answer("email")).endsInSync();

        assertThat(ledger().questions().fate(both)).isEqualTo(Fate.FOLLOWED);
        var one = ledger().questions().answer(relation, List.of(answer("phone"), answer("email")), "operator");
        ledger().advance(Look.A_LITTLE);
        next().follows(answer("phone")).endsInSync();
        assertThat(ledger().questions().fate(one)).as("an edit was quicker").isEqualTo(Fate.OVERTAKEN);
    }

    @Test
    default void of_two_who_answer_the_same_the_first_is_told_that_it_was_replaced() {
        var link = ledger().aLink();
        var relation = asked(link.id());
        var first = ledger().questions().answer(relation, List.of(answer("phone")), "operator");
        var second = ledger().questions().answer(relation, List.of(other("phone")), "another");
        ledger().advance(Look.A_LITTLE);

        var look = next();
        assertThat(look.dossier.answered()).containsExactly(other("phone"));
        assertThat(ledger().questions().fate(first)).as("a look may have it still").isEqualTo(Fate.OPEN);
        look.follows(other("phone")).endsInSync();

        assertThat(ledger().questions().fate(first)).isEqualTo(Fate.REPLACED);
        assertThat(ledger().questions().fate(second)).isEqualTo(Fate.FOLLOWED);
    }

    @Test
    default void one_that_was_replaced_while_a_look_had_it_was_followed_and_the_other_is_overtaken() {
        var link = ledger().aLink();
        var relation = asked(link.id());
        var first = ledger().questions().answer(relation, List.of(answer("phone")), "operator");
        ledger().advance(Look.A_LITTLE);
        var look = next();
        var second = ledger().questions().answer(relation, List.of(answer("phone")), "another");

        look.follows(answer("phone")).endsInSync();

        assertThat(List.of(ledger().questions().fate(first), ledger().questions().fate(second))).containsOnly(Fate.OPEN, Fate.FOLLOWED).last().isEqualTo(Fate.OPEN);
        ledger().advance(Look.A_LITTLE);
        next().endsInSync();
        assertThat(ledger().questions().fate(first)).isEqualTo(Fate.FOLLOWED);
        assertThat(ledger().questions().fate(second)).isEqualTo(Fate.OVERTAKEN);
    }

    @Test
    default void the_fate_of_an_answer_goes_with_the_row_that_takes_the_relation_in() {
        var link = ledger().aLink();
        var half = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        half.endsInSync();
        var mine = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var ticket = ledger().questions().answer(half.dossier.relation(), List.of(answer("phone")), "operator");
        mine.pairs(Side.TARGET, "T-1").folds(half.dossier.relation()).endsInSync();
        ledger().advance(Look.A_LITTLE);
        assertThat(ledger().questions().fate(ticket)).isEqualTo(Fate.OPEN);

        next().follows(answer("phone")).endsInSync();

        assertThat(ledger().questions().fate(ticket)).isEqualTo(Fate.FOLLOWED);
    }

    private String asked(String link) {
        var asking = Look.at(ledger(), link, Side.SOURCE, "R-1");
        asking.asks(question("phone")).endsInSync();
        ledger().advance(Look.A_LITTLE);
        return asking.dossier.relation();
    }

    private Look next() { return Look.at(ledger(), ledger().notices().claim(1).get(0)); }

    static Question.Answered other(String subject) {
        return new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, subject, Question.Choice.TARGET, null, new Question.Both("010", "020"));
    }

    static Question question(String subject) {
        return new Question(ReasonCode.BOTH_SIDES_CHANGED, subject, Map.of(subject, new Question.Both("010", "020")));
    }

    static Question.Answered answer(String subject) {
        return new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, subject, Question.Choice.SOURCE, null, new Question.Both("010", "020"));
    }
}
