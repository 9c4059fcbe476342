package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LABEL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.QUESTIONNAIRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** What an import that a person applied does: what it showed, and nothing where anything moved since. */
class CarryingTest {

    private static final FieldRule BY_CHOICE = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.ASK, FieldRule.Emptying.IGNORE, FieldRule.Emptying.IGNORE, false);
    private final Scene scene = Scene.ofTwoPairedCompanies();

    @Test @Requirement("IM-14") void the_chosen_fields_overwrite_and_the_others_stay() {
        bothDiffer();
        wants("label");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, LABEL)).isEqualTo("AJ2026");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("old@peeters.example");
        assertThat(settlement.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
        assertThat(scene.writes()).hasSize(1);
    }

    @Test void capitals_that_were_shown_as_a_difference_are_written() {
        bothDiffer();
        scene.types(SOURCE, NAME, "Bakker bv").types(TARGET, NAME, "BAKKER BV");
        wants("name");

        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, NAME)).isEqualTo("Bakker bv");
    }

    @Test void an_edit_of_any_field_that_was_shown_leaves_the_whole_relation_as_it_is() {
        bothDiffer();
        wants("label");
        scene.types(TARGET, PHONE, "+32470999999");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(settlement.outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
    }

    @Test void an_edit_of_a_field_that_was_to_be_overwritten_stays() {
        bothDiffer();
        wants("label", "email");
        scene.types(TARGET, LABEL, "AJ2024");

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(scene.held(TARGET, LABEL)).isEqualTo("AJ2024");
        assertThat(scene.writes()).isEmpty();
    }

    @Test void what_the_target_came_to_hold_where_nothing_was_shown_is_a_change_too() {
        bothDiffer();
        wants("label");
        scene.types(TARGET, NAME, "Maes BV");

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
    }

    @Test void what_was_shown_of_another_partner_is_not_carried() {
        bothDiffer();
        wants("label");
        scene.pair = scene.pair.withRoot(TARGET, "T2");
        scene.systems.get(TARGET).put("T2", scene.systems.get(TARGET).remove("T1"));

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_system_that_answers_in_its_own_spelling_is_written_once() {
        bothDiffer();
        scene.rules.target.shouts = true;
        scene.types(SOURCE, LABEL, "aj2026");
        wants("label");

        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, LABEL)).isEqualTo("AJ2026");
        assertThat(scene.settlement.wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
        assertThat(scene.writes()).hasSize(1);
    }

    @Test void what_moved_in_the_source_is_not_what_was_shown_either() {
        bothDiffer();
        wants("label", "email");
        scene.types(SOURCE, EMAIL, "newer@peeters.example");

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_look_that_died_after_its_write_is_gone_on_with() {
        bothDiffer();
        wants("label", "email");
        scene.types(TARGET, LABEL, "AJ2026");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("an@peeters.example");
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
    }

    /** 2608: the two took turns within one look, for each found what it had been planned with. */
    @Test void what_a_person_had_put_back_since_is_not_written_over_by_an_import_that_had_failed() {
        bothAgree();
        scene.types(TARGET, EMAIL, "old@peeters.example");
        wants("email");
        scene.types(TARGET, EMAIL, "an@peeters.example").later(Duration.ofHours(1));
        puts("old@peeters.example");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.writes()).hasSize(1);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("old@peeters.example");
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW, "w2", Outcome.UPDATED));
    }

    @Test void a_later_choice_of_a_preview_takes_the_place_of_what_was_to_be_put_back() {
        bothAgree();
        puts("old@peeters.example");
        scene.looksAt(SOURCE);
        puts("older@peeters.example");
        scene.later(Duration.ofHours(1));
        wants("email");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.writes()).hasSize(1);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("an@peeters.example");
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED, "w2", Outcome.CHANGED_SINCE_PREVIEW));
    }

    private void bothAgree() {
        scene.bothHold(EMAIL, "an@peeters.example").inSync();
        byImport();
    }

    private void puts(String email) {
        scene.wanted.add(new Wanted.Put("w2", "anna", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse(email), scene.value(TARGET, EMAIL), scene.value(SOURCE, EMAIL), false));
    }

    @Test void without_an_import_nothing_crosses() {
        bothDiffer();

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(settlement.reasons()).extracting(Reason::code).contains(ReasonCode.ONLY_BY_IMPORT);
    }

    @Test @Requirement("IM-22") void a_record_is_made_as_it_was_shown_with_what_goes_along() {
        alone();
        makes(shown());

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.CREATED));
        assertThat(scene.systems.get(TARGET)).hasSize(1);
        assertThat(scene.systems.get(TARGET).values().iterator().next().values().get(QUESTIONNAIRE).text()).isEqualTo("q-2026-nl");
    }

    @Test void a_record_that_is_no_longer_what_was_shown_is_not_made() {
        alone();
        makes(shown().with(EMAIL, "older@peeters.example"));

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.systems.get(TARGET)).isEmpty();
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
    }

    @Test void a_field_that_nobody_was_shown_does_not_go_along() {
        alone();
        makes(shown());
        scene.types(SOURCE, PHONE, "+32470123456");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
        assertThat(scene.systems.get(TARGET)).isEmpty();
    }

    @Test void a_record_whose_making_was_judged_later_counts_as_made() {
        alone();
        makes(shown());
        wasMade();

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CREATED));
        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test void a_record_that_somebody_made_otherwise_meanwhile_is_not_what_was_chosen() {
        alone();
        makes(shown());
        scene.has(TARGET, "T1", shown().with(EMAIL, "other@peeters.example"));
        scene.pair = scene.pair.withRoot(TARGET, "T1");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("other@peeters.example");
    }

    @Test void what_was_typed_while_a_record_was_being_made_does_not_unmake_it() {
        alone();
        makes(shown());
        wasMade();
        scene.types(SOURCE, EMAIL, "newer@peeters.example");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CREATED));
        assertThat(scene.writes()).isEmpty();
    }

    @Test void whoever_was_found_to_be_its_partner_meanwhile_was_not_made() {
        alone();
        makes(shown());
        scene.has(TARGET, "T1", shown());
        scene.pair = scene.pair.withRoot(TARGET, "T1");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
        assertThat(scene.writes()).isEmpty();
    }

    private void wasMade() {
        scene.has(TARGET, "T1", shown());
        scene.pair = scene.pair.withRoot(TARGET, "T1")
            .withRecent(List.of(new Sent(TARGET, PartKey.ROOT, QUESTIONNAIRE, QUESTIONNAIRE.type().parse("q-2026-nl"), Value.empty(), Value.absent(), scene.now, false)));
    }

    @Test void nothing_is_made_of_what_nobody_chose() {
        alone();

        assertThat(scene.looksAt(SOURCE).reasons()).extracting(Reason::code).containsExactly(ReasonCode.ONLY_BY_IMPORT);
        assertThat(scene.systems.get(TARGET)).isEmpty();
    }

    private void byImport() {
        scene.rules.waitsForHand = List.of(new Reason(ReasonCode.ONLY_BY_IMPORT));
        scene.rules.rules = (part, field) -> field.equals(QUESTIONNAIRE) ? FieldRule.AT_BIRTH : BY_CHOICE;
    }

    private void bothDiffer() {
        byImport();
        scene.types(SOURCE, EMAIL, "an@peeters.example").types(TARGET, EMAIL, "old@peeters.example");
        scene.types(SOURCE, LABEL, "AJ2026").types(TARGET, LABEL, "AJ2025").bothHold(PHONE, "+32470123456");
    }

    private void wants(String... fields) {
        var shown = new Plan.Shown(scene.systems.get(SOURCE).get("S1").values(), scene.systems.get(TARGET).get("T1").values());
        scene.wanted.add(new Wanted.Carry("w1", "anna", scene.now, "T1", shown, Set.of(fields), Values.NONE));
    }

    private void alone() {
        byImport();
        scene.systems.get(TARGET).clear();
        scene.has(SOURCE, "S1", shown());
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
    }

    private static Values shown() { return Values.NONE.with(NAME, "An Peeters").with(EMAIL, "an@peeters.example"); }

    private void makes(Values shown) {
        scene.wanted.add(new Wanted.Carry("w1", "anna", scene.now, "", new Plan.Shown(shown, Values.NONE), Set.of(), Values.NONE.with(QUESTIONNAIRE, "q-2026-nl")));
    }
}
