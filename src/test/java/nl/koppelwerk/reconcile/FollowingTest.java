package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** A look tells which answers of people it followed, and which were overtaken. */
class FollowingTest {

    private static final String A = "a@aeroe.example";
    private static final String B = "b@aeroe.example";
    private final Scene scene = Scene.ofTwoPairedCompanies().types(SOURCE, EMAIL, A).types(TARGET, EMAIL, B);

    @Test void what_was_chosen_and_written_is_followed() {
        for (var choice : new Answered[] {chosen(Choice.SOURCE, ""), chosen(Choice.TARGET, ""), chosen(Choice.VALUE, "c@aeroe.example")}) {
            var fresh = Scene.ofTwoPairedCompanies().types(SOURCE, EMAIL, A).types(TARGET, EMAIL, B);
            fresh.answered.add(choice);

            assertThat(fresh.looksAt(SOURCE).followed()).as(choice.toString()).containsExactly(choice);
        }
    }

    @Test void what_was_chosen_before_an_edit_is_overtaken_although_something_is_written() {
        scene.answered.add(chosen(Choice.TARGET, ""));
        scene.types(TARGET, EMAIL, "later@aeroe.example");

        assertThat(scene.looksAt(SOURCE).followed()).isEmpty();
    }

    @Test void what_is_stopped_for_a_reason_that_is_told_is_not_overtaken() {
        scene.rules.rules = (part, field) -> field.equals(EMAIL) ? new FieldRule(FieldRule.Direction.TO_SOURCE, FieldRule.Policy.ASK, FieldRule.Emptying.COPY, FieldRule.Emptying.COPY, false) : FieldRule.BOTH_WAYS;
        var choice = chosen(Choice.SOURCE, "");
        scene.answered.add(choice);

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.reasons()).extracting(reason -> reason.code()).contains(ReasonCode.ONE_WAY);
        assertThat(settlement.followed()).containsExactly(choice);
    }

    @Test void what_needs_no_write_any_more_is_followed() {
        scene.types(TARGET, EMAIL, A);
        var choice = new Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", Choice.SOURCE, "", new Both(A, B));
        scene.answered.add(choice);

        assertThat(scene.looksAt(SOURCE).followed()).containsExactly(choice);
    }

    private static Answered chosen(Choice choice, String value) { return new Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", choice, value, new Both(A, B)); }
}
