package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Rules.FirstMeeting;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** Engine.md section 3, rules 4, 5 and 7: who moved since both last agreed, and what follows. */
class MergeTest {

    private final Scene scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, "info@bakker.example").bothHold(PHONE, "+31 10 123 4567");

    @Test void two_equal_records_that_meet_need_no_write() {
        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_look_at_what_did_not_change_asks_one_side_and_writes_nothing() {
        scene.inSync().looksAt(SOURCE);

        assertThat(scene.settlement.outcome()).isEqualTo(Settlement.Outcome.EQUAL);
        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.changes()).isEmpty();
    }

    @Test @Requirement("AC-25") void an_edit_on_one_side_is_carried_to_the_other_and_only_that_field() {
        scene.inSync().types(TARGET, EMAIL, "post@bakker.example").looksAt(TARGET);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.values().fields()).containsExactly(EMAIL));
    }

    @Test void a_member_that_is_no_longer_shown_is_no_move_and_the_difference_says_why() {
        scene.inSync().change(SOURCE, relation -> relation.with(relation.values().with(EMAIL, Value.absent()))).looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(scene.settlement.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.NO_LONGER_SHOWN);
            assertThat(reason.subject()).isEqualTo("email");
            assertThat(reason.text()).doesNotContain("{").as("true of a record that lost it, and of a sheet without its column").startsWith("What came last from").contains("leaves email out");
            assertThat(reason.remedy()).contains("sheet has no column");
        });
        scene.types(SOURCE, EMAIL, "info@bakker.example").looksAt(SOURCE);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void another_spelling_of_the_same_number_is_no_edit() {
        scene.inSync().types(TARGET, PHONE, "+31 (0)10 123 4567").looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_capital_or_a_dot_that_a_person_corrects_crosses() {
        scene.inSync().types(SOURCE, NAME, "BAKKER B.V.").types(TARGET, EMAIL, "in.fo@bakker.example").looksAt(SOURCE);

        assertThat(scene.held(TARGET, NAME)).isEqualTo("BAKKER B.V.");
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("in.fo@bakker.example");
    }

    @Test void a_correction_of_capitals_is_written_once_to_a_system_that_has_its_own() {
        scene.rules.target.shouts = true;
        scene.inSync().types(SOURCE, NAME, "bakker b.v.").looksAt(SOURCE);
        assertThat(scene.writes()).hasSize(1);

        scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("bakker b.v.");
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void a_chosen_spelling_is_given_once_to_a_system_that_has_its_own() {
        scene.rules.target.shouts = true;
        scene.types(TARGET, NAME, "BAKKER B.V.").looksAt(SOURCE);
        scene.answered.add(new Answered(ReasonCode.FIRST_MEETING_DIFFERS, "name", Choice.SOURCE, null, new Both("Bakker B.V.", "BAKKER B.V.")));

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).hasSize(1);
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test @Requirement({"AC-01", "AC-92"}) void edits_of_different_fields_on_both_sides_are_merged() {
        scene.inSync().types(SOURCE, PHONE, "+31 10 765 4321").types(TARGET, EMAIL, "post@bakker.example").looksAt(TARGET);

        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31107654321");
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void the_same_edit_on_both_sides_is_an_agreement() {
        scene.inSync().bothHold(EMAIL, "post@bakker.example").looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test @Requirement("AC-92") void edits_that_clash_hold_that_field_with_both_values_and_let_the_others_go_on() {
        scene.inSync().types(SOURCE, EMAIL, "a@bakker.example").types(TARGET, EMAIL, "b@bakker.example")
            .types(SOURCE, PHONE, "+31 10 765 4321").looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
        assertThat(scene.settlement.questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo(ReasonCode.BOTH_SIDES_CHANGED);
            assertThat(question.values()).containsEntry("email", new Both("a@bakker.example", "b@bakker.example"));
        });
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("a@bakker.example");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("b@bakker.example");
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31107654321");
    }

    @Test void an_answered_clash_makes_both_sides_equal_and_the_question_is_gone() {
        clash().answered.add(answer(Choice.TARGET, null));

        scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("b@bakker.example");
        assertThat(scene.settlement.questions()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void a_value_of_ones_own_is_written_to_both_sides() {
        clash().answered.add(answer(Choice.VALUE, "c@bakker.example"));

        scene.looksAt(TARGET);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("c@bakker.example");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("c@bakker.example");
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void an_answer_given_for_other_values_does_not_count() {
        clash().answered.add(answer(Choice.SOURCE, null));
        scene.types(TARGET, EMAIL, "newer@bakker.example");

        scene.looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("newer@bakker.example");
    }

    @Test void a_clash_closes_by_itself_when_both_sides_become_equal() {
        clash().bothHold(EMAIL, "same@bakker.example").looksAt(SOURCE);

        assertThat(scene.settlement.questions()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void the_policy_of_the_link_may_settle_a_clash() {
        scene.rules.rule = new FieldRule(Direction.BOTH, Policy.SOURCE_WINS, Emptying.COPY, Emptying.COPY, false);

        clash();

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("a@bakker.example");
        assertThat(scene.settlement.questions()).isEmpty();
    }

    @Test void at_the_first_meeting_an_empty_field_is_filled_on_either_side() {
        scene.types(SOURCE, EMAIL, "").types(TARGET, PHONE, "");

        scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31101234567");
    }

    @Test void at_the_first_meeting_differences_are_one_question_for_the_pair() {
        scene.types(SOURCE, EMAIL, "a@bakker.example").types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.settlement.questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo(ReasonCode.FIRST_MEETING_DIFFERS);
            assertThat(question.values().keySet()).containsExactly("email", "name");
        });
    }

    @Test void at_the_first_meeting_of_a_one_way_link_the_source_wins() {
        scene.rules.firstMeeting = FirstMeeting.SOURCE_WINS;

        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.held(TARGET, NAME)).isEqualTo("Bakker en Zn.");
    }

    @Test void emptying_is_copied_ignored_or_held_as_the_field_says() {
        assertThat(emptied(Emptying.COPY).held(TARGET, EMAIL)).isEmpty();
        assertThat(emptied(Emptying.IGNORE).settlement.reasons()).extracting("code").contains(ReasonCode.EMPTY_IGNORED);
        assertThat(emptied(Emptying.IGNORE).held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(emptied(Emptying.HOLD).settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.EMPTY_HELD);
        assertThat(emptied(Emptying.HOLD).held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
    }

    @Test void a_field_that_a_system_cannot_tell_never_moves() {
        scene.inSync().change(SOURCE, relation -> relation.with(relation.values().with(EMAIL, nl.koppelwerk.relation.Value.absent()))).looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_required_field_is_not_emptied_on_the_other_side() {
        scene.inSync().types(SOURCE, NAME, "").looksAt(SOURCE);

        assertThat(scene.held(TARGET, NAME)).isEqualTo("Bakker B.V.");
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.REQUIRED_MISSING);
    }

    private Scene clash() {
        scene.inSync().types(SOURCE, EMAIL, "a@bakker.example").types(TARGET, EMAIL, "b@bakker.example").looksAt(SOURCE);
        return scene;
    }

    private static Answered answer(Choice choice, String value) {
        return new Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", choice, value, new Both("a@bakker.example", "b@bakker.example"));
    }

    private static Scene emptied(Emptying rule) {
        var fresh = Scene.ofTwoPairedCompanies().bothHold(EMAIL, "info@bakker.example");
        fresh.rules.rule = new FieldRule(Direction.BOTH, Policy.ASK, rule, rule, false);
        fresh.inSync().types(SOURCE, EMAIL, "").looksAt(SOURCE);
        return fresh;
    }
}
