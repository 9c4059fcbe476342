package nl.koppelwerk.systems.advocaatcentraal;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each field of the seed stands in AdvocaatCentraal, and what is sent. */
class AdvocaatCentraalTablesTest {

    @ParameterizedTest
    @Requirement({"AC-40", "AC-41", "AC-42", "AC-43", "AC-44", "AC-50", "AC-51", "AC-52", "AC-53", "AC-54", "AC-55", "AC-56",
        "AC-57", "AC-58", "AC-59", "AC-60", "AC-70", "AC-71", "AC-72", "AC-80", "AC-81", "AC-82"})
    @CsvSource({
        "ORGANISATION, ROOT, name, bedrijfsnaam", "ORGANISATION, ROOT, phone, telefoonnummer", "ORGANISATION, ROOT, email, email",
        "ORGANISATION, ROOT, website, website", "ORGANISATION, ROOT, kvkNummer, kvk",
        "ORGANISATION, CONTACT, callName, voornamen", "ORGANISATION, CONTACT, lastName, achternaam",
        "ORGANISATION, CONTACT, tussenvoegsel, tussenvoegsels", "ORGANISATION, CONTACT, initials, voorletters",
        "ORGANISATION, CONTACT, birthDate, geboortedatum", "ORGANISATION, CONTACT, gender, geslacht",
        "ORGANISATION, CONTACT, function, functie", "ORGANISATION, CONTACT, businessPhone, doorkiesnummer",
        "ORGANISATION, CONTACT, businessMobile, mobiel", "ORGANISATION, CONTACT, privateMobile, mobiel",
        "ORGANISATION, CONTACT, privatePhone, priveTelefoon", "ORGANISATION, CONTACT, businessEmail, email",
        "ORGANISATION, CONTACT, privateEmail, email",
        "PERSON, ROOT, lastName, naam", "PERSON, ROOT, email, email", "PERSON, ROOT, phone, telefoon",
        "ORGANISATION, ROOT, visitAddress, adressen[type=HOOFDKANTOOR]", "ORGANISATION, ROOT, postalAddress, adressen[type=POSTADRES]",
        "PERSON, ROOT, privateAddress, adressen[type=PRIVEADRES]"})
    void a_field_stands_where_the_contract_says(Kind kind, PartKind part, String field, String member) {
        assertThat(AdvocaatCentraalTables.table(kind, part).orElseThrow().lines())
            .anySatisfy(line -> {
                assertThat(line.field().name()).isEqualTo(field);
                assertThat(line.member()).isEqualTo(member);
            });
    }

    @Test
    void a_merge_patch_names_what_changed_only() {
        var changed = Values.NONE.with(PHONE, "+31107654321").with(WEBSITE, Value.empty());

        assertThat(AdvocaatCentraalTables.BEDRIJF.update(changed, References.NONE).get(""))
            .hasToString("{\"telefoonnummer\":\"+31107654321\",\"website\":null}");
    }

    @Test
    @Requirement("AC-90")
    void the_business_value_goes_back_and_the_private_one_when_there_is_none() {
        var both = Values.NONE.with(BUSINESS_EMAIL, "zaak@x.example").with(PRIVATE_EMAIL, "thuis@x.example");

        assertThat(AdvocaatCentraalTables.CONTACTPERSOON.update(both, References.NONE).get("")).hasToString("{\"email\":\"zaak@x.example\"}");
        assertThat(AdvocaatCentraalTables.CONTACTPERSOON.update(both.with(BUSINESS_EMAIL, Value.empty()), References.NONE).get(""))
            .hasToString("{\"email\":\"thuis@x.example\"}");
    }

    @Test
    @Requirement("AC-13")
    void relation_types_are_read_and_never_written() {
        var types = Values.NONE.with(RELATION_TYPES, "CLIENT");

        assertThat(AdvocaatCentraalTables.BEDRIJF.update(types, References.NONE)).isEmpty();
    }

    @Test
    void an_address_is_written_to_its_own_place_without_what_has_no_member() {
        var changed = Values.NONE.with(POSTAL_ADDRESS, "attention=t.a.v. Berg\nstreet=Postbus\nhouseNumber=100\npostalCode=3000 AC\ncity=Rotterdam\ncountry=NL");

        var bodies = AdvocaatCentraalTables.BEDRIJF.update(changed, changed, References.NONE);

        assertThat(bodies).containsOnlyKeys("adressen[type=POSTADRES]");
        assertThat(bodies.get("adressen[type=POSTADRES]")).hasToString(
            "{\"straat\":\"Postbus\",\"huisnummer\":\"100\",\"postcode\":\"3000 AC\",\"plaats\":\"Rotterdam\",\"land\":\"NL\"}");
        assertThat(AdvocaatCentraalTables.BEDRIJF.form(POSTAL_ADDRESS, changed.get(POSTAL_ADDRESS)).text()).doesNotContain("attention");
    }

    @Test
    @Requirement({"AC-58", "AC-60"})
    void one_member_feeds_what_is_business_and_what_is_private() {
        assertThat(AdvocaatCentraalTables.CONTACTPERSOON.groups())
            .contains(List.of(BUSINESS_MOBILE, PRIVATE_MOBILE), List.of(BUSINESS_EMAIL, PRIVATE_EMAIL), List.of(FIRST_NAMES, CALL_NAME));
    }
}
