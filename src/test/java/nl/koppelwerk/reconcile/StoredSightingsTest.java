package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_EMAIL;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Change;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What an earlier look saw spares a question, and never a look before a write that nobody compares. */
class StoredSightingsTest {

    private final Scene scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, "info@bakker.example").inSync();

    @Test void the_other_side_is_not_asked_while_nothing_is_due_there() {
        stored(TARGET);

        scene.looksAt(SOURCE);

        assertThat(scene.steps).containsExactly(new Step.Read(SOURCE, "S1", nl.koppelwerk.relation.Kind.ORGANISATION, false));
    }

    @Test void a_system_without_versions_is_read_right_before_it_is_written() {
        stored(TARGET);
        scene.types(SOURCE, NAME, "Bakker en Zn.").types(TARGET, EMAIL, "post@bakker.example");

        scene.looksAt(SOURCE);

        assertThat(scene.steps).extracting(step -> step.getClass().getSimpleName()).startsWith("Read", "Read", "Write");
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
    }

    @Test void a_system_that_compares_versions_is_written_at_once_with_the_version_that_was_seen() {
        stored(TARGET);
        scene.rules.target.checksVersions = true;

        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.steps).hasSize(2);
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.version()).isEqualTo("1"));
        assertThat(scene.settlement.sightings()).filteredOn(sighting -> sighting.side() == TARGET).singleElement()
            .satisfies(sighting -> assertThat(sighting.version()).isEqualTo("2"));
    }

    /** What is made has no version that could be compared: the same contact person, typed on both sides, was there twice. */
    @Test void a_contact_person_is_not_made_before_its_relation_was_read_once_more() {
        scene.rules.target.checksVersions = true;
        stored(TARGET);
        var ida = Values.NONE.with(LAST_NAME, "Krogh").with(BUSINESS_EMAIL, "ida@krogh.example");
        scene.contact(SOURCE, "p1", "", ida).contact(TARGET, "q1", "p1", ida);

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void what_was_seen_before_our_write_was_shown_is_asked_again() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        scene.types(SOURCE, NAME, "Bakker en Zn.");
        scene.tellsWhatItWrote = false;
        scene.answers(Step.Read.class, seen(SOURCE)).answers(Step.Read.class, seen(TARGET))
            .answers(Step.Read.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).looksAt(SOURCE);
        stored(TARGET);

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.steps).anyMatch(step -> step instanceof Step.Read read && read.side() == TARGET);
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 1219: the edit that had gone over was undone by what the other side had held before. */
    @Test void so_it_is_where_the_answer_to_the_write_had_shown_it_and_a_read_soon_after_did_not() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        var before = scene.systems.get(TARGET).get("T1");
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        scene.stored.put(TARGET, new Sighting(TARGET, "T1", before, "1", null, scene.now.plusSeconds(1)));
        scene.lastKnown.put(TARGET, scene.stored.get(TARGET));

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 774: what had gone over was emptied again for half a minute. */
    @Test void what_a_system_shows_after_something_newer_is_no_edit() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(60);
        var before = scene.systems.get(TARGET).get("T1");
        var after = before.with(before.values().with(EMAIL, "post@bakker.example"));
        scene.tellsWhatItWrote = false;
        scene.bothHold(EMAIL, "").inSync();
        scene.later(Duration.ofHours(1)).types(SOURCE, NAME, "Bakker en Zn.").types(TARGET, EMAIL, "post@bakker.example");
        scene.answers(Step.Read.class, seen(SOURCE)).answers(Step.Read.class, stamped(after, 9)).answers(Step.Read.class, new Answer.Seen(new Sighting(SOURCE, "S1",
            after.with(after.values().with(NAME, "Bakker en Zn.")), "2", null, scene.now))).answers(Step.Read.class, stamped(before, 8));

        scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.SHOWS_OLDER);
        assertThat(scene.settlement.again()).contains(new Settlement.Again(Cause.LOOK_LATER, scene.now.plusSeconds(60), Duration.ofSeconds(2)));
    }

    private Answer stamped(nl.koppelwerk.relation.Relation relation, int hour) {
        return new Answer.Seen(new Sighting(TARGET, "T1", relation, "" + hour, java.time.Instant.parse("2026-03-02T0" + hour + ":00:00Z"), scene.now));
    }

    /** Found by the simulation of AdvocaatCentraal and Tribe, seed 6909: what was restored counted as equal, and then as an edit. */
    @Test void what_was_seen_before_our_last_write_and_does_not_hold_it_is_asked_again() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        scene.types(SOURCE, NAME, "Bakker en Zn.");
        var before = ((Answer.Seen) seen(TARGET)).sighting().asOf(scene.now.minusSeconds(30));
        scene.looksAt(SOURCE);
        scene.stored.put(TARGET, before);

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.steps).anyMatch(step -> step instanceof Step.Read read && read.side() == TARGET);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
    }

    @Test void so_it_is_where_a_listing_asked_so_soon_and_does_not_show_what_was_written() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        var before = scene.systems.get(TARGET).get("T1");
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        scene.stored.put(TARGET, new Sighting(TARGET, "T1", before, "1", null, scene.now.plusSeconds(1)));

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
    }

    /** A certificate right after an initial run asked for each of five thousand records by its id. */
    @Test void a_row_of_a_listing_that_shows_what_was_last_seen_is_not_asked_for_again() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        scene.stored.put(TARGET, new Sighting(TARGET, "T1", scene.systems.get(TARGET).get("T1"), "1", null, scene.now.plusSeconds(1)));

        scene.later(Duration.ofMinutes(1)).looksAt(SOURCE);

        assertThat(scene.steps).noneMatch(step -> step instanceof Step.Read read && read.side() == TARGET);
    }

    /** The comparison showed an edit that nobody had told of. */
    @Test void who_chose_between_what_both_hold_now_is_not_judged_by_what_was_seen_before() {
        stored(TARGET);
        scene.types(TARGET, EMAIL, "post@bakker.example");
        scene.answered.add(new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, EMAIL.name(), Question.Choice.TARGET, "",
            new Question.Both("info@bakker.example", "post@bakker.example")));

        scene.looksAt(SOURCE);

        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
    }

    /** Chosen the other way, it must not be carried over first. */
    @Test void of_values_that_both_changed_none_is_written_but_the_chosen_one() {
        stored(TARGET);
        scene.rules.target.checksVersions = true;
        scene.types(TARGET, EMAIL, "post@bakker.example").types(SOURCE, EMAIL, "kantoor@bakker.example");
        scene.answered.add(new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, EMAIL.name(), Question.Choice.TARGET, "",
            new Question.Both("kantoor@bakker.example", "post@bakker.example")));

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.side()).isEqualTo(SOURCE));
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo("post@bakker.example");
    }

    @Test void what_was_seen_of_another_root_or_of_one_that_is_gone_is_of_no_use() {
        scene.stored.put(TARGET, new Sighting(TARGET, "T0", scene.systems.get(TARGET).get("T1"), "1", null, scene.now));
        scene.looksAt(SOURCE);
        assertThat(scene.steps).hasSize(2);

        stored(TARGET);
        scene.pair = scene.pair.withGone(TARGET, true);
        scene.looksAt(SOURCE);

        assertThat(scene.steps).hasSize(2);
        assertThat(scene.pair.gone()).isEmpty();
    }

    @Test void a_root_whose_version_moves_on_at_every_write_is_left_for_later() {
        scene.types(SOURCE, NAME, "Bakker en Zn.");
        for (int i = 0; i < 3; i++) scene.answers(Step.Write.class, new Answer.Stale());

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).hasSize(3);
        assertThat(scene.settlement.again()).contains(new Settlement.Again(Cause.MAY_HEAL, null, null));
        assertThat(scene.settlement.reasons()).containsExactly(new Reason(ReasonCode.CHANGED_MEANWHILE, "", Map.of("system", "Target")));
    }

    @Test void a_look_that_has_become_too_long_goes_on_at_once() {
        scene.types(SOURCE, NAME, "Bakker en Zn.");
        var read = new Exchange(new Step.Read(SOURCE, "S1", null, false), seen(SOURCE), scene.now);

        assertThat(next(java.util.Collections.nCopies(119, read))).isNotInstanceOf(Step.Settle.class);
        assertThat(next(java.util.Collections.nCopies(120, read))).isInstanceOfSatisfying(Step.Settle.class, settled -> {
            assertThat(settled.settlement().again()).contains(new Settlement.Again(Cause.LOOK_LATER, scene.now, null));
            assertThat(settled.settlement().state()).isEqualTo(State.PENDING);
        });
    }

    @Test void a_system_that_refuses_to_be_read_fails_the_relation_and_one_that_asks_to_wait_is_named() {
        var refusal = new Reason(ReasonCode.VENDOR_REFUSED, "", Map.of("system", "Source", "answer", "no"));
        assertThat(scene.answers(Step.Read.class, new Answer.Refused(List.of(refusal))).looksAt(SOURCE).again())
            .contains(new Settlement.Again(Cause.WILL_NOT_HEAL, null, null));
        assertThat(scene.settlement.state()).isEqualTo(State.FAILED);
        assertThat(scene.settlement.reasons()).containsExactly(refusal);

        scene.types(SOURCE, NAME, "Bakker en Zn.").answers(Step.Write.class, new Answer.Throttled(scene.now.plusSeconds(9))).looksAt(SOURCE);

        assertThat(scene.settlement.reasons()).containsExactly(new Reason(ReasonCode.VENDOR_THROTTLED, "", Map.of("system", "Target")));
        assertThat(scene.settlement.state()).isEqualTo(State.PENDING);
        assertThat(scene.settlement.outcome()).isEqualTo(Settlement.Outcome.POSTPONED);
    }

    @Test void the_history_tells_what_was_typed_and_what_the_hub_wrote() {
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        var name = NAME.type().parse("Bakker en Zn.");
        assertThat(scene.settlement.changes()).containsExactlyInAnyOrder(new Change(SOURCE, PartKey.ROOT, NAME, name, false),
            new Change(TARGET, PartKey.ROOT, NAME, name, true));
    }

    @Test void the_address_of_a_wire_record_that_was_added_is_known_from_its_answer_on() {
        scene.bothHold(VISIT_ADDRESS, "").looksAt(SOURCE);
        scene.types(SOURCE, VISIT_ADDRESS, "street=Kade");
        scene.loses(Step.Write.class, new Answer.Done("", "", Values.NONE.with(VISIT_ADDRESS, "street=Kade"), Map.of("VisitingAddress", "v-7")));

        scene.looksAt(SOURCE);

        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.resource()).isEqualTo("VisitingAddress"));
        assertThat(scene.settlement.sightings()).filteredOn(sighting -> sighting.side() == TARGET).singleElement()
            .satisfies(sighting -> assertThat(sighting.relation().handles()).containsEntry("VisitingAddress", "v-7"));
    }

    private Step next(List<Exchange> learnt) {
        return Deliberation.next(new Situation(scene.now, scene.rules, SOURCE, "S1", scene.pair, Map.of(), scene.lastKnown, scene.lastKnown, List.of(), OpenCreate.NONE, List.of(),
            List.of(), 0, List.of(), List.of(), List.of(), learnt));
    }

    private void stored(Side side) { scene.stored.put(side, ((Answer.Seen) seen(side)).sighting()); }

    private Answer seen(Side side) {
        String root = scene.pair.root(side).orElseThrow();
        return new Answer.Seen(new Sighting(side, root, scene.systems.get(side).get(root), "1", null, scene.now));
    }
}
