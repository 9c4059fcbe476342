package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defects of restoring that the simulation found, each by an example of its own; the numbers are its seeds. */
class RestoreFindingsTest {

    private static final String OLD = "info@bakker.example";
    private static final String NEW = "post@bakker.example";

    private final Scene scene = Scene.ofTwoPairedCompanies();

    @BeforeEach void a_plan_is_applied() {
        scene.bothHold(EMAIL, NEW).inSync();
        scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse(OLD), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW), false));
    }

    /** 1181: its answer was lost, it landed after it had been looked for, and what it brought went to the other side as an edit. */
    @Test void what_a_lost_write_put_back_late_is_no_edit() {
        aWriteWasGivenUp();
        scene.types(TARGET, EMAIL, OLD);

        var settlement = scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(NEW);
        assertThat(settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.RESTORED);
        assertThat(settlement.wanted()).containsEntry("1", Outcome.UPDATED);
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.EQUAL);
    }

    /** 5153: the brake held it back for hours; then a person typed what it wanted, another one typed something else, and the first edit was lost. */
    @Test void what_a_person_typed_before_anything_was_sent_is_an_edit() {
        scene.types(TARGET, EMAIL, OLD).types(SOURCE, EMAIL, "bakkerij@bakker.example");

        var settlement = scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        assertThat(settlement.wanted()).containsEntry("1", Outcome.CHANGED_SINCE_PREVIEW);
    }

    /** On the running program: the merge set a person's edit back, and then the plan put back what had stood before the run. */
    @Test void what_this_very_look_set_back_was_an_edit_all_the_same() {
        scene.rules.rule = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.SOURCE_RULES, FieldRule.Emptying.COPY, FieldRule.Emptying.COPY, false);
        scene.types(TARGET, EMAIL, "bakkerij@bakker.example");

        var settlement = scene.looksAt(TARGET);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(NEW);
        assertThat(settlement.wanted()).containsEntry("1", Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.DRIFT_OVERWRITTEN);
    }

    /** 19219. */
    @Test void what_landed_late_is_no_edit_of_the_next_read_that_lags_either() {
        aWriteWasGivenUp();
        scene.rules.target.visibilityDelay = Duration.ofSeconds(20);
        var before = scene.systems.get(TARGET).get("T1");
        scene.types(TARGET, EMAIL, OLD).looksAt(TARGET);

        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(TARGET, "T1", before, "1", null, scene.now))).looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.PENDING);
        scene.later(Duration.ofSeconds(30)).looksAt(TARGET);
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(NEW);
        assertThat(scene.settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.RESTORED);
    }

    /** Over the interface: only one side was put back, and the run said that both were. */
    @Test void both_sides_of_one_field_are_put_back_together() {
        scene.wanted.add(new Wanted.Put("2", "anna", scene.now, SOURCE, "S1", PartKey.ROOT, EMAIL, EMAIL.type().parse("oud@bakker.example"), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW), false));

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("oud@bakker.example");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);
        assertThat(settlement.wanted()).isEqualTo(java.util.Map.of("1", Outcome.UPDATED, "2", Outcome.UPDATED));
        assertThat(settlement.reasons()).extracting(reason -> reason.code()).containsOnly(ReasonCode.RESTORED);
        assertThat(scene.looksAt(TARGET).outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(scene.wanted).isEmpty();
    }

    @Test void both_sides_of_one_field_are_put_back_where_a_look_died_between_them() {
        scene.wanted.add(new Wanted.Put("2", "anna", scene.now, SOURCE, "S1", PartKey.ROOT, EMAIL, EMAIL.type().parse("oud@bakker.example"), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW), false));
        aWriteWasGivenUp();
        scene.types(SOURCE, EMAIL, "oud@bakker.example");

        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("oud@bakker.example");
    }

    /** Over the interface: the one that was written said updated for both. */
    @Test void where_a_part_of_it_waits_for_the_brake_the_item_is_held() {
        var first = scene.wanted.remove(0);
        scene.bothHold(PHONE, "+31101234567").inSync();
        scene.wanted.add(first);
        scene.wanted.add(new Wanted.Put("2", "anna", scene.now, TARGET, "T1", PartKey.ROOT, PHONE, Value.empty(), PHONE.type().parse("+31101234567"), PHONE.type().parse("+31101234567"), false));
        scene.brake = 0;

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.outcome()).isEqualTo(Outcome.HELD);
        assertThat(settlement.wanted()).isEqualTo(java.util.Map.of("1", Outcome.HELD));
    }

    /** Over the interface: what was written for a plan, and what a lost answer had brought, was nobody's in the history. */
    @Test void the_history_names_what_was_written_for_a_plan_and_knows_a_landed_write_for_ours() {
        var changes = scene.looksAt(SOURCE).changes();
        assertThat(changes).filteredOn(change -> change.side() == TARGET && change.field().equals(EMAIL)).singleElement()
            .satisfies(change -> assertThat(change.wanted()).contains("1"));

        var write = new Step.Write(SOURCE, "S1", nl.koppelwerk.relation.Kind.ORGANISATION, PartKey.ROOT, "S1", "", "", Step.Action.UPDATE, Values.NONE.with(PHONE, "+31101234567"),
            Values.NONE.with(PHONE, ""), Values.NONE.with(PHONE, "+31101234567"), "", "", 0);
        scene.types(SOURCE, PHONE, "+31101234567");
        scene.deliveries.add(new OpenDelivery("d1", write, OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, java.util.Map.of(), scene.now.minusSeconds(5), 0, null));
        assertThat(scene.looksAt(SOURCE).changes()).filteredOn(change -> change.field().equals(PHONE)).singleElement().satisfies(change -> assertThat(change.written()).isTrue());
    }

    /** 4629: another field was refused, so the answer was not spent; what the plan put back was what it had been given for, and it was followed once more. */
    @Test void an_answer_that_fits_again_because_a_plan_put_the_value_back_is_not_followed() {
        var spelled = EMAIL.type().parse("POST@BAKKER.EXAMPLE");
        scene.wanted.clear();
        scene.type(TARGET, EMAIL, spelled);
        scene.pair = scene.pair.withBaselines(scene.pair.sourceBaseline(), scene.pair.targetBaseline().with(PartKey.ROOT, EMAIL, spelled));
        scene.answered.add(new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, "email", Question.Choice.SOURCE, "", new Question.Both(NEW, OLD)));
        scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse(OLD), spelled, EMAIL.type().parse(NEW), false));

        scene.looksAt(TARGET);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);
        assertThat(scene.settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.RESTORED);
    }

    /** 1346: the record was deleted after the plan was made, and a new one took its place. */
    @Test void what_was_planned_for_one_record_is_not_written_to_the_one_that_took_its_place() {
        scene.has(TARGET, "T2", Values.NONE.with(NAME, "Bakker B.V.").with(EMAIL, NEW));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T2");
        scene.lastKnown.remove(TARGET);

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(NEW);
        assertThat(settlement.wanted()).containsEntry("1", Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(settlement.outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);
    }

    /** 6216: emptied and typed again, it differed without a reason, and the next edit of the other side took its place. */
    @Test void a_restored_value_that_was_changed_and_changed_back_is_asked_about() {
        scene.looksAt(SOURCE);
        scene.brake = 0;
        scene.types(TARGET, EMAIL, "").looksAt(TARGET);
        assertThat(scene.settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.BRAKE);

        scene.types(TARGET, EMAIL, OLD).looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        scene.types(SOURCE, EMAIL, "bakkerij@bakker.example").looksAt(SOURCE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("bakkerij@bakker.example");
    }

    @Test void of_two_plans_that_want_the_same_both_are_told_that_it_stands() {
        isWantedToo(OLD);

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("1", Outcome.UPDATED, "2", Outcome.UPDATED));
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);
        assertThat(scene.writes()).hasSize(1);
    }

    @Test void of_two_plans_for_one_field_the_newer_is_carried_out() {
        isWantedToo("bakkerij@bakker.example");

        assertThat(scene.looksAt(SOURCE).wanted()).isEqualTo(Map.of("1", Outcome.CHANGED_SINCE_PREVIEW, "2", Outcome.UPDATED));
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("bakkerij@bakker.example");
        assertThat(scene.writes()).hasSize(1);
    }

    @Test void a_plan_goes_on_waiting_with_a_newer_one_that_is_braked() {
        isWantedToo("");
        scene.answers(Step.Write.class, new Answer.Braked());

        assertThat(scene.looksAt(SOURCE).wanted()).isEmpty();
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(NEW);
    }

    private void isWantedToo(String value) {
        scene.wanted.add(new Wanted.Put("2", "bert", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse(value), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW), false));
    }

    private void aWriteWasGivenUp() { scene.wanted.replaceAll(want -> ((Wanted.Put) want).doubted(true)); }
}
