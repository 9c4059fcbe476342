package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.CALL_NAME;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.OpenDelivery.State;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** Engine.md section 3, rules 1 to 3, and section 4: when a root is born on the other side, and when it is not. */
class BirthTest {

    private final Scene scene = new Scene();

    @Test @Requirement({"AC-02", "AC-20"}) void a_new_root_is_born_with_its_contacts_and_carries_our_reference() {
        newAtSource(company());
        scene.contact(SOURCE, "C1", "", Values.NONE.with(LAST_NAME, "Sørensen").with(CALL_NAME, "Åse"));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(scene.systems.get(TARGET).values()).singleElement().satisfies(made -> {
            assertThat(made.reference()).isEqualTo("S1");
            assertThat(made.parts()).singleElement().satisfies(part -> assertThat(part.reference()).isEqualTo("C1"));
        });
        assertThat(settlement.pair().isPaired()).isTrue();
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test @Requirement("AC-24") void a_root_that_carries_our_reference_is_adopted_and_no_other_is_looked_for() {
        newAtSource(company());
        scene.systems.get(TARGET).put("T7", withReference(company(), "S1"));
        scene.systems.get(TARGET).put("T8", new Relation(Kind.ORGANISATION, company(), List.of()));

        scene.looksAt(SOURCE);

        assertThat(scene.pair.target()).isEqualTo("T7");
        assertThat(scene.systems.get(TARGET)).hasSize(2);
    }

    @Test void two_that_carry_our_reference_are_a_question_and_a_person_chooses() {
        newAtSource(company());
        scene.systems.get(TARGET).put("T7", withReference(company(), "S1"));
        scene.systems.get(TARGET).put("T8", withReference(company(), "S1"));

        scene.looksAt(SOURCE);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.AMBIGUOUS_MATCH);
        scene.answered.add(new Question.Answered(ReasonCode.AMBIGUOUS_MATCH, "", Question.Choice.VALUE, "T8", null));
        scene.looksAt(SOURCE);

        assertThat(scene.pair.target()).isEqualTo("T8");
    }

    @Test void a_partner_that_has_another_partner_is_a_duplicate_at_the_source() {
        newAtSource(company());
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T7", "S0", "r"))));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.DUPLICATE_AT_SOURCE);
    }

    @Test void where_the_vendor_cannot_be_searched_what_is_new_there_is_asked_for_before_a_root_is_born() {
        newAtSource(company());
        indexKnowsNothing();
        scene.systems.get(TARGET).put("T7", withReference(company(), "S1"));

        scene.looksAt(SOURCE);

        assertThat(scene.pair.target()).isEqualTo("T7");
        assertThat(scene.systems.get(TARGET)).hasSize(1);
        assertThat(scene.steps).filteredOn(Step.Search.class::isInstance).extracting(step -> ((Step.Search) step).upToNow()).containsExactly(false, true);
    }

