package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person chose a value that the other system does not take. */
class OverruledTest {

    private final Scene scene = Scene.ofTwoPairedCompanies();

    /** A required name was emptied in the target after both had changed it, and that is what was chosen. */
    @BeforeEach void the_emptied_name_was_chosen() {
        scene.inSync();
        scene.types(SOURCE, NAME, "Bakkerij B.V.").types(TARGET, NAME, "");
        scene.answered.add(new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, "name", Choice.TARGET, "", new Both("Bakkerij B.V.", "")));
        scene.looksAt(SOURCE);
        scene.answered.clear();
    }

    @Test void it_stands_with_its_reason_and_is_not_asked_again() {
        assertThat(scene.settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.REQUIRED_MISSING);

        scene.looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.REQUIRED_MISSING);
        assertThat(scene.writes()).isEmpty();
    }

    /** Simulation seed 9139: it counted as no edit, and what the choice had overruled took its place. */
    @Test void who_types_what_both_held_before_has_typed_an_edit() {
        scene.types(TARGET, NAME, "Bakker B.V.").looksAt(TARGET);

        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker B.V.");
        assertThat(scene.held(TARGET, NAME)).isEqualTo("Bakker B.V.");
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void an_edit_of_the_overruled_side_is_asked_about() {
        scene.types(SOURCE, NAME, "Banketbakkerij B.V.").looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
    }

    @Test void a_field_that_nobody_chose_for_is_judged_as_before() {
        scene.bothHold(EMAIL, "info@bakker.example").looksAt(SOURCE);
        scene.types(TARGET, EMAIL, "post@bakker.example").looksAt(TARGET);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
    }
}
