package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.PRIVATE_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engine.md section 7: restoring is a plan first, never over a later human edit, and what was restored stays until the field moves. */
class RestoreTest {

    private static final String OLD = "info@bakker.example";
    private static final String NEW = "post@bakker.example";
    private static final String OTHER = "bakkerij@bakker.example";

    private final Scene scene = Scene.ofTwoPairedCompanies();
    private final List<Past.Made> made = new ArrayList<>();
    private Instant before;

    @BeforeEach void an_edit_was_carried_over() {
        scene.bothHold(EMAIL, OLD).bothHold(PHONE, "+31101234567").inSync();
        before = scene.now;
        scene.later(Duration.ofHours(1)).types(SOURCE, EMAIL, NEW).looksAt(SOURCE);
        scene.later(Duration.ofHours(1));
    }

    @Test void what_the_hub_wrote_is_planned_back_to_what_stood_there() {
        var plan = plan().orElseThrow();

        assertThat(plan.bucket()).isEqualTo(Bucket.TO_RESTORE);
        assertThat(plan.fields()).singleElement().satisfies(planned -> {
            assertThat(planned.side()).isEqualTo(TARGET);
            assertThat(planned.subject()).isEqualTo("email");
            assertThat(planned.held().text()).isEqualTo(NEW);
            assertThat(planned.value().text()).isEqualTo(OLD);
            assertThat(planned.isWritten()).isTrue();
        });
    }

    /** It took our reference out of a record whose pair stood. */
    @Test void what_names_the_partner_is_not_planned_back() {
        scene.rules.rules = (part, field) -> field.equals(EMAIL) ? new FieldRule(Direction.TO_TARGET, Policy.SOURCE_WINS, Emptying.IGNORE, Emptying.IGNORE, true) : FieldRule.BOTH_WAYS;

        assertThat(plan()).isEmpty();
    }

    @Test void where_the_hub_wrote_nothing_since_there_is_nothing_to_plan() {
        assertThat(new Restore(scene.now, "", "").plan(past(), scene.rules)).isEmpty();
        assertThat(new Restore(before, "", "phone").plan(past(), scene.rules)).isEmpty();
    }

    @Test void what_was_restored_stands_with_its_reason_until_somebody_changes_it() {
        applied();

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OLD);
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(NEW);
        for (int look = 0; look < 4; look++) isRestored(scene.looksAt(look % 2 == 0 ? TARGET : SOURCE));
        scene.types(SOURCE, EMAIL, OTHER).looksAt(SOURCE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OTHER);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    /** Found by the simulation, seed 139: while a field waited to show what was written, its reason was forgotten. */
    @Test void what_was_restored_stays_said_while_the_system_still_shows_its_old_value() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(3);
        var before = scene.systems.get(TARGET).get("T1");
        applied();
        scene.looksAt(SOURCE);
        scene.answers(Step.Read.class, new Answer.Seen(new nl.koppelwerk.link.Sighting(TARGET, "T1", before, "1", null, scene.now)));
        assertThat(scene.looksAt(TARGET).state()).isEqualTo(State.PENDING);