    @Test void while_what_is_new_there_is_read_nothing_is_born_and_what_was_seen_is_kept() {
        newAtSource(company());
        indexKnowsNothing();
        scene.answers(Step.Search.class, new Answer.Behind(scene.now.plusSeconds(5)));

        scene.looksAt(SOURCE);

        assertThat(scene.systems.get(TARGET)).isEmpty();
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.WAITS_FOR_NEWCOMERS);
        assertThat(scene.settlement.again()).contains(new Settlement.Again(Cause.LOOK_LATER, scene.now.plusSeconds(5), null));
        assertThat(scene.settlement.sightings()).hasSize(1);
    }

    @Test void what_is_refused_or_not_born_costs_no_listing() {
        newAtSource(company().with(NAME, ""));
        indexKnowsNothing();

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.REFUSED);
        assertThat(scene.steps).filteredOn(Step.Search.class::isInstance).hasSize(1);
    }

    private void indexKnowsNothing() { scene.answers(Step.Search.class, new Answer.Candidates(List.of(), false)); }

    @Test @Requirement("AC-26") void a_root_of_the_target_is_not_born_in_the_source() {
        scene.has(TARGET, "T1", company()).pair = Pair.firstSeen("relation", TARGET, "T1");

        scene.looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.OUT_OF_SCOPE);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
        assertThat(scene.writes()).isEmpty();
    }

    @Test @Requirement("AC-22") void an_archived_root_is_not_born() {
        newAtSource(company());
        scene.change(SOURCE, relation -> new Relation(Kind.ORGANISATION, company(), List.of(), Set.of(Mark.ARCHIVED), Map.of(), "", Set.of()));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.ARCHIVED_NOT_BORN);
        assertThat(scene.systems.get(TARGET)).isEmpty();
    }

    @Test void what_is_out_of_scope_is_left_alone_with_its_reason() {
        newAtSource(company());
        scene.rules.outOfScope = List.of(new Reason(ReasonCode.TYPE_NOT_MAPPED));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        assertThat(scene.steps).hasSize(1);
    }

    @Test void a_required_field_that_is_filled_in_and_cannot_be_held_is_not_said_to_be_missing() {
        newAtSource(company().with(NAME, "Bakker & Zonen, Beschuit en Banket sinds 1902 en daarna nog steeds"));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.REFUSED);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.TOO_LONG);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_missing_required_field_refuses_the_root_without_asking_the_vendor() {
        newAtSource(company().with(NAME, ""));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.REFUSED);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.REQUIRED_MISSING);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void an_invalid_optional_value_stops_only_its_field() {
        newAtSource(company().with(KVK_NUMMER, "6875011A"));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.IN_SYNC);
        assertThat(scene.settlement.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.KVK_FORMAT);
            assertThat(reason.subject()).isEqualTo("kvkNummer");
        });
        assertThat(scene.held(TARGET, KVK_NUMMER)).isEmpty();
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31101234567");
    }

    @Test void while_a_create_that_could_be_it_is_open_a_root_waits() {
        scene.has(TARGET, "T1", company()).pair = Pair.firstSeen("relation", TARGET, "T1");
        scene.openCreate = OpenCreate.WAITING;

        scene.looksAt(TARGET);

        assertThat(scene.settlement.again()).get().extracting(Settlement.Again::cause).isEqualTo(Cause.LOOK_LATER);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.WAITS_FOR_OPEN_CREATE);
    }

    @Test void a_create_whose_answer_was_lost_is_found_by_our_reference_and_not_made_again() {
        newAtSource(company());
        var lost = inDoubt();
        scene.systems.get(TARGET).put("T9", withReference(company(), "S1"));

        scene.later(Duration.ofSeconds(10)).deliveries.add(lost);
        scene.looksAt(SOURCE);
        assertThat(scene.settlement.deliveries()).containsExactly(new Settlement.Verdict("d1", Fate.DONE, "T9"));
        scene.looksAt(SOURCE);

        assertThat(scene.pair.target()).isEqualTo("T9");
        assertThat(scene.systems.get(TARGET)).hasSize(1);
        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test void a_create_that_is_not_found_is_tried_again_only_after_two_misses() {
        newAtSource(company());
        var lost = inDoubt();

        scene.later(Duration.ofSeconds(10)).deliveries.add(lost);
        scene.looksAt(SOURCE);
        assertThat(scene.settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Fate.MISSED);
        assertThat(scene.settlement.again().orElseThrow().at()).isAfter(scene.now);
        scene.later(Duration.ofSeconds(10)).deliveries.add(missedOnce(lost));
        scene.looksAt(SOURCE);
        assertThat(scene.settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Fate.ABANDONED);
        scene.looksAt(SOURCE);

        assertThat(scene.settlement.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(scene.systems.get(TARGET)).hasSize(1);
    }

    @Test void a_lost_answer_to_a_create_leaves_the_root_pending_and_in_doubt() {
        newAtSource(company());
        scene.loses(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.PENDING);
        assertThat(scene.settlement.pair().isPaired()).isFalse();
        assertThat(scene.writes()).hasSize(1);
    }

    @Test @Requirement({"AC-80", "AC-81", "AC-82"}) void an_address_that_a_system_does_not_let_us_add_stops_only_its_field() {
        newAtSource(company().with(VISIT_ADDRESS, ""));
        scene.rules.source.addsResources = false;
        scene.looksAt(SOURCE);

        scene.types(TARGET, VISIT_ADDRESS, nl.koppelwerk.relation.Fields.VISIT_ADDRESS.type().of(address()).text()).looksAt(TARGET);

        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.BORN_ELSEWHERE);
        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.IN_SYNC);
    }

    private static nl.koppelwerk.relation.Address address() {
        return new nl.koppelwerk.relation.Address("", "Coolsingel", "12", "A", "", "3011 AD", "Rotterdam", "NL");
    }

    private void newAtSource(Values values) { scene.has(SOURCE, "S1", values).pair = Pair.firstSeen("relation", SOURCE, "S1"); }

    private static Values company() {
        return Values.NONE.with(NAME, "Çelik Advies B.V.").with(PHONE, "+31 10 123 4567").with(KVK_NUMMER, "68750110");
    }

    private static Relation withReference(Values values, String reference) {
        return new Relation(Kind.ORGANISATION, values, List.of(), Set.of(), Map.of(), reference, Set.of(nl.koppelwerk.relation.PartKind.CONTACT));
    }

    /** What the ledger keeps of a create that was sent and never answered. */
    private OpenDelivery inDoubt() {
        scene.answers(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(SOURCE);
        return new OpenDelivery("d1", scene.writes().get(0), State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null);
    }

    private OpenDelivery missedOnce(OpenDelivery lost) {
        return new OpenDelivery(lost.id(), lost.write(), lost.state(), "", "", Values.NONE, Map.of(), lost.sentAt(), 1, scene.now.minusSeconds(5));
    }
}
