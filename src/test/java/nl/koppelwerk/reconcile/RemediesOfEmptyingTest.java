package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value that is emptied, or seems to be, and how a person ends that. */
class RemediesOfEmptyingTest extends FollowedRemedy {

    private static final String OLD = "info@bakker.example";

    @BeforeEach void two_that_agree() { scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, OLD).inSync(); }

    @Test @Follows(EMPTY_IGNORED) void what_is_emptied_by_hand_on_the_other_side_too_is_the_same_again() {
        emptying(Emptying.IGNORE);

        assertThat(named(said(EMPTY_IGNORED))).isEqualTo(TARGET);
        scene.types(TARGET, EMAIL, "").looksAt(TARGET);

        isQuietlyInSync(EMAIL, "");
    }

    @Test @Follows(EMPTY_HELD) void what_is_confirmed_to_be_emptied_is_emptied() {
        emptying(Emptying.HOLD);

        answers(question(EMPTY_HELD), "email", Choice.RELEASE);
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, "");
    }

    @Test @Follows(NO_LONGER_SHOWN) void what_is_no_longer_shown_is_filled_in_again_or_emptied_on_the_other_side() {
        noLongerShown();
        scene.types(named(said(NO_LONGER_SHOWN)), EMAIL, OLD).looksAt(SOURCE);
        isQuietlyInSync(EMAIL, OLD);

        noLongerShown();
        scene.types(named(said(NO_LONGER_SHOWN)).other(), EMAIL, "").looksAt(TARGET);

        isQuietlyInSync(EMAIL, "");
    }

    @Test @Follows(BRAKE) void what_the_brake_held_goes_on_once_it_is_released_or_raised() {
        scene.types(SOURCE, EMAIL, "").answers(Step.Write.class, new Answer.Braked()).looksAt(SOURCE);
        answers(question(BRAKE), "email", Choice.RELEASE);
        scene.looksAt(SOURCE);
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.destructive()).isZero());
        isQuietlyInSync(EMAIL, "");

        two_that_agree();
        scene.types(SOURCE, EMAIL, "").answers(Step.Write.class, new Answer.Braked()).looksAt(SOURCE);
        answers(question(BRAKE), "email", Choice.SOURCE);
        scene.looksAt(SOURCE);
        assertThat(scene.writes()).as("what a person chose has leave").singleElement().satisfies(write -> assertThat(write.destructive()).isZero());

        two_that_agree();
        scene.types(SOURCE, EMAIL, "").answers(Step.Write.class, new Answer.Braked()).looksAt(SOURCE);
        question(BRAKE);
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, "");
    }

    private void emptying(Emptying rule) {
        scene.rules.rule = new FieldRule(Direction.BOTH, Policy.ASK, rule, rule, false);
        scene.types(SOURCE, EMAIL, "").looksAt(SOURCE);
    }

    private void noLongerShown() {
        two_that_agree();
        scene.change(SOURCE, relation -> relation.with(relation.values().with(EMAIL, Value.absent()))).looksAt(SOURCE);
    }
}
