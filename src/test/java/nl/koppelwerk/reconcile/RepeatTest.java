package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.CVR_NUMMER;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Dialect.Doubt;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A create without an answer, at a vendor that answers the same key with the same record. */
class RepeatTest {

    private static final Values AERO = Values.NONE.with(NAME, "Ærø ApS");

    private final Scene scene = new Scene();

    @BeforeEach void a_create_is_in_doubt_for_a_minute() {
        scene.has(SOURCE, "S1", AERO);
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.rules.target.doubt = Doubt.IDEMPOTENCY_KEY;
        scene.rules.target.keyLife = Duration.ofMinutes(55);
        inDoubtSince(scene.now.minusSeconds(60));
    }

    @Test void it_is_sent_again_and_its_record_is_the_partner() {
        scene.answers(Step.Repeat.class, new Answer.Done("T7", "", Values.NONE, Map.of()));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.pair().target()).isEqualTo("T7");
        assertThat(settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Settlement.Fate.DONE);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void what_was_refused_the_first_time_is_given_up_so_that_a_new_attempt_has_a_new_key() {
        scene.answers(Step.Repeat.class, new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED))));

        assertThat(scene.looksAt(SOURCE).deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Settlement.Fate.ABANDONED);
    }

    @Test void where_a_create_is_judged_later_its_refusal_is_said_and_not_asked_for_again() {
        scene.rules.target.answersLater = true;
        scene.answers(Step.Repeat.class, new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED, "email"), new Reason(ReasonCode.VENDOR_REFUSED, "name"))));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Settlement.Fate.ABANDONED);
        assertThat(settlement.state()).isEqualTo(Settlement.State.FAILED);
        assertThat(settlement.reasons()).extracting(Reason::subject).containsExactly("email", "name");
        assertThat(settlement.again()).hasValueSatisfying(again -> assertThat(again.cause()).isEqualTo(Settlement.Cause.WILL_NOT_HEAL));
    }

    @Test void what_the_vendor_is_still_working_on_is_asked_for_when_it_says_and_counts_as_no_failure() {
        var until = scene.now.plusSeconds(2);
        scene.answers(Step.Repeat.class, new Answer.Underway(until));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).isEmpty();
        assertThat(settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.CREATE_IN_DOUBT);
        assertThat(settlement.again()).contains(new Settlement.Again(Settlement.Cause.LOOK_LATER, until, null));
    }

    @Test void so_it_is_the_first_time() {
        scene.deliveries.clear();
        scene.answers(Step.Write.class, new Answer.Underway(scene.now.plusSeconds(2)));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(Settlement.State.PENDING);
        assertThat(settlement.again().orElseThrow().cause()).isEqualTo(Settlement.Cause.LOOK_LATER);
    }

    @Test void what_went_along_when_it_was_made_and_is_never_shown_is_not_waited_for() {
        scene.rules.rules = (part, field) -> field.equals(Fields.QUESTIONNAIRE) ? FieldRule.AT_BIRTH : FieldRule.BOTH_WAYS;
        scene.types(SOURCE, Fields.QUESTIONNAIRE, "Q1").deliveries.clear();
        scene.tellsWhatItWrote = false;
        scene.deliveries.add(delivery(new Step.Write(TARGET, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE,
            AERO.with(Fields.QUESTIONNAIRE, "Q1"), Values.NONE, AERO.with(Fields.QUESTIONNAIRE, "Q1"), "", "", 0), scene.now.minusSeconds(60)));
        scene.has(TARGET, "T7", AERO).answers(Step.Repeat.class, new Answer.Done("T7", "", Values.NONE, Map.of()));
        scene.looksAt(SOURCE);

        var settlement = scene.later(Duration.ofSeconds(10)).looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(Settlement.State.IN_SYNC);
        assertThat(settlement.pair().recent()).isEmpty();
    }

    @Test void no_answer_again_leaves_it_in_doubt() {
        scene.answers(Step.Repeat.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).isEmpty();
        assertThat(settlement.again()).isPresent();
    }

    @Test void when_the_life_of_its_key_has_run_out_it_is_looked_for() {
        scene.deliveries.clear();
        inDoubtSince(scene.now.minus(Duration.ofHours(1)));

        scene.looksAt(SOURCE);

        assertThat(scene.steps).noneMatch(Step.Repeat.class::isInstance).anyMatch(Step.Search.class::isInstance);
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 208: somebody had made the customer meanwhile, and it was there twice. */
    @Test void where_somebody_else_has_made_it_meanwhile_it_is_not_sent_again() {
        knownByReferenceThenName();
        scene.has(TARGET, "T5", AERO);

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).containsExactly(new Settlement.Verdict("d1", Settlement.Fate.FORESTALLED, ""));
        assertThat(scene.steps).noneMatch(Step.Repeat.class::isInstance);
        scene.looksAt(SOURCE);
        assertThat(scene.pair.target()).isEqualTo("T5");
    }

    /** Beside a company with another number and the same address it was made the first time, too: a new attempt would have a new key. */
    @Test void what_is_another_one_for_certain_does_not_keep_it_from_being_sent_again() {
        scene.rules.references = Set.of("id");
        scene.rules.identityKeys = List.of(CVR_NUMMER, EMAIL);
        scene.types(SOURCE, CVR_NUMMER, "10150817").types(SOURCE, EMAIL, "post@aeroe.example");
        scene.deliveries.clear();
        var sent = AERO.with(CVR_NUMMER, "10150817").with(EMAIL, "post@aeroe.example");
        scene.deliveries.add(delivery(new Step.Write(TARGET, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE, sent, Values.NONE, sent, "", "S1", 0), scene.now.minusSeconds(60)));
        scene.has(TARGET, "T5", Values.NONE.with(NAME, "Noget Andet").with(CVR_NUMMER, "10103940").with(EMAIL, "post@aeroe.example"));
        scene.answers(Step.Repeat.class, new Answer.Done("T7", "", Values.NONE, Map.of()));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("T7");
    }

    @Test void what_was_deleted_since_is_looked_for_by_what_was_sent() {
        scene.rules.identityKeys = List.of(NAME);
        scene.systems.get(SOURCE).clear();
        scene.has(TARGET, "T5", AERO);

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Settlement.Verdict("d1", Settlement.Fate.FORESTALLED, ""));
        assertThat(scene.steps).hasSize(3);
    }

    @Test void what_bears_our_reference_is_what_it_made_whoever_made_the_same_beside_it() {
        knownByReferenceThenName();
        scene.has(TARGET, "T5", AERO).has(TARGET, "T7", AERO);
        scene.systems.get(TARGET).put("T7", new Relation(Kind.ORGANISATION, AERO, List.of(), Set.of(), Map.of(), "S1", Set.of()));
        scene.answers(Step.Repeat.class, new Answer.Done("T7", "", Values.NONE, Map.of()));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("T7");
    }

    @Test void where_a_person_said_that_it_is_none_of_those_it_is_sent_again() {
        knownByReferenceThenName();
        scene.has(TARGET, "T5", AERO).answers(Step.Repeat.class, new Answer.Done("T7", "", Values.NONE, Map.of()));
        scene.answered.add(new Question.Answered(ReasonCode.AMBIGUOUS_MATCH, "", Question.Choice.RELEASE, "", new Question.Both("S1", "T5")));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("T7");
    }

    @Test void where_no_reference_tells_what_holds_the_same_is_what_it_made_and_what_holds_otherwise_is_met_as_any_other() {
        scene.rules.identityKeys = List.of(EMAIL);
        scene.types(SOURCE, EMAIL, "post@aeroe.example").has(TARGET, "T5", AERO.with(EMAIL, "post@aeroe.example"));
        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Settlement.Verdict("d1", Settlement.Fate.DONE, "T5"));

        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        inDoubtSince(scene.now.minusSeconds(60));
        scene.has(TARGET, "T5", Values.NONE.with(NAME, "Noget Andet").with(EMAIL, "post@aeroe.example"));
        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).containsExactly(new Settlement.Verdict("d1", Settlement.Fate.FORESTALLED, ""));
        assertThat(settlement.pair().isPaired()).isFalse();
        scene.looksAt(SOURCE);
        scene.looksAt(SOURCE);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.FIRST_MEETING_DIFFERS);
        assertThat(scene.held(TARGET, NAME)).isEqualTo("Noget Andet");
    }

    @Test void an_update_is_never_sent_again_so() {
        scene.deliveries.clear();
        scene.has(TARGET, "T1", AERO);
        scene.pair = scene.pair.withRoot(TARGET, "T1");
        scene.deliveries.add(delivery(write("T1", Step.Action.UPDATE), scene.now.minusSeconds(60)));

        scene.looksAt(SOURCE);

        assertThat(scene.steps).noneMatch(Step.Repeat.class::isInstance);
    }

    private void knownByReferenceThenName() {
        scene.rules.references = Set.of("id");
        scene.rules.identityKeys = List.of(NAME);
    }

    private void inDoubtSince(Instant moment) { scene.deliveries.add(delivery(write("", Step.Action.CREATE), moment)); }

    private static OpenDelivery delivery(Step.Write write, Instant sentAt) {
        return new OpenDelivery("d1", write, OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), sentAt, 0, null);
    }

    private static Step.Write write(String root, Step.Action action) {
        return new Step.Write(TARGET, root, Kind.ORGANISATION, PartKey.ROOT, root, "", "", action, AERO, Values.NONE, AERO, "", "S1", 0);
    }
}
