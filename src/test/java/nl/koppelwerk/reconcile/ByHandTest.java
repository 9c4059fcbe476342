package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** A relation that does not flow by itself (CL-03): its status is shown, and a person carries over what he chooses. */
class ByHandTest {

    private final Scene scene = Scene.ofTwoPairedCompanies();

    @Test void nothing_crosses_and_the_reason_is_told() {
        scene.types(SOURCE, EMAIL, "a@aeroe.example").types(TARGET, EMAIL, "b@aeroe.example");
        doesNotFlow();

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(State.OUT_OF_SCOPE);
        assertThat(settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AUTOMATIC);
        assertThat(settlement.questions()).isEmpty();
        assertThat(settlement.sightings()).as("both were read, for whoever compares them").hasSize(2);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void what_a_person_chose_is_written_and_nothing_else() {
        scene.types(SOURCE, EMAIL, "a@aeroe.example").types(TARGET, EMAIL, "b@aeroe.example");
        scene.types(SOURCE, PHONE, "+4586550100").types(TARGET, PHONE, "+4586550101");
        scene.contact(SOURCE, "C1", "", Values.NONE.with(nl.koppelwerk.relation.Fields.LAST_NAME, "Sørensen"));
        doesNotFlow();
        scene.answered.add(new Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", Choice.TARGET, "", new Both("a@aeroe.example", "b@aeroe.example")));

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("b@aeroe.example");
        assertThat(scene.held(SOURCE, PHONE)).isEqualTo("+4586550100");
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+4586550101");
        assertThat(scene.writes()).hasSize(1);
        assertThat(settlement.state()).isEqualTo(State.OUT_OF_SCOPE);
        assertThat(settlement.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(settlement.questions()).isEmpty();
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 2. */
    @Test void what_the_brake_stops_of_a_key_that_crosses_all_the_same_is_asked() {
        scene.rules.rules = (part, field) -> new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.SOURCE_WINS, FieldRule.Emptying.IGNORE, FieldRule.Emptying.IGNORE, true);
        scene.looksAt(SOURCE);
        scene.types(SOURCE, NAME, "Sørensen A/S").brake = 0;
        doesNotFlow();

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(State.HELD);
        assertThat(settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BRAKE);
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 1093: a value was asked about that nobody held any more. */
    @Test void a_question_about_what_somebody_changed_since_closes() {
        scene.bothHold(EMAIL, "a@aeroe.example").inSync();
        scene.types(SOURCE, EMAIL, "b@aeroe.example").answers(Step.Write.class, new Answer.Done("", "2", Values.NONE.with(EMAIL, EMAIL.type().parse("a@aeroe.example")), java.util.Map.of())).looksAt(SOURCE);
        doesNotFlow();
        assertThat(scene.looksAt(SOURCE).questions()).extracting(Question::code).containsExactly(ReasonCode.NOT_TAKEN_OVER);

        var settlement = scene.types(SOURCE, EMAIL, "c@aeroe.example").looksAt(SOURCE);

        assertThat(settlement.questions()).isEmpty();
        assertThat(settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AUTOMATIC);
    }

    @Test void once_it_flows_again_what_differs_is_asked_and_what_was_chosen_is_agreed() {
        what_a_person_chose_is_written_and_nothing_else();
        scene.answered.clear();
        scene.rules.waitsForHand = List.of();

        assertThat(scene.looksAt(SOURCE).questions()).singleElement().satisfies(question -> assertThat(question.values()).containsOnlyKeys("phone"));
    }

    @Test void it_is_not_made_on_the_other_side_until_a_person_says_so() {
        scene.systems.get(TARGET).clear();
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        doesNotFlow();

        assertThat(scene.looksAt(SOURCE).reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AUTOMATIC);
        assertThat(scene.writes()).isEmpty();

        scene.answered.add(new Answered(ReasonCode.NOT_AUTOMATIC, "", Choice.RELEASE, "", new Both("", "")));
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test void it_is_paired_all_the_same_with_the_record_that_it_is() {
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.systems.get(TARGET).computeIfPresent("T1", (id, relation) -> new nl.koppelwerk.relation.Relation(relation.kind(), relation.values(), List.of(),
            java.util.Set.of(), java.util.Map.of(), "S1", java.util.Set.of()));
        doesNotFlow();

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("T1");
    }

    /** Customer group, payment terms and VAT zone of e-conomic: from the settings when a customer is made, the office's own from then on. */
    @Test void what_is_given_along_at_birth_is_never_compared_afterwards() {
        scene.systems.get(TARGET).clear();
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.types(SOURCE, EMAIL, "a@aeroe.example");
        scene.rules.rules = (part, field) -> field.equals(EMAIL) ? FieldRule.AT_BIRTH : FieldRule.BOTH_WAYS;
        scene.looksAt(SOURCE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("a@aeroe.example");

        scene.types(TARGET, EMAIL, "b@aeroe.example").looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo(scene.held(TARGET, NAME));
    }

    private void doesNotFlow() { scene.rules.waitsForHand = List.of(new Reason(ReasonCode.NOT_AUTOMATIC)); }
}
