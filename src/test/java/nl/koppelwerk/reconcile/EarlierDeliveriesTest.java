package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.reconcile.OpenDelivery.State;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.Verdict;
import nl.koppelwerk.reconcile.Step.Action;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Engine.md section 4: what an earlier look sent and nobody knows the end of is settled before anything else. */
class EarlierDeliveriesTest {

    private static final PartKey CONTACT = new PartKey(PartKind.CONTACT, "C1");
    private static final Values RENAMED = Values.NONE.with(NAME, "Bakker en Zn.");
    private final Scene scene = Scene.ofTwoPairedCompanies().inSync();

    @Test void an_update_that_stands_there_was_done_and_one_that_does_not_is_given_up_and_made_again() {
        scene.types(SOURCE, NAME, "Bakker en Zn.").deliveries.add(inDoubt(update(), scene.now, 0, null));
        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.ABANDONED, ""));
        assertThat(scene.writes()).isEmpty();

        scene.types(TARGET, NAME, "Bakker en Zn.").deliveries.add(inDoubt(update(), scene.now, 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.DONE, ""));
        assertThat(scene.looksAt(SOURCE).state()).isEqualTo(Settlement.State.IN_SYNC);
        assertThat(scene.writes()).isEmpty();
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 487: what was restored counted as typed, and went over to the other side. */
    @Test void an_update_of_a_record_that_was_renumbered_since_is_looked_for_under_its_new_id() {
        scene.has(TARGET, "T2", scene.systems.get(TARGET).remove("T1").values());
        scene.pair = scene.pair.withRoot(TARGET, "T2");
        scene.types(TARGET, NAME, "Bakker en Zn.").deliveries.add(inDoubt(update(), scene.now, 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.DONE, ""));
    }

    @Test void a_write_to_a_root_that_is_gone_is_given_up() {
        scene.systems.get(TARGET).clear();
        scene.deliveries.add(inDoubt(update(), scene.now, 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.ABANDONED, ""));
    }

    @Test void a_contact_person_that_was_made_is_found_by_our_reference_and_is_the_partner() {
        scene.contact(SOURCE, "C1", "", person()).contact(TARGET, "TC0", "C0", person()).contact(TARGET, "TC1", "C1", person());
        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(2), 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.DONE, "TC1"));

        assertThat(scene.pair.partners(CONTACT).orElseThrow().target()).isEqualTo("TC1");
        assertThat(scene.steps).allSatisfy(step -> assertThat(((Step.Read) step).whole()).isTrue());
    }

    @Test void a_contact_person_is_made_again_only_after_two_looks_that_missed_it() {
        scene.contact(SOURCE, "C1", "", person());

        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(2), 0, null));
        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.MISSED, ""));
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.CREATE_IN_DOUBT);
        assertThat(scene.settlement.again().orElseThrow().at()).isEqualTo(scene.now.plusSeconds(2));
        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(9), 1, scene.now.minusSeconds(2)));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.ABANDONED, ""));
        assertThat(scene.settlement.again().orElseThrow().at()).isEqualTo(scene.now);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void what_may_not_show_yet_is_not_looked_for() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(20);
        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(19), 0, null));
        scene.looksAt(SOURCE);
        assertThat(scene.steps).isEmpty();
        assertThat(scene.settlement.again().orElseThrow().at()).isEqualTo(scene.now.plusSeconds(1));
        assertThat(scene.settlement.deliveries()).isEmpty();

        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(90), 1, scene.now.minusSeconds(5)));
        scene.looksAt(SOURCE);

        assertThat(scene.steps).isEmpty();
        assertThat(scene.settlement.again().orElseThrow().at()).isEqualTo(scene.now.plusSeconds(15));
    }

    @Test void of_several_that_are_open_each_gets_its_end_and_the_latest_decides_when_it_is_looked_at_again() {
        scene.types(TARGET, NAME, "Bakker en Zn.");
        scene.deliveries.add(inDoubt(contact(), scene.now.minusSeconds(1), 0, null));
        scene.deliveries.add(new OpenDelivery("d2", update(), State.DONE, "", "", Values.NONE, Map.of(), scene.now, 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d2", Fate.DONE, ""));
        assertThat(scene.settlement.again().orElseThrow().at()).isEqualTo(scene.now.plusSeconds(1));
    }

    @Test void two_that_could_be_the_root_that_was_made_are_a_question_and_a_person_chooses() {
        scene.pair = nl.koppelwerk.link.Pair.firstSeen("relation", SOURCE, "S1");
        var both = new Answer.Candidates(List.of(candidate("T7", "S1"), candidate("T8", ""), candidate("T9", "S0")));
        scene.answers(Step.Search.class, both).deliveries.add(inDoubt(root(), scene.now.minusSeconds(2), 0, null));
        assertThat(scene.looksAt(SOURCE).questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo(ReasonCode.CREATE_IN_DOUBT_TWICE);
            assertThat(question.values()).containsOnlyKeys("T7", "T8");
        });

        scene.answered.add(new Question.Answered(ReasonCode.CREATE_IN_DOUBT_TWICE, "", Question.Choice.VALUE, "T8", null));
        scene.answers(Step.Search.class, both).deliveries.add(inDoubt(root(), scene.now.minusSeconds(2), 0, null));

        assertThat(scene.looksAt(SOURCE).deliveries()).containsExactly(new Verdict("d1", Fate.DONE, "T8"));
        assertThat(scene.settlement.foldsIn()).contains("row of T8");
        assertThat(scene.pair.target()).isEqualTo("T8");
    }

    private static Answer.Candidate candidate(String root, String partner) { return new Answer.Candidate(root, partner, "row of " + root); }

    private static Values person() { return Values.NONE.with(LAST_NAME, "Çelik"); }

    private static OpenDelivery inDoubt(Step.Write write, Instant sentAt, int misses, Instant lastMiss) {
        return new OpenDelivery("d1", write, State.IN_DOUBT, "", "", Values.NONE, Map.of(), sentAt, misses, lastMiss);
    }

    private static Step.Write update() {
        return new Step.Write(TARGET, "T1", Kind.ORGANISATION, PartKey.ROOT, "T1", "", "", Action.UPDATE, RENAMED, Values.NONE.with(NAME, "Bakker B.V."), RENAMED, "1", "", 0);
    }

    private static Step.Write contact() {
        return new Step.Write(TARGET, "T1", Kind.ORGANISATION, CONTACT, "", "", "", Action.CREATE, person(), Values.NONE.with(LAST_NAME, ""), person(), "1", "C1", 0);
    }

    private static Step.Write root() {
        return new Step.Write(TARGET, "", Kind.ORGANISATION, PartKey.ROOT, "", "", "", Action.CREATE, RENAMED, Values.NONE.with(NAME, ""), RENAMED, "", "S1", 0);
    }
}
