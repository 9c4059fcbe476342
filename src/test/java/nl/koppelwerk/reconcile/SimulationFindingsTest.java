package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Defects that the simulation found, each by an example of its own; the numbers are its seeds. */
class SimulationFindingsTest {

    private final Scene scene = new Scene();

    /** 2, 17. */
    @Test void what_was_just_made_and_does_not_show_yet_is_not_gone() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(20);
        scene.tellsWhatItWrote = false;
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Bakker B.V."));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(SOURCE, "S1", scene.systems.get(SOURCE).get("S1"), "1", null, scene.now))).answers(Step.Read.class, new Answer.Gone());

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(State.PENDING);
        assertThat(settlement.questions()).isEmpty();
        assertThat(settlement.again().orElseThrow().at()).isEqualTo(scene.now.plusSeconds(20));
    }

    /** 2. */
    @Test void a_standing_difference_ends_when_both_sides_are_equal() {
        pairOfEquals();
        scene.types(SOURCE, PHONE, "+31206123456").answers(Step.Write.class, new Answer.Done("", "2", Values.NONE.with(PHONE, ""), Map.of()));
        assertThat(scene.looksAt(SOURCE).reasons()).extracting(reason -> reason.code()).contains(ReasonCode.NOT_TAKEN_OVER);

        scene.types(TARGET, PHONE, "+31206543210").looksAt(TARGET);
        scene.looksAt(TARGET);

        assertThat(scene.held(SOURCE, PHONE)).isEqualTo("+31206543210");
        assertThat(scene.settlement.questions()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    /** 5. */
    @Test void a_partner_that_was_given_up_is_no_candidate_although_an_index_still_knows_it() {
        pairOfEquals();
        scene.systems.get(TARGET).clear();
        scene.answered.add(new Answered(ReasonCode.PARTNER_GONE, "", Choice.RELEASE, "", new Both("S1", "T1")));
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T1", "S1", ""))));

        scene.looksAt(SOURCE);

        assertThat(scene.pair.target()).isEqualTo("made-1");
    }

    /** 7, 8. */
    @Test void a_partner_that_is_gone_is_the_same_question_from_whichever_side_one_looks() {
        pairOfEquals();
        scene.systems.get(TARGET).clear();

        var fromSource = scene.looksAt(SOURCE);
        var fromTarget = scene.looksAt(TARGET);

        assertThat(fromTarget.questions()).isEqualTo(fromSource.questions()).extracting(Question::code).containsExactly(ReasonCode.PARTNER_GONE);
    }

    /** 306, 311: looks that were cut short left what they had written to a relation that knew nothing of the match. */
    @Test void a_match_is_recorded_before_anything_is_written_under_it() {
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, "+31206123456")).has(TARGET, "T1", Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, ""));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T1", "", "relation-of-T1"))));

        var settlement = scene.looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(settlement.pair().target()).isEqualTo("T1");
        assertThat(settlement.foldsIn()).contains("relation-of-T1");
        assertThat(settlement.again().orElseThrow().at()).isEqualTo(scene.now);
        scene.looksAt(SOURCE);
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31206123456");
    }

    /** 617: the look that made it died before it could record that. */
    @Test void what_was_made_in_the_place_of_a_partner_that_is_gone_inherits_no_agreement() {
        pairOfEquals();
        scene.partners(PartKind.ROLE, "Customer", "Customer");
        var made = new Step.Write(TARGET, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.CREATE, Values.NONE.with(NAME, "Bakker B.V."),
            Values.NONE.with(NAME, ""), Values.NONE.with(NAME, "Bakker B.V."), "", "S1", 0);
        scene.deliveries.add(new OpenDelivery("d1", made, OpenDelivery.State.DONE, "T2", "", Values.NONE, Map.of(), scene.now, 0, null));

        var pair = scene.looksAt(SOURCE).pair();

        assertThat(pair.target()).isEqualTo("T2");
        assertThat(pair.partners()).isEmpty();
        assertThat(pair.hasMet()).isFalse();
    }

    /** 2073: the look that made it died, and the next one could not read what else was in doubt. */
    @Test void a_look_that_is_cut_short_takes_over_what_was_answered() {
        pairOfEquals();
        scene.deliveries.add(open("d1", OpenDelivery.State.DONE, Values.NONE.with(PHONE, "+31206543210"), Values.NONE.with(PHONE, "+31206123456")));
        scene.deliveries.add(open("d2", OpenDelivery.State.SENDING, Values.NONE.with(NAME, "Bakker N.V."), Values.NONE.with(NAME, "Bakker B.V.")));
        scene.answers(Step.Read.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.state()).isEqualTo(State.PENDING);
        assertThat(settlement.deliveries()).extracting(Settlement.Verdict::deliveryId).containsExactly("d1");
        assertThat(settlement.pair().recent()).extracting(Sent::field).containsExactly(PHONE);
    }

    private static OpenDelivery open(String id, OpenDelivery.State state, Values values, Values old) {
        var write = new Step.Write(TARGET, "T1", Kind.ORGANISATION, PartKey.ROOT, "T1", "", "", Step.Action.UPDATE, values, old, values, "", "", 0);
        return new OpenDelivery(id, write, state, "", "", Values.NONE, Map.of(), Instant.parse("2026-03-02T08:59:00Z"), 0, null);
    }

    /** 19219: a read that lagged counted as a write that had not come through, and what it had brought went back to the other side. */
    @Test void the_old_state_says_nothing_of_an_update_in_doubt_while_reads_may_lag() {
        pairOfEquals();
        scene.rules.target.visibilityDelay = Duration.ofSeconds(120);
        scene.deliveries.add(open("d1", OpenDelivery.State.IN_DOUBT, Values.NONE.with(PHONE, "+31206543210"), Values.NONE.with(PHONE, "")));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.deliveries()).isEmpty();
        assertThat(settlement.again().orElseThrow().at()).isEqualTo(Instant.parse("2026-03-02T09:01:00Z"));
    }

    /** 84: a worker froze between its read and its judgement, and what its read showed late was taken for a write that was not taken over. */
    @Test void a_read_that_was_asked_for_too_soon_stays_so_however_late_it_is_judged() {
        pairOfEquals();
        scene.rules.target.visibilityDelay = Duration.ofSeconds(3);
        scene.types(SOURCE, PHONE, "+31206543210");
        var learnt = List.of(new Exchange(new Step.Read(SOURCE, "S1", Kind.ORGANISATION, false), seen(SOURCE, "S1"), scene.now),
            new Exchange(new Step.Read(TARGET, "T1", Kind.ORGANISATION, false), seen(TARGET, "T1"), scene.now));
        var situation = new Situation(scene.now, scene.rules, SOURCE, "S1", scene.pair, Map.of(), Map.of(), Map.of(), List.of(), OpenCreate.NONE, List.of(), List.of(), 0,
            List.of(), List.of(), List.of(), learnt);
        var write = Deliberation.next(situation);
        situation = situation.with(new Exchange(write, new Answer.Done("", "2", Values.NONE, Map.of()), scene.now), scene.now.plusMillis(50));
        var read = Deliberation.next(situation);

        var step = Deliberation.next(situation.with(new Exchange(read, seen(TARGET, "T1"), scene.now.plusMillis(50)), scene.now.plusSeconds(115)));

        assertThat(read).isInstanceOf(Step.Read.class);
        assertThat(((Step.Settle) step).settlement().questions()).isEmpty();
        assertThat(((Step.Settle) step).settlement().again()).isPresent();
    }

    /** 156: a row that was asked for just before the write took its place, and the old value came back to the other side. */
    @Test void what_we_wrote_is_known_as_of_its_answer() {
        var situation = whereTheTargetMoved();
        var write = (Step.Write) Deliberation.next(situation);
        var answered = new Answer.Done("", "2", write.values(), Map.of());

        var step = Deliberation.next(situation.with(new Exchange(write, answered, scene.now.plusMillis(10)), scene.now.plusMillis(90)));

        assertThat(((Step.Settle) step).settlement().sightings()).filteredOn(sighting -> sighting.side() == SOURCE)
            .singleElement().satisfies(sighting -> assertThat(sighting.askedAt()).isEqualTo(scene.now.plusMillis(90)));
    }

    /** 358 of two offices: what was made showed a moment too late, counted from when it was asked for, and was made again. */
    @Test void the_visibility_delay_begins_when_the_write_is_answered() {
        scene.rules.source.visibilityDelay = Duration.ofSeconds(20);
        var situation = whereTheTargetMoved();
        var write = (Step.Write) Deliberation.next(situation);
        var answered = new Answer.Done("", "2", write.values(), Map.of());

        var step = Deliberation.next(situation.with(new Exchange(write, answered, scene.now.plusSeconds(1)), scene.now.plusSeconds(9)));

        assertThat(((Step.Settle) step).settlement().pair().recent()).extracting(Sent::at).containsExactly(scene.now.plusSeconds(9));
    }

    /** Both were just read, and the telephone number at the target is a new one. */
    private Situation whereTheTargetMoved() {
        pairOfEquals();
        var read = new Exchange(new Step.Read(SOURCE, "S1", Kind.ORGANISATION, false), seen(SOURCE, "S1"), scene.now);
        scene.types(TARGET, PHONE, "+31206543210");
        var other = new Exchange(new Step.Read(TARGET, "T1", Kind.ORGANISATION, false), seen(TARGET, "T1"), scene.now);
        return new Situation(scene.now, scene.rules, TARGET, "T1", scene.pair, Map.of(), Map.of(), Map.of(), List.of(), OpenCreate.NONE, List.of(), List.of(), 0, List.of(),
            List.of(), List.of(), List.of(other, read));
    }

    /** 1266: every look that saw it was cut short, so the emptying was taken for a write that never came through. */
    @Test void what_was_seen_taken_over_in_a_look_that_was_cut_short_is_a_persons_to_empty() {
        pairOfEquals();
        scene.tellsWhatItWrote = false;
        scene.types(SOURCE, PHONE, "+31206123456");
        var down = new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE));
        scene.answers(Step.Read.class, seen(SOURCE, "S1")).answers(Step.Read.class, seen(TARGET, "T1")).answers(Step.Read.class, down).looksAt(SOURCE);
        assertThat(scene.pair.recent()).singleElement().matches(sent -> !sent.confirmed());

        scene.answers(Step.Read.class, seen(TARGET, "T1")).answers(Step.Read.class, down).looksAt(TARGET);
        scene.types(TARGET, PHONE, "").looksAt(TARGET);

        assertThat(scene.held(SOURCE, PHONE)).isEmpty();
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    /** 4444: the look that read it wrote something else too and lost its lease, so the emptying was taken for a write that never came through. */
    @Test void what_a_read_shows_taken_over_is_known_whatever_the_look_writes_afterwards() {
        pairOfEquals();
        scene.bothHold(EMAIL, "").inSync();
        scene.tellsWhatItWrote = false;
        var down = new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE));
        scene.types(SOURCE, PHONE, "+31206123456").answers(Step.Read.class, seen(SOURCE, "S1")).answers(Step.Read.class, seen(TARGET, "T1"))
            .answers(Step.Read.class, down).looksAt(SOURCE);
        scene.types(SOURCE, EMAIL, "info@bakker.example").answers(Step.Read.class, seen(SOURCE, "S1")).answers(Step.Read.class, seen(TARGET, "T1"))
            .answers(Step.Read.class, down).looksAt(SOURCE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");

        scene.types(TARGET, PHONE, "").looksAt(TARGET);

        assertThat(scene.held(SOURCE, PHONE)).isEmpty();
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    /** 2482: the first look after that wrote one field and was cut short, and what was left counted as a first meeting. */
    @Test void what_was_sent_when_a_create_was_given_up_is_agreed_on_in_a_look_that_is_cut_short_too() {
        givenUp();
        scene.tellsWhatItWrote = false;
        scene.answers(Step.Read.class, seen(SOURCE, "S1")).answers(Step.Read.class, seen(TARGET, "T1"))
            .answers(Step.Read.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).looksAt(SOURCE);

        scene.looksAt(TARGET);

        assertThat(scene.held(SOURCE, PHONE)).as("emptied at the target since").isEmpty();
        assertThat(scene.held(TARGET, EMAIL)).as("typed at the source since").isEqualTo("post@bakker.example");
    }

    @Test void what_holds_little_of_what_was_sent_when_a_create_was_given_up_is_a_first_meeting() {
        givenUp();
        scene.systems.get(TARGET).computeIfPresent("T1", (id, relation) -> new Relation(Kind.ORGANISATION, Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, "+31201234567").with(EMAIL, "ander@bakker.example"), List.of()));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsOnly(ReasonCode.FIRST_MEETING_DIFFERS);
        assertThat(scene.writes()).isEmpty();
    }

    private void givenUp() {
        var values = Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, "+31206123456").with(EMAIL, "info@bakker.example");
        scene.has(SOURCE, "S1", values.with(EMAIL, "post@bakker.example"));
        scene.systems.get(TARGET).put("T1", new Relation(Kind.ORGANISATION, values.with(PHONE, ""), List.of(), Set.of(), Map.of(), "S1", Set.of()));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");
        var given = values.fields().stream().map(field -> new Sent(TARGET, PartKey.ROOT, field, values.get(field), Value.empty(), values.get(field), scene.now, false)).toList();
        scene.watches = List.of(new Watch(TARGET, PartKey.ROOT, scene.now, scene.now.plus(Duration.ofDays(1)), scene.now, List.of(given)));
    }

    /** 422: a reader that lags was taken for a person who had put the old number back. */
    @Test void a_state_that_is_older_by_its_stamp_than_what_was_seen_before_is_no_news_while_reads_may_lag() {
        pairOfEquals();
        scene.rules.target.visibilityDelay = Duration.ofSeconds(30);
        var old = scene.systems.get(TARGET).get("T1");
        scene.bothHold(PHONE, "+31206123456").inSync();
        scene.lastKnown.computeIfPresent(TARGET, (side, seen) -> new Sighting(TARGET, "T1", seen.relation(), "", scene.now, scene.now));
        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(TARGET, "T1", old, "", scene.now.minusSeconds(60), scene.now))).later(Duration.ofSeconds(20)).looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, PHONE)).isEqualTo("+31206123456");
    }

    private Answer seen(Side side, String root) {
        return new Answer.Seen(new Sighting(side, root, scene.systems.get(side).get(root), "1", null, scene.now));
    }

    private void pairOfEquals() {
        var values = Values.NONE.with(NAME, "Bakker B.V.").with(PHONE, "");
        scene.has(SOURCE, "S1", values).has(TARGET, "T1", values);
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");
        scene.inSync();
    }
}
