package nl.koppelwerk.systems.tribe;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each field of the seed stands in Tribe, and what is sent. */
class TribeTablesTest {

    private static final References LISTS = new References(Map.of(TribeTables.COUNTRIES, Map.of("NL", "c-nl"),
        TribeTables.GENDERS, Map.of("Vrouw", "g-v"), TribeTables.FUNCTIONS, Map.of("Directeur", "f-1")));

    @ParameterizedTest
    @Requirement({"AC-40", "AC-41", "AC-42", "AC-43", "AC-44", "AC-50", "AC-51", "AC-52", "AC-53", "AC-54", "AC-55", "AC-56",
        "AC-57", "AC-58", "AC-59", "AC-60", "AC-70", "AC-71", "AC-72", "AC-80", "AC-81", "AC-82"})
    @CsvSource({
        "ORGANISATION, ROOT, name, Name", "ORGANISATION, ROOT, phone, PhoneNumber", "ORGANISATION, ROOT, email, EmailAddress",
        "ORGANISATION, ROOT, website, Website", "ORGANISATION, ROOT, kvkNummer, ChamberOfCommerceNumber",
        "ORGANISATION, CONTACT, callName, Person/FirstName", "ORGANISATION, CONTACT, lastName, Person/LastName",
        "ORGANISATION, CONTACT, tussenvoegsel, Person/MiddleName", "ORGANISATION, CONTACT, initials, Person/Initials",
        "ORGANISATION, CONTACT, birthDate, Person/BirthDate", "ORGANISATION, CONTACT, gender, Person/Gender",
        "ORGANISATION, CONTACT, function, Role", "ORGANISATION, CONTACT, businessPhone, PhoneNumber",
        "ORGANISATION, CONTACT, businessMobile, MobilePhoneNumber", "ORGANISATION, CONTACT, privateMobile, Person/MobilePhoneNumber",
        "ORGANISATION, CONTACT, privatePhone, Person/PhoneNumber", "ORGANISATION, CONTACT, businessEmail, EmailAddress",
        "ORGANISATION, CONTACT, privateEmail, Person/EmailAddress",
        "PERSON, ROOT, lastName, LastName", "PERSON, ROOT, email, EmailAddress", "PERSON, ROOT, phone, PhoneNumber",
        "ORGANISATION, ROOT, visitAddress, VisitingAddress", "ORGANISATION, ROOT, postalAddress, PostalAddress",
        "PERSON, ROOT, privateAddress, Address"})
    void a_field_stands_where_the_contract_says(Kind kind, PartKind part, String field, String member) {
        assertThat(TribeTables.table(kind, part).orElseThrow().lines())
            .anySatisfy(line -> {
                assertThat(line.field().name()).isEqualTo(field);
                assertThat(line.member()).isEqualTo(member);
            });
    }

    @Test
    @Requirement("AC-83")
    void an_invoice_address_has_no_place() {
        for (var kind : Kind.values()) assertThat(fields(kind)).doesNotContain(INVOICE_ADDRESS);
    }

    @Test
    @Requirement("AC-03")
    void a_private_person_has_no_contact_persons() {
        assertThat(TribeTables.table(Kind.PERSON, PartKind.CONTACT)).isEmpty();
    }

    @Test
    @Requirement({"AC-58", "AC-60"})
    void a_new_contact_is_one_tree_with_its_person_and_our_reference_on_the_person() {
        var values = Values.NONE.with(CALL_NAME, "Sanne").with(LAST_NAME, "Berg").with(GENDER, "FEMALE").with(FUNCTION, "Directeur")
            .with(BUSINESS_MOBILE, "+31612345678").with(PRIVATE_MOBILE, "+31612345678").with(FIRST_NAMES, "Sanne Maria");

        assertThat(TribeTables.CONTACT.create(values, "AC-C-5521", LISTS)).hasToString("{\"MobilePhoneNumber\":\"+31612345678\","
            + "\"Role\":{\"ID\":\"f-1\"},\"Person\":{\"FirstName\":\"Sanne\",\"LastName\":\"Berg\",\"Gender\":{\"ID\":\"g-v\"},"
            + "\"MobilePhoneNumber\":\"+31612345678\",\"ImportId\":\"AC-C-5521\"}}");
    }

    @Test
    @Requirement("AC-80")
    void a_house_number_is_a_number_and_its_rest_a_suffix() {
        var changed = Values.NONE.with(VISIT_ADDRESS, "street=Coolsingel\nhouseNumber=12-14 A\npostalCode=3011AD\ncity=Rotterdam\ncountry=NL");

        assertThat(TribeTables.ORGANIZATION.update(changed, LISTS).get("VisitingAddress")).hasToString("{\"Street\":\"Coolsingel\","
            + "\"HouseNumber\":12,\"HouseNumberSuffix\":\"-14 A\",\"Postalcode\":\"3011 AD\",\"City\":\"Rotterdam\",\"Country\":{\"ID\":\"c-nl\"}}");
    }

    @Test
    @Requirement("AC-56")
    void a_function_that_tribe_does_not_list_is_a_reason() {
        assertThat(TribeTables.CONTACT.problems(FUNCTION, FUNCTION.type().parse("Kok"), LISTS))
            .extracting(reason -> reason.code()).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
    }

    private static Iterable<Field<?>> fields(Kind kind) { return TribeTables.table(kind, PartKind.ROOT).orElseThrow().fields(); }
}
