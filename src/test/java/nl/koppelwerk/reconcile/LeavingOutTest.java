package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BTW_NUMMER;
import static nl.koppelwerk.relation.Fields.CONTACT_PERSON;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.Fields.ROLES;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SnelStart keeps a contact person in the visiting address, and takes no half of the two; what else was changed crosses all the same. */
class LeavingOutTest {

    private static final String ROTTERDAM = "street=Coolsingel\nhouseNumber=12\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL";
    private static final String ANOTHER_NUMBER = "+31107654321";
    private final Scene scene = Scene.ofTwoPairedCompanies();

    @BeforeEach void two_that_agree_on_an_address() {
        scene.rulebook = OfficeRules.ofBookkeeping(Map.of());
        var both = Values.NONE.with(RELATION_TYPES, "DEBTOR").with(VISIT_ADDRESS, ROTTERDAM).with(PHONE, "+31101234567").with(CONTACT_PERSON, "");
        scene.hold(SOURCE, both.with(ROLES, "DEBTOR")).hold(TARGET, both);
    }

    @Test void an_address_stays_while_it_keeps_a_contact_person_that_is_snelstarts_own() {
        scene.types(TARGET, CONTACT_PERSON, "Sanne Bakker").inSync();

        scene.types(SOURCE, VISIT_ADDRESS, "").types(SOURCE, PHONE, ANOTHER_NUMBER).looksAt(SOURCE);

        assertThat(scene.held(TARGET, PHONE)).isEqualTo(ANOTHER_NUMBER);
        assertThat(scene.held(TARGET, VISIT_ADDRESS)).isEqualTo(ROTTERDAM);
        assertThat(why(VISIT_ADDRESS)).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
        scene.looksAt(SOURCE);
        assertThat(scene.writes()).as("a look later").isEmpty();
        assertThat(why(VISIT_ADDRESS)).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
    }

    @Test void a_contact_person_waits_for_an_address_that_was_emptied_in_snelstart() {
        scene.inSync().types(TARGET, VISIT_ADDRESS, "").types(SOURCE, CONTACT_PERSON, "Sanne Bakker").types(SOURCE, PHONE, ANOTHER_NUMBER).looksAt(SOURCE);

        assertThat(scene.held(TARGET, PHONE)).isEqualTo(ANOTHER_NUMBER);
        assertThat(scene.held(TARGET, CONTACT_PERSON)).isEmpty();
        assertThat(why(CONTACT_PERSON)).contains(ReasonCode.CONTACT_WITHOUT_ADDRESS);

        scene.types(TARGET, VISIT_ADDRESS, ROTTERDAM).looksAt(TARGET);
        assertThat(scene.held(TARGET, CONTACT_PERSON)).isEqualTo("Sanne Bakker");
    }

    @Test void the_two_are_emptied_together() {
        scene.types(SOURCE, CONTACT_PERSON, "Sanne Bakker").inSync();

        scene.types(SOURCE, VISIT_ADDRESS, "").looksAt(SOURCE);

        assertThat(scene.held(TARGET, VISIT_ADDRESS) + scene.held(TARGET, CONTACT_PERSON)).isEmpty();
    }

    /** On the running program: SnelStart refused the telephone number, too. */
    @Test void an_address_in_another_country_than_the_vat_number_that_stays_there_waits_for_it() {
        scene.types(SOURCE, BTW_NUMMER, "NL123456789B13").types(TARGET, BTW_NUMMER, "NL123456789B13").inSync();

        scene.types(SOURCE, VISIT_ADDRESS, "street=Meir\nhouseNumber=12\npostalCode=2000\ncity=Antwerpen\ncountry=BE").types(SOURCE, PHONE, ANOTHER_NUMBER).looksAt(SOURCE);

        assertThat(scene.held(TARGET, PHONE)).isEqualTo(ANOTHER_NUMBER);
        assertThat(scene.held(TARGET, VISIT_ADDRESS)).isEqualTo(ROTTERDAM);
        assertThat(why(VISIT_ADDRESS)).containsExactly(ReasonCode.BTW_COUNTRY);
        scene.types(SOURCE, BTW_NUMMER, "BE0411905847").looksAt(SOURCE);
        assertThat(scene.held(TARGET, VISIT_ADDRESS)).contains("Antwerpen");
        assertThat(scene.held(TARGET, BTW_NUMMER)).isEqualTo("BE0411905847");
    }

    @Test void what_a_plan_wants_of_them_is_overtaken() {
        scene.inSync().types(TARGET, VISIT_ADDRESS, "");
        var none = CONTACT_PERSON.type().parse("");
        scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, "T1", PartKey.ROOT, CONTACT_PERSON, CONTACT_PERSON.type().parse("Sanne Bakker"), none, none, false));

        scene.looksAt(TARGET);

        assertThat(scene.settlement.wanted()).containsEntry("1", Settlement.Outcome.CHANGED_SINCE_PREVIEW);
        assertThat(scene.held(TARGET, CONTACT_PERSON)).isEmpty();
    }

    private List<ReasonCode> why(Field<?> field) {
        return scene.settlement.reasons().stream().filter(reason -> reason.subject().equals(field.name())).map(Reason::code).toList();
    }
}
