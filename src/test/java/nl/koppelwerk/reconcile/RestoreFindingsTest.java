package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
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
        scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse(OLD), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW)));
    }

    /** 1181: its answer was lost, it landed after it had been looked for, and what it brought went to the other side as an edit. */
    @Test void what_a_lost_write_put_back_late_is_no_edit() {
        scene.types(TARGET, EMAIL, OLD);

        var settlement = scene.looksAt(TARGET);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(NEW);
        assertThat(settlement.reasons()).extracting(reason -> reason.code()).containsExactly(ReasonCode.RESTORED);
        assertThat(settlement.wanted()).containsEntry("1", Outcome.UPDATED);
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Outcome.EQUAL);
    }

    /** 19219. */
    @Test void what_landed_late_is_no_edit_of_the_next_read_that_lags_either() {
        scene.rules.target.visibilityDelay = Duration.ofSeconds(20);
        var before = scene.systems.get(TARGET).get("T1");
        scene.types(TARGET, EMAIL, OLD).looksAt(TARGET);

        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(TARGET, "T1", before, "1", null, scene.now))).looksAt(TARGET);

        assertThat(scene.settlement.state()).isEqualTo(State.PENDING);
        scene.later(Duration.ofSeconds(30)).looksAt(TARGET);
        assertThat(scene.held(SOURCE, EMAIL)).isEqualTo(NEW);
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
}
