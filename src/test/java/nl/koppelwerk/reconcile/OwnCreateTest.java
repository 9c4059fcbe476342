package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Engine.md section 3.3: what the webhooks of our own create cost, that name ids which nobody saw yet. */
class OwnCreateTest {

    private final Scene scene = new Scene();

    @Test void an_id_that_the_index_knows_as_a_part_by_now_moves_to_its_roots_without_a_read() {
        unknown("C1");
        scene.partOf = List.of("T1", "T2");

        scene.looksAt(TARGET);

        assertThat(scene.settlement.moved()).containsExactly("T1", "T2");
        assertThat(scene.steps).isEmpty();
    }

    @Test void an_id_that_nobody_saw_waits_for_the_open_create_without_a_read() {
        unknown("C1");
        scene.openCreate = OpenCreate.WAITING;

        scene.looksAt(TARGET);

        assertThat(scene.settlement.again()).contains(new Settlement.Again(Cause.LOOK_LATER, null, Duration.ofSeconds(2)));
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.WAITS_FOR_OPEN_CREATE);
        assertThat(scene.steps).isEmpty();
    }

    @Test void a_part_that_is_known_moves_even_while_another_create_is_open() {
        unknown("C1");
        scene.openCreate = OpenCreate.WAITING;
        scene.partOf = List.of("T1");

        scene.looksAt(TARGET);

        assertThat(scene.settlement.moved()).containsExactly("T1");
    }

    @Test void a_create_that_is_open_for_long_holds_up_no_new_part() {
        unknown("C1");
        scene.openCreate = OpenCreate.WAITING;
        scene.revision = 30;
        scene.answers(Step.Read.class, new Answer.PartOf(List.of("T1")));

        scene.looksAt(TARGET);

        assertThat(scene.settlement.moved()).containsExactly("T1");
    }

    @Test void an_unknown_id_without_an_open_create_is_read() {
        unknown("T1");
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Çelik B.V."));

        scene.looksAt(TARGET);

        assertThat(scene.steps).hasOnlyElementsOfType(Step.Read.class).hasSize(1);
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
    }

    @Test void a_root_that_was_seen_before_is_read_before_it_waits_or_moves() {
        unknown("T1");
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Çelik B.V.")).looksAt(TARGET);
        scene.openCreate = OpenCreate.WAITING;
        scene.partOf = List.of("T2");

        scene.looksAt(TARGET);

        assertThat(scene.steps).hasSize(1);
        assertThat(scene.settlement.moved()).isEmpty();
        assertThat(scene.settlement.reasons()).extracting("code").containsExactly(ReasonCode.WAITS_FOR_OPEN_CREATE);
    }

    @Test void a_paired_root_that_was_never_seen_is_read() {
        var paired = Scene.ofTwoPairedCompanies();
        paired.openCreate = OpenCreate.WAITING;
        paired.partOf = List.of("T2");

        paired.looksAt(TARGET);

        assertThat(paired.steps).isNotEmpty();
        assertThat(paired.settlement.moved()).isEmpty();
    }

    private void unknown(String id) { scene.pair = Pair.firstSeen("relation", TARGET, id); }
}
