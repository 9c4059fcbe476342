package nl.koppelwerk.systems.advocaatcentraal;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample payloads of the contract, read whole. */
class AdvocaatCentraalReaderTest {

    @Test
    @Requirement({"AC-40", "AC-41", "AC-42", "AC-43", "AC-44"})
    void a_company_is_an_organisation() {
        var company = read("bedrijf.json");

        assertThat(company.id()).isEqualTo("AC-000184213");
        assertThat(company.version()).isEqualTo("7");
        assertThat(company.modified()).isEqualTo(Instant.parse("2025-11-18T15:03:09Z"));
        assertThat(company.relation().kind()).isEqualTo(Kind.ORGANISATION);
        holds(company, NAME, "Voorbeeld Advies B.V.");
        holds(company, PHONE, "+31101234567");
        holds(company, EMAIL, "info@voorbeeldadvies.example");
        holds(company, WEBSITE, "https://voorbeeldadvies.example");
        holds(company, KVK_NUMMER, "68750110");
        holds(company, RELATION_TYPES, "BETALENDE_PARTIJ,CLIENT");
    }

    @Test
    @Requirement({"AC-50", "AC-51", "AC-52", "AC-53", "AC-54", "AC-55", "AC-56", "AC-57", "AC-59"})
    void a_contact_person_is_a_part_of_its_organisation() {
        var contact = contact(wire("bedrijf.json"));

        assertThat(contact.id()).isEqualTo("AC-C-5521");
        holds(contact, CALL_NAME, "Sanne Maria");
        holds(contact, FIRST_NAMES, "Sanne Maria");
        holds(contact, LAST_NAME, "Berg");
        holds(contact, TUSSENVOEGSEL, "van der");
        holds(contact, INITIALS, "S.M.");
        holds(contact, BIRTH_DATE, "1986-05-12");
        holds(contact, GENDER, "FEMALE");
        holds(contact, FUNCTION, "Directeur");
        holds(contact, BUSINESS_PHONE, "+31101234568");
        assertThat(contact.values().get(PRIVATE_PHONE).isEmpty()).isTrue();
    }

    @Test
    @Requirement({"AC-58", "AC-60"})
    void its_mobile_number_and_its_e_mail_address_are_business_and_private_at_once() {
        var contact = contact(wire("bedrijf.json"));

        holds(contact, BUSINESS_MOBILE, "+31612345678");
        holds(contact, PRIVATE_MOBILE, "+31612345678");
        holds(contact, BUSINESS_EMAIL, "s.vanderberg@voorbeeldadvies.example");
        holds(contact, PRIVATE_EMAIL, "s.vanderberg@voorbeeldadvies.example");
    }

    @Test
    @Requirement({"AC-70", "AC-71", "AC-72", "AC-82"})
    void a_private_person_has_a_name_that_stands_as_last_name() {
        var person = read("particulier.json");

        assertThat(person.relation().kind()).isEqualTo(Kind.PERSON);
        holds(person, LAST_NAME, "Jansen");
        holds(person, EMAIL, "j.jansen@prive.example");
        holds(person, PHONE, "+31101234567");
        holds(person, PRIVATE_ADDRESS, "street=Kade\nhouseNumber=3\npostalCode=1012 AB\ncity=Amsterdam\ncountry=NL");
        assertThat(person.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
    }

    @Test
    @Requirement({"AC-80", "AC-81", "AC-83"})
    void the_head_office_is_the_visiting_address_and_an_invoice_address_is_none() {
        var company = read("bedrijf.json");

        holds(company, VISIT_ADDRESS,
            "street=Coolsingel\nhouseNumber=12\nhuisnummertoevoeging=A\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL");
        assertThat(company.relation().values().get(POSTAL_ADDRESS).isEmpty()).isTrue();
        assertThat(company.relation().values().get(INVOICE_ADDRESS).isAbsent()).isTrue();
        assertThat(company.relation().handles()).containsExactly(java.util.Map.entry("adressen[type=HOOFDKANTOOR]", "HOOFDKANTOOR"));
    }

    @Test
    void archived_and_deleted_are_marks() {
        var wire = ((ObjectNode) wire("bedrijf.json")).put("gearchiveerd", true).put("verwijderd", true);

        assertThat(AdvocaatCentraalReader.relation(wire).relation().marks()).containsExactlyInAnyOrder(Mark.ARCHIVED, Mark.DELETED);
    }

    @Test
    @Requirement("AC-55")
    void a_gender_that_is_not_in_the_list_is_left_alone() {
        var wire = (ObjectNode) wire("bedrijf.json");
        ((ObjectNode) wire.at("/contactpersonen/0")).put("geslacht", "onbekend");

        assertThat(contact(wire).values().get(GENDER)).isEqualTo(new Value.Invalid<>("onbekend", ReasonCode.CODE_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-18T15:03:09Z, 2025-11-18T15:03:09Z", "2025-11-18T15:03:09.250Z, 2025-11-18T15:03:09.250Z",
        "2025-11-18T15:03Z, 2025-11-18T15:03:00Z", "2025-11-18T16:03:09, 2025-11-18T15:03:09Z"})
    void a_moment_is_understood_in_every_precision_and_without_a_zone(String typed, Instant meant) {
        var wire = ((ObjectNode) wire("particulier.json")).put("gewijzigdOp", typed);

        assertThat(AdvocaatCentraalReader.relation(wire).modified()).isEqualTo(meant);
    }

    @Test
    void a_record_of_another_shape_says_where() {
        var odd = ((ObjectNode) wire("bedrijf.json")).put("adressen", "Coolsingel 12");
        var neither = ((ObjectNode) wire("bedrijf.json")).put("soort", "STICHTING");

        assertThatThrownBy(() -> AdvocaatCentraalReader.relation(odd)).isInstanceOf(Unreadable.class).hasMessageContaining("/adressen");
        assertThatThrownBy(() -> AdvocaatCentraalReader.relation(neither)).isInstanceOf(Unreadable.class).hasMessageContaining("/soort");
    }

    private static RootReading read(String file) { return AdvocaatCentraalReader.relation(wire(file)); }

    private static Part contact(JsonNode wire) { return AdvocaatCentraalReader.relation(wire).relation().parts().get(0); }

    private static void holds(RootReading root, Field<?> field, String text) {
        assertThat(root.relation().values().get(field)).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(text);
    }

    private static void holds(Part part, Field<?> field, String text) {
        assertThat(part.values().get(field)).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(text);
    }

    private static JsonNode wire(String file) {
        try (var in = AdvocaatCentraalReaderTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(file, broken);
        }
    }
}
