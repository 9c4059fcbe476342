package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PRIVATE_MOBILE;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two values for one field, and how a person ends that. */
class RemediesOfMergingTest extends FollowedRemedy {

    private static final String OLD = "info@bakker.example";
    private static final String NEW = "post@bakker.example";
    private static final String OTHER = "bakkerij@bakker.example";

    @BeforeEach void two_that_agree() { scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, OLD).inSync(); }

    @Test @Follows(BOTH_SIDES_CHANGED) void the_value_that_is_chosen_after_a_clash_stands_on_both_sides() {
        scene.types(SOURCE, EMAIL, NEW).types(TARGET, EMAIL, OTHER).looksAt(SOURCE);

        answers(question(BOTH_SIDES_CHANGED), "email", Choice.TARGET);
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, OTHER);
    }

    @Test @Follows(FIRST_MEETING_DIFFERS) void the_values_that_are_chosen_at_the_first_meeting_stand_on_both_sides() {
        scene = Scene.ofTwoPairedCompanies().types(SOURCE, EMAIL, NEW).types(TARGET, EMAIL, OTHER).types(TARGET, NAME, "Bakker & Zonen");
        scene.looksAt(SOURCE);

        answers(question(FIRST_MEETING_DIFFERS), "email", Choice.SOURCE);
        answers(question(FIRST_MEETING_DIFFERS), "name", Choice.TARGET);
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, NEW);
        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(NOT_TAKEN_OVER) void what_a_system_did_not_take_over_is_changed_there_by_hand() {
        for (Side keeps : Side.values()) {
            two_that_agree();
            scene.types(keeps.other(), EMAIL, NEW).answers(Step.Write.class, echoing(OLD)).looksAt(keeps.other());
            assertThat(named(question(NOT_TAKEN_OVER).reason())).isEqualTo(keeps);
            scene.looksAt(keeps.other());

            scene.types(named(question(NOT_TAKEN_OVER).reason()), EMAIL, NEW).looksAt(keeps);

            isQuietlyInSync(EMAIL, NEW);
        }
    }

    @Test @Follows(ANSWERED_OTHERWISE) void the_value_that_is_chosen_after_an_odd_answer_stands_on_both_sides() {
        for (Choice choice : new Choice[] {Choice.SOURCE, Choice.TARGET}) {
            two_that_agree();
            scene.types(SOURCE, EMAIL, NEW).answers(Step.Write.class, echoing(OTHER)).looksAt(SOURCE);
            scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);

            answers(question(ANSWERED_OTHERWISE), "email", choice);
            scene.looksAt(TARGET);

            isQuietlyInSync(EMAIL, choice == Choice.SOURCE ? NEW : OTHER);
        }
    }

    @Test @Follows(ONE_WAY) void what_is_changed_on_the_side_that_is_carried_crosses() {
        two_that_agree();
        oneWay(Direction.TO_SOURCE, Policy.TARGET_WINS);
        scene.types(SOURCE, EMAIL, OTHER).looksAt(SOURCE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);

        scene.types(named(said(ONE_WAY)), EMAIL, NEW).looksAt(TARGET);

        isQuietlyInSync(EMAIL, NEW);
    }

    @Test @Follows(DRIFT) void what_was_changed_in_the_target_is_one_again_when_the_source_is_changed_so_too() {
        two_that_agree();
        oneWay(Direction.TO_TARGET, Policy.ASK);
        scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);
        assertThat(named(said(DRIFT))).isEqualTo(TARGET);
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(OLD);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OTHER);

        scene.types(SOURCE, EMAIL, OTHER).looksAt(SOURCE);

        isQuietlyInSync(EMAIL, OTHER);
    }

    @Test @Follows(DRIFT) void what_was_changed_in_the_target_gives_way_where_a_person_chooses_the_source() {
        two_that_agree();
        oneWay(Direction.TO_TARGET, Policy.ASK);
        scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);
        said(DRIFT);

        scene.answered.add(new Question.Answered(DRIFT, "email", Choice.SOURCE, "", new Question.Both(OLD, OTHER)));
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, OLD);
    }

    @Test @Follows(DRIFT_OVERWRITTEN) void what_was_set_back_in_the_target_crosses_once_the_source_says_so() {
        two_that_agree();
        oneWay(Direction.TO_TARGET, Policy.SOURCE_RULES);
        scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);
        assertThat(named(said(DRIFT_OVERWRITTEN))).isEqualTo(TARGET);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);

        scene.types(SOURCE, EMAIL, OTHER).looksAt(SOURCE);

        isQuietlyInSync(EMAIL, OTHER);
    }

    private void oneWay(Direction direction, Policy policy) { scene.rules.rule = new FieldRule(direction, policy, Emptying.COPY, Emptying.COPY, false); }

    @Test @Follows(PARTED_BY_HAND) void a_number_of_its_own_is_in_sync_and_one_again_when_both_are_equal() {
        scene.rules.source.joinsFields = true;
        numbers("+31612345678", "+31612345678");
        scene.partners(PartKind.CONTACT, "C1", "TC1").inSync();
        numbers("+31612345678", "+31611111111").looksAt(TARGET);
        assertThat(named(said(PARTED_BY_HAND))).isEqualTo(TARGET);
        isInSync(EMAIL, OLD);

        numbers("+31612345678", "+31612345678").looksAt(TARGET);

        isQuietlyInSync(EMAIL, OLD);
        scene.contact(SOURCE, "C1", "", number("+31687654321", "+31687654321")).looksAt(SOURCE);
        assertThat(scene.held(TARGET, "TC1", PRIVATE_MOBILE)).isEqualTo("+31687654321");
    }

    private Scene numbers(String business, String own) {
        if (scene.pair.partners().isEmpty()) scene.contact(SOURCE, "C1", "", number(business, own));
        return scene.contact(TARGET, "TC1", "C1", number(business, own));
    }

    private static Values number(String business, String own) {
        return Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, business).with(PRIVATE_MOBILE, own);
    }

    private static Answer echoing(String email) { return new Answer.Done("", "2", Values.NONE.with(EMAIL, email), Map.of()); }
}
