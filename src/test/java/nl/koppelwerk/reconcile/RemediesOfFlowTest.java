package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.AUTO_SYNC;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.STATUS;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not flow by itself between e-conomic and Clickmate, by the rules of the real link. */
class RemediesOfFlowTest extends FollowedRemedy {

    @BeforeEach void a_danish_office() { scene.rulebook = OfficeRules.ofDanishOffice(Map.of()); }

    @Test @Follows(NOT_AUTOMATIC) void a_customer_goes_over_once_it_flows_in_clickmate_or_a_person_carries_it_over() {
        customer(TARGET, "ACTIVE", "NO");
        looksAt(TARGET);
        assertThat(named(said(NOT_AUTOMATIC))).isEqualTo(TARGET);
        assertThat(scene.systems.get(SOURCE)).isEmpty();

        scene.types(TARGET, AUTO_SYNC, "YES");
        looksAt(TARGET);

        isInSync(NAME, "Sørensen og Søn");
    }

    @Test @Follows(NOT_AUTOMATIC) void a_customer_goes_over_once_a_person_carries_it_over() {
        customer(TARGET, "ACTIVE", "NO");
        looksAt(TARGET);
        said(NOT_AUTOMATIC);

        scene.answered.add(new Question.Answered(NOT_AUTOMATIC, "", Question.Choice.RELEASE, "", new Question.Both("", "")));
        looksAt(TARGET);

        isInSync(NAME, "Sørensen og Søn");
    }

    @Test @Follows(NOT_ACTIVE_YET) void a_prospect_goes_over_once_it_is_active() {
        customer(TARGET, "PROSPECT", "YES");
        looksAt(TARGET);
        assertThat(named(said(NOT_ACTIVE_YET))).isEqualTo(TARGET);
        assertThat(scene.systems.get(SOURCE)).isEmpty();

        scene.types(TARGET, STATUS, "ACTIVE");
        looksAt(TARGET);

        isInSync(NAME, "Sørensen og Søn");
    }

    @Test void a_customer_that_becomes_a_prospect_again_stays_paired() {
        customer(TARGET, "ACTIVE", "YES");
        looksAt(TARGET);

        scene.types(TARGET, STATUS, "PROSPECT").types(TARGET, EMAIL, "post@soerensen.example");
        looksAt(TARGET);

        isInSync(EMAIL, "post@soerensen.example");
    }

    @Test @Follows(LINK_SWITCHED_OFF) void a_customer_goes_over_once_the_integration_is_switched_on() {
        scene.rulebook = OfficeRules.ofDanishOffice(Map.of("integrationEnabled", "false"));
        customer(SOURCE, "ACTIVE", "YES");
        looksAt(SOURCE);
        said(LINK_SWITCHED_OFF);

        scene.rulebook = OfficeRules.ofDanishOffice(Map.of());
        looksAt(SOURCE);

        isInSync(NAME, "Sørensen og Søn");
    }

    @Test @Follows(NOT_RECEIVED) void a_customer_of_e_conomic_comes_once_receiving_is_switched_on() {
        scene.rulebook = OfficeRules.ofDanishOffice(Map.of("receiveFromEconomic", "false"));
        customer(SOURCE, "ACTIVE", "YES");
        looksAt(SOURCE);
        assertThat(named(said(NOT_RECEIVED))).isEqualTo(SOURCE);

        scene.rulebook = OfficeRules.ofDanishOffice(Map.of());
        looksAt(SOURCE);

        isInSync(NAME, "Sørensen og Søn");
    }

    private void customer(Side side, String status, String flows) {
        scene.has(side, "1", Values.NONE.with(NAME, "Sørensen og Søn").with(EMAIL, "info@soerensen.example").with(STATUS, status).with(AUTO_SYNC, flows));
        scene.pair = Pair.firstSeen("relation", side, "1");
    }

    private void looksAt(Side side) {
        scene.looksAt(side);
        while (scene.settlement.again().isPresent()) scene.later(java.time.Duration.ofSeconds(5)).looksAt(side);
    }
}
