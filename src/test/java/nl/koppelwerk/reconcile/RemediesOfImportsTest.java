package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BIRTH_DATE;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PARTNER_RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.ROLES;
import static nl.koppelwerk.relation.Fields.STATUS;
import static nl.koppelwerk.relation.ReasonCode.NOT_A_PERSON;
import static nl.koppelwerk.relation.ReasonCode.NO_LONGER_CLIENT;
import static nl.koppelwerk.relation.ReasonCode.OF_OTHER_TYPE;
import static nl.koppelwerk.relation.ReasonCode.ONLY_BY_IMPORT;
import static nl.koppelwerk.relation.ReasonCode.PARTNER_OF_DOSSIER;
import static nl.koppelwerk.relation.ReasonCode.RRN_BIRTH_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a client does not go over, and how a person ends that. */
class RemediesOfImportsTest extends FollowedRemedy {

    private static final String ELDER = "85073003427";
    private static final String YOUNGER = "93051822361";
    private static final Values AN = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(NAME, "Peeters").with(EMAIL, "an@peeters.example").with(RIJKSREGISTERNUMMER, ELDER);

    @BeforeEach void an_office() {
        scene = new Scene();
        scene.rulebook = OfficeRules.ofImports();
        scene.pair = Pair.firstSeen(Pair.FACET, SOURCE, "APR1");
        is(Kind.PERSON, AN);
    }

    @Test @Follows(ONLY_BY_IMPORT) void who_is_chosen_from_a_preview_goes_over() {
        scene.looksAt(SOURCE);
        said(ONLY_BY_IMPORT);

        goesOver();
    }

    @Test @Follows(NO_LONGER_CLIENT) void who_is_a_client_again_is_shown_again() {
        is(Kind.PERSON, AN.with(STATUS, "INACTIVE"));
        scene.looksAt(SOURCE);
        said(NO_LONGER_CLIENT);

        is(Kind.PERSON, AN.with(STATUS, "ACTIVE"));
        goesOver();
    }

    @Test @Follows(OF_OTHER_TYPE) void whose_type_is_made_a_type_of_clients_goes_over() {
        scene.rulebook = OfficeRules.ofClients(8);
        is(Kind.PERSON, AN.with(ROLES, "9"));
        scene.looksAt(SOURCE);
        said(OF_OTHER_TYPE);

        scene.rulebook = OfficeRules.ofClients(8, 9);
        goesOver();
    }

    @Test @Follows(NOT_A_PERSON) void a_company_needs_nothing() {
        is(Kind.ORGANISATION, Values.NONE.with(NAME, "Peeters BV"));
        scene.looksAt(SOURCE);

        said(NOT_A_PERSON);
        assertThat(scene.writes()).isEmpty();
    }

    @Test @Follows(PARTNER_OF_DOSSIER) void the_younger_of_a_couple_goes_over_with_the_elder() {
        scene.systems.get(TARGET).put("T-1", new Relation(Kind.PERSON, AN.with(PARTNER_RIJKSREGISTERNUMMER, YOUNGER), List.of()));
        is(Kind.PERSON, Values.NONE.with(FIRST_NAMES, "Jan").with(LAST_NAME, "Maes").with(NAME, "Maes").with(EMAIL, "jan@maes.example").with(RIJKSREGISTERNUMMER, YOUNGER));
        chosen();
        scene.looksAt(SOURCE);

        said(PARTNER_OF_DOSSIER);
        assertThat(scene.systems.get(TARGET)).containsOnlyKeys("T-1");
    }

    @Test void one_of_a_couple_whose_dossier_names_nobody_yet_gets_none_beside_it() {
        scene.systems.get(TARGET).put("T-1", new Relation(Kind.PERSON, AN, List.of()));
        is(Kind.PERSON, Values.NONE.with(FIRST_NAMES, "Jan").with(LAST_NAME, "Maes").with(NAME, "Maes").with(EMAIL, "jan@maes.example").with(RIJKSREGISTERNUMMER, YOUNGER)
            .with(PARTNER_RIJKSREGISTERNUMMER, ELDER));
        chosen();
        scene.looksAt(SOURCE);

        said(PARTNER_OF_DOSSIER);
        assertThat(scene.systems.get(TARGET)).containsOnlyKeys("T-1");
    }

    @Test @Follows(RRN_BIRTH_DATE) void a_number_that_agrees_with_the_birth_date_goes_over() {
        is(Kind.PERSON, AN.with(BIRTH_DATE, "1985-07-31"));
        chosen();
        scene.looksAt(SOURCE);
        said(RRN_BIRTH_DATE);

        is(Kind.PERSON, AN.with(BIRTH_DATE, "1985-07-30"));
        goesOver();
    }

    private void is(Kind kind, Values values) { scene.systems.get(SOURCE).put("APR1", new Relation(kind, values, List.of())); }

    private void chosen() {
        var shown = scene.rulebook.view(SOURCE, Pair.FACET, scene.systems.get(SOURCE).get("APR1")).values();
        scene.wanted.add(new Wanted.Carry("w1", "anna", scene.now, "", new Plan.Shown(shown, Values.NONE), Set.of(), Values.NONE));
    }

    private void goesOver() {
        scene.wanted.clear();
        chosen();
        assertThat(scene.looksAt(SOURCE).outcome()).as("%s", scene.settlement.reasons()).isEqualTo(Outcome.CREATED);
        assertThat(scene.systems.get(TARGET)).hasSize(1);
    }
}
