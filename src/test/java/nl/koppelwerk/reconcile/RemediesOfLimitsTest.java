package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.FUNCTION;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static nl.koppelwerk.relation.ReasonCode.BORN_ELSEWHERE;
import static nl.koppelwerk.relation.ReasonCode.NOT_IN_REFERENCE_LIST;
import static nl.koppelwerk.relation.ReasonCode.REQUIRED_MISSING;
import static nl.koppelwerk.relation.ReasonCode.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What a system cannot hold stays out of it until it is made to fit, or until the system is. */
class RemediesOfLimitsTest extends FollowedRemedy {

    private static final String ADDRESS = "street=Coolsingel\nhouseNumber=12\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL";

    @Test @Follows(TOO_LONG) void what_is_too_long_crosses_once_it_is_shortened() {
        scene = Scene.ofTwoPairedCompanies().inSync().types(SOURCE, NAME, "Bakker & Zonen, Beschuit en Banket sinds 1902");
        scene.looksAt(SOURCE);
        assertThat(said(TOO_LONG).text()).contains(scene.rules.target.longest + " characters");
        scene.looksAt(TARGET);
        assertThat(said(TOO_LONG).text()).contains(scene.rules.target.longest + " characters");

        scene.types(SOURCE, NAME, "Bakker & Zonen").looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(REQUIRED_MISSING) void a_new_relation_without_its_name_is_born_once_it_has_one() {
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "")).pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.looksAt(SOURCE);
        assertThat(named(said(REQUIRED_MISSING))).isEqualTo(TARGET);
        assertThat(scene.settlement.state()).isEqualTo(State.REFUSED);

        scene.types(SOURCE, NAME, "Çelik B.V.").looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
    }

    @Test @Follows(REQUIRED_MISSING) void a_name_that_was_emptied_is_filled_in_again() {
        scene = Scene.ofTwoPairedCompanies().inSync().types(TARGET, NAME, "");
        scene.looksAt(TARGET);
        assertThat(named(said(REQUIRED_MISSING))).isEqualTo(SOURCE);

        scene.types(TARGET, NAME, "Bakker & Zonen").looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(NOT_IN_REFERENCE_LIST) void a_function_crosses_once_the_list_has_it() {
        curator();
        assertThat(said(NOT_IN_REFERENCE_LIST).text()).startsWith("Tribe CRM has no");

        scene.rulebook = OfficeRules.withFunctions("Directeur", "Curator");
        looksLater();

        isQuietlyInSync(NAME, "Çelik B.V.");
        assertThat(functionInTribe()).isEqualTo("Curator");
    }

    @Test @Follows(NOT_IN_REFERENCE_LIST) void another_function_that_the_list_has_crosses() {
        curator();
        said(NOT_IN_REFERENCE_LIST);

        contact("Directeur");
        looksLater();

        isQuietlyInSync(NAME, "Çelik B.V.");
        assertThat(functionInTribe()).isEqualTo("Directeur");
    }

    @Test @Follows(BORN_ELSEWHERE) void an_address_is_kept_the_same_once_it_was_added_where_addresses_are_born() {
        companyInTribe();
        scene.bothHold(VISIT_ADDRESS, "").looksAt(SOURCE);
        scene.types(TARGET, VISIT_ADDRESS, ADDRESS);
        looksLater();
        var where = named(said(BORN_ELSEWHERE));
        assertThat(where).isEqualTo(SOURCE);

        scene.types(where, VISIT_ADDRESS, ADDRESS);
        looksLater();

        isQuietlyInSync(VISIT_ADDRESS, ADDRESS);
    }

    private void companyInTribe() {
        scene.rulebook = OfficeRules.withFunctions("Directeur");
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, "CLIENT")).pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.looksAt(SOURCE);
    }

    private void curator() {
        companyInTribe();
        contact("Curator");
        looksLater();
    }

    private void contact(String function) { scene.contact(SOURCE, "C1", "", Values.NONE.with(LAST_NAME, "Sørensen").with(FUNCTION, function)); }

    private String functionInTribe() {
        String id = scene.pair.partners(SOURCE, nl.koppelwerk.relation.PartKind.CONTACT, "C1").orElseThrow().target();
        return scene.held(TARGET, id, FUNCTION);
    }

    /** Tribe may show for a little while what stood there before. */
    private void looksLater() { scene.later(Duration.ofMinutes(1)).looksAt(SOURCE); }
}
