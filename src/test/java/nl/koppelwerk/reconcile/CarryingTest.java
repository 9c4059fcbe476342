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
import nl.koppelwerk.link.Sighting;
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
        wants("w1", "label", "email");
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
        wants("w1", "label", "email");
        scene.types(SOURCE, EMAIL, "newer@peeters.example");

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_look_that_died_after_its_write_is_gone_on_with() {
        bothDiffer();
        wants("w1", "label", "email");
        scene.types(TARGET, LABEL, "AJ2026");

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("an@peeters.example");
        assertThat(settlement.wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
    }

    /** Found by the simulation, seeds 421 and 962 of AdminPulse and Accounton. */
    @Test void what_was_typed_at_its_source_after_it_was_written_does_not_unwrite_it() {
        bothDiffer();
        wants("label");
        scene.types(TARGET, LABEL, "AJ2026").types(SOURCE, LABEL, "AJ2027");
        scene.pair = scene.pair.withRecent(List.of(new Sent(TARGET, PartKey.ROOT, LABEL, LABEL.type().parse("AJ2026"), LABEL.type().parse("AJ2025"), LABEL.type().parse("AJ2026"), scene.now, false)));

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(scene.writes()).isEmpty();
    }

    /** Found by the simulation, seed 7873 of AdminPulse and Accounton: a worker died after its write, and one of the two fields was typed over before another looked. */
    @Test void of_what_was_written_together_one_field_may_be_typed_over_before_that_is_known() {
        bothDiffer();
        wants("w1", "label", "email");
        scene.loses(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(SOURCE);
        scene.deliveries.add(new OpenDelivery("1", scene.writes().get(0), OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null));
        scene.types(TARGET, EMAIL, "nieuw@peeters.example");
        scene.looksAt(SOURCE);

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("nieuw@peeters.example");
    }

    /** Found by the simulation, seed 1940 of AdminPulse and Accounton: an undo of an earlier import put something else there before anybody said that this one was done. */
    @Test void what_was_written_and_is_overwritten_before_that_is_told_was_written_all_the_same() {
        bothDiffer();
        wants("label");
        scene.loses(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(SOURCE);
        scene.deliveries.add(new OpenDelivery("1", scene.writes().get(0), OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null));
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.POSTPONED);
        scene.types(TARGET, LABEL, "AJ2024");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED));
        assertThat(scene.held(TARGET, LABEL)).isEqualTo("AJ2024");
    }

    @Test void what_is_there_just_as_it_was_chosen_is_equal_whoever_typed_it_and_whatever_else_moved() {
        bothDiffer();
        wants("label");
        scene.types(TARGET, LABEL, "AJ2026").types(TARGET, PHONE, "+32470999999");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.EQUAL));
        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void what_stands_there_as_it_was_shown_is_not_what_was_chosen_though_it_differs_in_capitals_alone() {
        bothDiffer();
        scene.types(SOURCE, NAME, "Bakker bv").types(TARGET, NAME, "BAKKER BV");
        wants("name");
        scene.types(SOURCE, PHONE, "+32470999999");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW));
        assertThat(scene.held(TARGET, NAME)).isEqualTo("BAKKER BV");
    }

    @Test void of_two_imports_that_want_the_same_both_are_told_that_it_is_written() {
        bothDiffer();
        wants("label");
        wants("w2", "label");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.UPDATED, "w2", Outcome.UPDATED));
        assertThat(scene.writes()).hasSize(1);
    }

    @Test void of_two_imports_that_want_something_else_the_newer_is_carried_out() {
        bothDiffer();
        wants("email");
        wants("w2", "label");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW, "w2", Outcome.UPDATED));
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("old@peeters.example");
        assertThat(scene.held(TARGET, LABEL)).isEqualTo("AJ2026");
    }

    @Test void of_two_imports_that_want_the_same_the_second_finds_it_there() {
        bothDiffer();
        wants("label");
        wants("w2", "label");
        var second = scene.wanted.remove(1);
        scene.looksAt(SOURCE);
        scene.later(Duration.ofMinutes(1));
        scene.wanted.add(later((Wanted.Carry) second));

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w2", Outcome.EQUAL));
        assertThat(scene.writes()).isEmpty();
    }

    @Test void of_two_imports_that_make_the_same_record_both_are_told_that_it_is_made() {
        alone();
        makes(shown());
        makes("w2", shown(), "q-2026-nl");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CREATED, "w2", Outcome.CREATED));
        assertThat(scene.systems.get(TARGET)).hasSize(1);
    }

    @Test void of_two_imports_that_make_it_otherwise_the_newer_is_carried_out() {
        alone();
        makes(shown());
        makes("w2", shown(), "q-2026-fr");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CHANGED_SINCE_PREVIEW, "w2", Outcome.CREATED));
        assertThat(scene.systems.get(TARGET).values().iterator().next().values().get(QUESTIONNAIRE).text()).isEqualTo("q-2026-fr");
    }

    @Test void what_an_earlier_import_has_made_by_then_is_what_that_one_wanted() {
        alone();
        makes(shown());
        wasMade();
        scene.later(Duration.ofMinutes(1));
        makes("w2", shown(), "q-2026-fr");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("w1", Outcome.CREATED, "w2", Outcome.CHANGED_SINCE_PREVIEW));
        assertThat(scene.writes()).isEmpty();
    }

    /** Found by the simulation, seed 2608 of AdminPulse and Accounton: the two took turns within one look, for each found what it had been planned with. */
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

    /** Found by the simulation of imports, seed 9505: its create had waited an hour for the budget, and what was typed meanwhile was not seen. */
    @Test void a_record_whose_making_had_to_wait_is_read_again_before_it_is_made() {
        alone();
        makes(shown());
        scene.stored.put(SOURCE, new Sighting(SOURCE, "S1", scene.systems.get(SOURCE).get("S1"), "1", null, scene.now));
        scene.later(Duration.ofHours(1)).types(SOURCE, EMAIL, "newer@peeters.example");

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

    private void wants(String field) { wants("w1", field); }

    private void wants(String id, String... fields) {
        var shown = new Plan.Shown(scene.systems.get(SOURCE).get("S1").values(), scene.systems.get(TARGET).get("T1").values());
        scene.wanted.add(new Wanted.Carry(id, "anna", scene.now, "T1", shown, Set.of(fields), Values.NONE));
    }

    private void alone() {
        byImport();
        scene.systems.get(TARGET).clear();
        scene.has(SOURCE, "S1", shown());
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
    }

    private static Values shown() { return Values.NONE.with(NAME, "An Peeters").with(EMAIL, "an@peeters.example"); }

    private Wanted.Carry later(Wanted.Carry carry) { return new Wanted.Carry(carry.id(), carry.by(), scene.now, carry.partner(), carry.shown(), carry.fields(), carry.given()); }

    private void makes(Values shown) { makes("w1", shown, "q-2026-nl"); }

    private void makes(String id, Values shown, String questionnaire) {
        scene.wanted.add(new Wanted.Carry(id, "anna", scene.now, "", new Plan.Shown(shown, Values.NONE), Set.of(), Values.NONE.with(QUESTIONNAIRE, questionnaire)));
    }
}
