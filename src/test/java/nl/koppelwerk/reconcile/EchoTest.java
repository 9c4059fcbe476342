package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What a system shows after a write of ours (engine.md section 3, rule 6), and what stops a write (rules 2, 8 and section 6). */
class EchoTest {

    private final Scene scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, "info@bakker.example").bothHold(PHONE, "+31 10 123 4567").inSync();

    @Test void a_system_that_does_not_tell_what_it_took_over_is_read_once_more() {
        scene.tellsWhatItWrote = false;

        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.steps.get(scene.steps.size() - 1)).isInstanceOf(Step.Read.class);
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void another_spelling_in_the_answer_is_learnt_and_never_written_or_pulled() {
        scene.loses(Step.Write.class, echoing("BAKKER  EN ZN"));

        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        scene.systems.get(TARGET).computeIfPresent("T1", (id, relation) -> relation.with(relation.values().with(NAME, "BAKKER  EN ZN")));
        scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void the_old_value_again_is_not_taken_over_and_is_not_sent_in_a_loop() {
        scene.answers(Step.Write.class, echoing("Bakker B.V."));

        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.NOT_TAKEN_OVER);
        assertThat(scene.settlement.questions().get(0).reason().text()).doesNotContain("{");
        scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.NOT_TAKEN_OVER);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
    }

    @Test void something_else_in_the_answer_holds_the_field_and_is_never_pulled() {
        scene.answers(Step.Write.class, echoing("Geheim B.V."));
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);
        scene.types(TARGET, NAME, "Geheim B.V.").looksAt(TARGET);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.ANSWERED_OTHERWISE);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
    }

    @Test void an_old_state_within_the_visibility_delay_is_looked_at_again_and_not_taken_for_an_edit() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(5);
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        scene.types(TARGET, NAME, "Bakker B.V.").later(Duration.ofSeconds(2)).looksAt(TARGET);
        assertThat(scene.settlement.again()).get().extracting(Settlement.Again::cause).isEqualTo(Cause.LOOK_LATER);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker en Zn.");
        scene.types(TARGET, NAME, "Bakker en Zn.").later(Duration.ofSeconds(5)).looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_person_who_types_the_old_value_again_later_is_followed() {
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        scene.later(Duration.ofMinutes(1)).types(TARGET, NAME, "Bakker B.V.").looksAt(TARGET);

        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker B.V.");
    }

    @Test void before_a_write_to_a_system_without_versions_its_root_is_read() {
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        int write = scene.steps.indexOf(scene.writes().get(0));
        assertThat(scene.steps.subList(0, write)).anyMatch(step -> step instanceof Step.Read read && read.side() == TARGET);
    }

    @Test void a_stale_version_is_read_again_and_merged() {
        scene.answers(Step.Write.class, new Answer.Stale()).types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.held(TARGET, NAME)).isEqualTo("Bakker en Zn.");
        assertThat(scene.writes()).hasSize(2);
    }

    @Test void a_refused_write_fails_the_relation_with_the_vendors_reason_and_lets_the_other_direction_go_on() {
        var refusal = new Reason(ReasonCode.VENDOR_REFUSED, "name", Map.of("system", "Target", "answer", "no such name"));
        scene.answers(Step.Write.class, new Answer.Refused(java.util.List.of(refusal)));

        scene.types(SOURCE, NAME, "Bakker en Zn.").types(TARGET, PHONE, "+31 10 765 4321").looksAt(SOURCE);

        assertThat(scene.settlement.state()).isEqualTo(State.FAILED);
        assertThat(scene.settlement.again()).get().extracting(Settlement.Again::cause).isEqualTo(Cause.WILL_NOT_HEAL);
        assertThat(scene.settlement.reasons()).contains(refusal);
        assertThat(scene.writes()).hasSize(2);
    }

    @Test void throttling_denial_and_silence_end_the_look_each_in_its_own_way() {
        var until = scene.now.plusSeconds(30);

        assertThat(after(new Answer.Throttled(until))).isEqualTo(new Settlement.Again(Cause.LOOK_LATER, until, null));
        assertThat(after(new Answer.Denied(new Reason(ReasonCode.CREDENTIALS_REFUSED))).cause()).isEqualTo(Cause.ACCOUNT);
        assertThat(after(new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).cause()).isEqualTo(Cause.MAY_HEAL);
        assertThat(after(new Answer.Unreadable(new Reason(ReasonCode.UNMAPPABLE))).cause()).isEqualTo(Cause.WILL_NOT_HEAL);
    }

    @Test void over_the_brake_the_destructive_part_is_held_and_the_rest_goes_on() {
        scene.answers(Step.Write.class, new Answer.Braked());

        scene.types(SOURCE, EMAIL, "").types(SOURCE, PHONE, "+31 10 765 4321").looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BRAKE);
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(scene.held(TARGET, PHONE)).isEqualTo("+31107654321");
    }

    @Test void a_released_brake_lets_the_destructive_part_through_uncounted() {
        scene.types(SOURCE, EMAIL, "").answered.add(new Question.Answered(ReasonCode.BRAKE, "email", Choice.RELEASE, null,
            new Question.Both("", "info@bakker.example")));

        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEmpty();
        assertThat(scene.writes()).singleElement().satisfies(write -> assertThat(write.destructive()).isZero());
    }

    @Test void a_vanished_root_marks_its_pair_and_a_vanished_partner_is_a_proposal() {
        scene.systems.get(TARGET).clear();

        scene.looksAt(TARGET);
        assertThat(scene.settlement.pair().gone()).containsExactly(TARGET);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.PARTNER_GONE);
        scene.types(SOURCE, NAME, "Bakker en Zn.").looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.PARTNER_GONE);
        assertThat(scene.systems.get(TARGET)).isEmpty();
        assertThat(scene.systems.get(SOURCE)).hasSize(1);
    }

    @Test void a_confirmed_proposal_makes_a_new_partner() {
        scene.systems.get(TARGET).clear();
        scene.looksAt(SOURCE);

        scene.answered.add(new Question.Answered(ReasonCode.PARTNER_GONE, "", Choice.RELEASE, null, null));
        scene.looksAt(SOURCE);

        assertThat(scene.systems.get(TARGET)).hasSize(1);
        assertThat(scene.settlement.outcome()).isEqualTo(Settlement.Outcome.CREATED);
    }

    @Test void a_changed_kind_is_held() {
        scene.change(SOURCE, r -> new Relation(Kind.PERSON, r.values(), r.parts())).looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.KIND_CHANGED);
    }

    @Test void where_ids_are_reused_another_relation_under_the_old_id_is_held() {
        scene.rules.reusesIds = true;

        scene.has(TARGET, "T1", scene.systems.get(TARGET).get("T1").values().with(NAME, "Heel Iets Anders N.V.")).looksAt(TARGET);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.ID_REUSED);
        assertThat(scene.held(SOURCE, NAME)).isEqualTo("Bakker B.V.");
    }

    /** Found by the simulation of e-conomic and Clickmate, seeds 354 and 1073: a restore offered what another customer held. */
    @Test void what_another_relation_holds_under_the_old_id_stands_in_the_history_only_where_a_person_says_that_it_is_the_same() {
        scene.rules.reusesIds = true;
        scene.has(TARGET, "T1", scene.systems.get(TARGET).get("T1").values().with(NAME, "Heel Iets Anders N.V.")).looksAt(TARGET);
        assertThat(scene.settlement.changes()).isEmpty();

        scene.answered.add(new Question.Answered(ReasonCode.ID_REUSED, "", Question.Choice.RELEASE, "", new Question.Both("S1", "T1")));
        scene.looksAt(TARGET);

        assertThat(scene.settlement.changes()).anySatisfy(change -> {
            assertThat(change.side()).isEqualTo(TARGET);
            assertThat(change.value().text()).isEqualTo("Heel Iets Anders N.V.");
        });
    }

    @Test void what_a_person_changed_is_in_the_history_where_the_question_went_away_by_itself() {
        scene.rules.reusesIds = true;
        scene.rules.identityKeys = List.of(EMAIL);
        scene.bothHold(EMAIL, "info@bakker.example").inSync();
        scene.types(TARGET, NAME, "Heel Iets Anders N.V.").types(TARGET, EMAIL, "hallo@anders.example").looksAt(TARGET);
        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.ID_REUSED);

        scene.types(TARGET, EMAIL, "info@bakker.example").looksAt(TARGET);

        assertThat(scene.settlement.changes()).filteredOn(change -> change.side() == TARGET && !change.written()).extracting(change -> change.value().text())
            .containsExactly("Heel Iets Anders N.V.");
    }

    @Test void what_the_hub_renamed_itself_is_no_other_relation() {
        scene.rules.reusesIds = true;
        scene.rules.reusedAt = java.util.Set.of(TARGET);
        scene.rules.identityKeys = List.of(EMAIL);
        scene.bothHold(EMAIL, "info@bakker.example").inSync();
        scene.tellsWhatItWrote = false;

        scene.types(SOURCE, NAME, "Heel Iets Anders N.V.").types(SOURCE, EMAIL, "hallo@anders.example").looksAt(SOURCE);

        assertThat(scene.settlement.questions()).isEmpty();
        assertThat(scene.settlement.changes()).filteredOn(nl.koppelwerk.reconcile.Settlement.Change::written).extracting(change -> change.value().text())
            .containsExactlyInAnyOrder("Heel Iets Anders N.V.", "hallo@anders.example");
    }

    /** What the first look saw is the other relation already, so it says nothing of who this is. */
    @Test void another_relation_under_the_old_id_stays_held_however_often_it_is_looked_at() {
        scene.rules.reusesIds = true;
        scene.rules.identityKeys = List.of(EMAIL);
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Heel Iets Anders N.V.").with(EMAIL, "hallo@anders.example")).looksAt(TARGET);

        scene.looksAt(TARGET);
        scene.looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.ID_REUSED);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_deleted_root_is_marked_and_no_longer_written() {
        scene.change(SOURCE, r -> new Relation(r.kind(), r.values().with(NAME, "Anders"), r.parts(), java.util.Set.of(nl.koppelwerk.relation.Mark.DELETED),
            Map.of(), "", r.partsSeen())).looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.DELETED_NO_LONGER_WRITTEN);
    }

    private Settlement.Again after(Answer answer) {
        return scene.answers(Step.Read.class, answer).looksAt(SOURCE).again().orElseThrow();
    }

    private static Answer echoing(String name) {
        return new Answer.Done("", "2", nl.koppelwerk.relation.Values.NONE.with(NAME, name), Map.of());
    }
}