        isRestored(scene.later(Duration.ofSeconds(5)).looksAt(TARGET));
    }

    @Test void a_change_on_the_restored_side_ends_it_too() {
        applied();
        scene.looksAt(SOURCE);

        scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(OTHER);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void the_history_says_that_the_hub_wrote_it_so_a_restore_can_be_restored() {
        applied();
        scene.run = "7";
        scene.looksAt(SOURCE);
        scene.run = "";

        var undone = new Restore(null, "7", "").plan(past(), scene.rules).orElseThrow();
        want(undone);
        scene.looksAt(TARGET);

        assertThat(undone.fields()).extracting(planned -> planned.value().text()).containsExactly(NEW);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(NEW);
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void what_a_person_typed_there_since_is_kept() {
        scene.types(TARGET, EMAIL, OTHER).looksAt(TARGET);

        var fields = plan().orElseThrow().fields();

        assertThat(fields).filteredOn(planned -> planned.side() == TARGET).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.CHANGED_BY_PERSON);
        assertThat(fields).filteredOn(planned -> planned.side() == SOURCE).as("what was carried over it goes back").singleElement()
            .satisfies(planned -> assertThat(planned.isWritten()).isTrue());
    }

    @Test void what_stands_there_but_was_not_looked_at_yet_is_kept() {
        scene.systems.get(TARGET).computeIfPresent("T1", (id, relation) -> relation.with(relation.values().with(EMAIL, OTHER)));
        scene.lastKnown.computeIfPresent(TARGET, (side, seen) -> seen.with(scene.systems.get(TARGET).get("T1")));

        assertThat(plan().orElseThrow().fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.CHANGED_LATER);
    }

    @Test void a_later_change_of_another_run_is_kept_when_a_run_is_undone() {
        scene.run = "7";
        scene.types(SOURCE, EMAIL, OTHER).looksAt(SOURCE);
        scene.run = "8";
        scene.types(SOURCE, EMAIL, "bakker@bakker.example").looksAt(SOURCE);

        var kept = new Restore(null, "7", "").plan(past(), scene.rules).orElseThrow();

        assertThat(kept.fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.CHANGED_LATER);
    }

    /** An import may write capitals alone; nobody is to believe that they were put back. */
    @Test void what_was_only_spelt_otherwise_is_listed_and_stays() {
        scene.run = "7";
        scene.types(SOURCE, EMAIL, "BAKKER@bakker.example").looksAt(SOURCE);
        scene.run = "8";
        scene.types(SOURCE, EMAIL, "Bakker@bakker.example").looksAt(SOURCE);

        var plan = new Restore(null, "8", "").plan(past(), scene.rules);

        assertThat(plan.orElseThrow().fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsOnly(ReasonCode.SPELT_OTHERWISE);
    }

    @Test void what_moved_since_the_plan_is_not_written_whichever_side_it_is() {
        for (var side : Side.values()) {
            applied();
            scene.types(side, EMAIL, OTHER);

            assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.CHANGED_SINCE_PREVIEW);

            assertThat(scene.wanted).isEmpty();
            assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(OTHER);
            assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OTHER);
            scene.types(SOURCE, EMAIL, NEW).looksAt(SOURCE);
        }
    }

    @Test void an_edit_that_waits_to_be_carried_over_is_kept() {
        scene.types(SOURCE, EMAIL, OTHER);
        scene.lastKnown.computeIfPresent(SOURCE, (side, seen) -> seen.with(scene.systems.get(SOURCE).get("S1")));

        assertThat(plan().orElseThrow().fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.UNSETTLED);
    }

    @Test void what_the_system_does_not_take_any_more_is_kept_with_that_reason() {
        scene.rules.target.longest = 5;

        assertThat(plan().orElseThrow().fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.TOO_LONG);
    }

    @Test void what_vanished_is_kept_with_that_reason() {
        scene.pair = scene.pair.withGone(TARGET, true);

        assertThat(plan().orElseThrow().fields()).extracting(planned -> planned.kept().orElseThrow().code()).containsExactly(ReasonCode.ROOT_GONE);
    }

    @Test void emptying_counts_for_the_brake_and_goes_on_when_it_is_released() {
        scene.types(SOURCE, PHONE, "").types(TARGET, PHONE, "").looksAt(SOURCE);
        var moment = scene.now;
        scene.later(Duration.ofHours(1)).types(SOURCE, PHONE, "+31107654321").looksAt(SOURCE);
        want(new Restore(moment, "", "phone").plan(past(), scene.rules).orElseThrow());
        scene.answers(Step.Write.class, new Answer.Braked());

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).extracting(Step.Write::destructive).containsExactly(1);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BRAKE);
        assertThat(scene.wanted).as("it waits for an answer").hasSize(1);
        var both = scene.settlement.questions().get(0).values().get("phone");
        scene.answered.add(new Question.Answered(ReasonCode.BRAKE, "phone", Question.Choice.RELEASE, "", both));
        scene.looksAt(SOURCE);
        assertThat(scene.held(TARGET, PHONE)).isEmpty();
        assertThat(scene.wanted).isEmpty();
    }

    @Test void the_rule_of_emptying_does_not_hold_back_what_the_plan_showed() {
        scene.types(SOURCE, PHONE, "").types(TARGET, PHONE, "").looksAt(SOURCE);
        var moment = scene.now;
        scene.later(Duration.ofHours(1)).types(SOURCE, PHONE, "+31107654321").looksAt(SOURCE);
        scene.rules.rule = new FieldRule(Direction.BOTH, Policy.ASK, Emptying.IGNORE, Emptying.IGNORE, false);

        want(new Restore(moment, "", "phone").plan(past(), scene.rules).orElseThrow());
        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, PHONE)).isEmpty();
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.RESTORED);
    }

    @Test void a_system_that_keeps_its_value_is_asked_once_and_says_so() {
        applied();
        scene.answers(Step.Write.class, new Answer.Done("", "2", Values.NONE.with(EMAIL, NEW), java.util.Map.of()));

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).hasSize(1);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.NOT_TAKEN_OVER);
        assertThat(scene.wanted).isEmpty();
    }

    @Test void a_look_that_dies_after_the_write_leaves_it_to_the_next_one_to_say_why_it_differs() {
        applied();
        scene.tellsWhatItWrote = false;
        scene.answers(Step.Read.class, read(SOURCE)).answers(Step.Read.class, read(TARGET)).loses(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(SOURCE);
        assertThat(scene.wanted).hasSize(1);
        var write = scene.writes().get(0);
        scene.deliveries.add(new OpenDelivery("1", write, OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, java.util.Map.of(), scene.now, 0, null));
        scene.looksAt(SOURCE);

        isRestored(scene.looksAt(SOURCE));
        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_record_that_the_hub_made_since_is_listed_and_stays() {
        made.add(new Past.Made(TARGET, PartKey.ROOT, before.plusSeconds(60)));

        var plan = plan().orElseThrow();

        assertThat(plan.bucket()).isEqualTo(Bucket.CREATED);
        assertThat(plan.made()).contains(TARGET);
        assertThat(plan.reasons()).extracting(Reason::code).containsExactly(ReasonCode.MADE_BY_HUB);
        assertThat(plan.fields()).isEmpty();
    }

    /** Found over the interface: all that the history knew of it was written by the hub, and that was taken for not knowing what stood there. */
    @Test void what_the_hub_filled_when_it_made_a_record_is_put_back_like_anything_else() {
        made.add(new Past.Made(TARGET, PartKey.ROOT, before.minusSeconds(60)));
        scene.lives.replaceAll(life -> new Past.Life(life.side(), life.part(), life.field(), life.value(), life.written() || life.side() == TARGET, life.at(), life.runs()));

        assertThat(plan().orElseThrow().fields()).extracting(planned -> planned.value().text()).containsExactly(OLD);
    }

    @Test void a_field_that_was_empty_in_a_record_that_the_hub_made_earlier_is_emptied_again() {
        made.add(new Past.Made(TARGET, PartKey.ROOT, before.minusSeconds(60)));
        scene.lives.replaceAll(life -> life.side() == SOURCE ? life : new Past.Life(TARGET, life.part(), life.field(), life.value(), true, life.at(), ""));
        scene.lives.removeIf(life -> life.side() == TARGET && life.field().equals(EMAIL) && !life.at().isAfter(before));

        assertThat(plan().orElseThrow().fields()).singleElement().satisfies(planned -> assertThat(planned.value().isEmpty()).isTrue());
    }

    @Test void what_one_member_feeds_is_restored_as_one_and_follows_again_when_it_moves() {
        scene.rules.source.joinsFields = true;
        numbers("+31612345678", "+31612345678");
        scene.partners(PartKind.CONTACT, "C1", "TC1").inSync();
        var moment = scene.now;
        scene.later(Duration.ofHours(1)).contact(TARGET, "TC1", "C1", number("+31687654321", "+31687654321")).looksAt(TARGET);
        want(new Restore(moment, "", "").plan(past(), scene.rules).orElseThrow());
        assertThat(scene.wanted).as("two fields, one member").hasSize(1);

        scene.looksAt(TARGET);

        for (int look = 0; look < 4; look++) {
            assertThat(scene.held(SOURCE, "C1", PRIVATE_MOBILE)).isEqualTo("+31612345678");
            assertThat(scene.held(TARGET, "TC1", PRIVATE_MOBILE)).isEqualTo("+31687654321");
            assertThat(scene.settlement.reasons()).extracting(Reason::code).containsOnly(ReasonCode.RESTORED);
            scene.looksAt(look % 2 == 0 ? SOURCE : TARGET);
        }
        scene.contact(SOURCE, "C1", "", number("+31611111111", "+31611111111")).looksAt(SOURCE);
        assertThat(scene.held(TARGET, "TC1", BUSINESS_MOBILE)).isEqualTo("+31611111111");
        assertThat(scene.held(TARGET, "TC1", PRIVATE_MOBILE)).isEqualTo("+31611111111");
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void one_of_two_that_follow_is_restored_alone() {
        scene.rules.source.joinsFields = true;
        numbers("+31612345678", "+31612345678");
        scene.partners(PartKind.CONTACT, "C1", "TC1").inSync();
        var moment = scene.now;
        scene.later(Duration.ofHours(1)).contact(SOURCE, "C1", "", number("+31687654321", "+31687654321")).looksAt(SOURCE);
        want(new Restore(moment, "", "privateMobile").plan(past(), scene.rules).orElseThrow());

        scene.looksAt(SOURCE);
        scene.looksAt(TARGET);

        assertThat(scene.held(TARGET, "TC1", PRIVATE_MOBILE)).isEqualTo("+31612345678");
        assertThat(scene.held(TARGET, "TC1", BUSINESS_MOBILE)).isEqualTo("+31687654321");
        assertThat(scene.held(SOURCE, "C1", BUSINESS_MOBILE)).isEqualTo("+31687654321");
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.RESTORED);
    }

    @Test void a_pair_that_is_cut_is_left_apart_until_it_is_released() {
        scene.wanted.add(new Wanted.Cut("1", "anna", scene.now));
        scene.looksAt(SOURCE);
        scene.types(SOURCE, EMAIL, OTHER);

        assertThat(scene.looksAt(SOURCE).state()).isEqualTo(State.OUT_OF_SCOPE);
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.PAIR_CUT);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(NEW);
        scene.answered.add(new Question.Answered(ReasonCode.PAIR_CUT, "", Question.Choice.RELEASE, "", new Question.Both("", "")));
        scene.looksAt(SOURCE);
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo(OTHER);
    }

    @Test void what_a_look_wrote_over_is_in_the_history() {
        scene.rules.rule = new FieldRule(Direction.BOTH, Policy.SOURCE_WINS, Emptying.COPY, Emptying.COPY, false);
        scene.types(SOURCE, EMAIL, "a@bakker.example").types(TARGET, EMAIL, "b@bakker.example");

        scene.looksAt(SOURCE);

        assertThat(scene.lives).filteredOn(life -> life.side() == TARGET && life.field().equals(EMAIL)).extracting(life -> life.value().text() + life.written())
            .endsWith("b@bakker.examplefalse", "a@bakker.exampletrue");
    }

    private void isRestored(Settlement settlement) {
        assertThat(settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(settlement.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.RESTORED);
            assertThat(reason.text()).contains("email", "Target", "anna").doesNotContain("{");
        });
    }

    private Answer read(Side side) {
        return new Answer.Seen(new nl.koppelwerk.link.Sighting(side, scene.pair.root(side).orElseThrow(),
            scene.systems.get(side).get(scene.pair.root(side).orElseThrow()), "1", null, scene.now));
    }

    private Scene numbers(String business, String own) {
        return scene.contact(SOURCE, "C1", "", number(business, own)).contact(TARGET, "TC1", "C1", number(business, own));
    }

    private static Values number(String business, String own) {
        return Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, business).with(PRIVATE_MOBILE, own);
    }

    private Past past() { return new Past(scene.pair, scene.lastKnown, List.copyOf(scene.lives), made); }

    private Optional<Plan> plan() { return new Restore(before, "", "").plan(past(), scene.rules); }

    private void applied() { want(plan().orElseThrow()); }

    private void want(Plan plan) {
        for (Planned one : plan.fields()) if (one.isWritten()) want(one);
    }

    private void want(Planned one) {
        Value<?> value = one.value();
        scene.wanted.add(new Wanted.Put(scene.wanted.size() + one.subject(), "anna", scene.now, one.side(), one.record(), one.part(), one.field(), value, one.held(), one.other(), false));
    }
}
