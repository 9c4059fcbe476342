package nl.koppelwerk.flow;

import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.PARTNER_RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.RIJKSREGISTERNUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.AdminPulseAccounton;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.accounton.AccountonBeans;
import nl.koppelwerk.systems.adminpulse.AdminPulseBeans;
import org.junit.jupiter.api.Test;

/** Who is made along with another, where a couple is one dossier. */
class ClaimedTest {

    private static final Rules RULES = new AdminPulseAccounton().rules(JsonNodeFactory.instance.objectNode(), AdminPulseBeans.connector(Map.of()).dialect(References.NONE),
        AccountonBeans.connector(Map.of()).dialect(References.NONE));
    private static final Values AN = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an@peeters.example").with(RIJKSREGISTERNUMMER, "40010100140")
        .with(PARTNER_RIJKSREGISTERNUMMER, "85073003328");
    private static final Values BO = Values.NONE.with(FIRST_NAMES, "Bo").with(LAST_NAME, "Claes").with(EMAIL, "bo@claes.example").with(RIJKSREGISTERNUMMER, "85073003328");

    @Test void the_dossier_of_a_couple_and_one_of_the_partner_alone_are_not_made_at_once() {
        assertThat(keys("APR1", AN)).containsAnyElementsOf(keys("APR2", BO));
    }

    @Test void two_who_have_nothing_in_common_do_not_wait_for_each_other() {
        assertThat(keys("APR1", AN.with(PARTNER_RIJKSREGISTERNUMMER, ""))).doesNotContainAnyElementsOf(keys("APR2", BO));
    }

    private static List<MatchKey> keys(String root, Values values) {
        var create = new Step.Write(Side.TARGET, "", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.CREATE, values, Values.NONE, values, "", "ADMINPULSE:" + root, 0);
        var from = new Sighting(Side.SOURCE, root, new Relation(Kind.PERSON, values, List.of()), "", null, Instant.parse("2026-03-02T09:00:00Z"));
        return Claimed.keys(RULES, create, side -> side == Side.SOURCE ? Optional.of(from) : Optional.empty());
    }
}
