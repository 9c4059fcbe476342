package nl.koppelwerk.systems.economic;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each field stands in e-conomic, and what is sent. */
class EconomicTablesTest {

    private static final References LISTS = new References(Map.of(EconomicTables.CUSTOMER_GROUPS, Map.of("Indenlandske kunder", "1"),
        EconomicTables.TERMS_OF_PAYMENT, Map.of("Netto 14 dage", "2"), EconomicTables.VAT_ZONES, Map.of("Domestic", "1"),
        EconomicTables.CURRENCIES, Map.of("DKK", "DKK")));

    @ParameterizedTest
    @CsvSource({"name, name, name", "cvrNummer, corporateIdentificationNumber, cvrNo", "pNummer, pNumber, pnr", "eanNummer, ean, eanLocationNumber",
        "email, email, email", "phone, telephoneAndFaxNumber, phone", "mobile, mobilePhone, mobilePhone", "website, website, homepage",
        "visitAddress, address, address1"})
    void a_field_stands_where_each_service_has_it(String field, String rest, String customersApi) {
        assertThat(EconomicTables.CUSTOMER.lines()).anyMatch(line -> line.field().name().equals(field) && line.isAt(rest));
        assertThat(EconomicTables.CUSTOMER_TO_CHANGE.lines()).anyMatch(line -> line.field().name().equals(field) && line.isAt(customersApi));
    }

    @Test void a_new_customer_names_its_group_terms_zone_and_currency_and_no_number() {
        var values = Values.NONE.with(NAME, "Æblegården ApS").with(CVR_NUMMER, "DK 12 34 56 74").with(PHONE, "+4586550100").with(CUSTOMER_GROUP, "1")
            .with(PAYMENT_TERMS, "2").with(VAT_ZONE, "1").with(CURRENCY, "DKK").with(VISIT_ADDRESS, address("Havnegade", "7 B", "8000", "Århus C", "DK"));

        assertThat(EconomicTables.CUSTOMER.create(values, "CM-1", LISTS)).hasToString("{\"name\":\"Æblegården ApS\","
            + "\"corporateIdentificationNumber\":\"12345674\",\"telephoneAndFaxNumber\":\"+4586550100\",\"address\":\"Havnegade 7B\",\"zip\":\"8000\","
            + "\"city\":\"Århus C\",\"country\":\"Danmark\",\"customerGroup\":{\"customerGroupNumber\":1},\"paymentTerms\":{\"paymentTermsNumber\":2},"
            + "\"vatZone\":{\"vatZoneNumber\":1},\"currency\":\"DKK\"}");
    }

    @Test void what_a_new_customer_must_have_is_required() {
        assertThat(EconomicTables.CUSTOMER.required()).containsExactlyInAnyOrder(NAME, CUSTOMER_GROUP, PAYMENT_TERMS, VAT_ZONE, CURRENCY);
        assertThat(EconomicTables.CONTACT.required()).containsExactly(FULL_NAME);
    }

    @ParameterizedTest @CsvSource({"customerGroup, 9", "customerGroup, Alle", "paymentTerms, 1", "vatZone, 0", "currency, EUR"})
    void an_entry_that_is_not_in_the_offices_list_is_a_reason_and_never_sent(String name, String typed) {
        Field<?> field = nl.koppelwerk.relation.Fields.named(name).orElseThrow();

        assertThat(EconomicTables.CUSTOMER.problems(field, field.type().parse(typed), LISTS))
            .extracting(reason -> reason.code()).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
    }

    @Test void what_is_chosen_once_is_not_among_what_is_changed() {
        assertThat(EconomicTables.CUSTOMER_TO_CHANGE.fields()).doesNotContain(CUSTOMER_GROUP, PAYMENT_TERMS, VAT_ZONE, CURRENCY, STATUS);
    }

    @Test void an_address_of_two_lines_is_one_text_in_both_services() {
        var changed = Values.NONE.with(VISIT_ADDRESS, address("Havnegade 7, 2. sal", "", "8000", "Århus C", "DK"));

        assertThat(EconomicTables.CUSTOMER.update(changed, LISTS).get("")).hasToString(
            "{\"address\":\"Havnegade 7, 2. sal\",\"zip\":\"8000\",\"city\":\"Århus C\",\"country\":\"Danmark\"}");
        assertThat(EconomicTables.CUSTOMER_TO_CHANGE.update(changed, LISTS).get("").path("address1").asText()).isEqualTo("Havnegade 7");
        assertThat(EconomicTables.CUSTOMER_TO_CHANGE.update(changed, LISTS).get("").path("address2").asText()).isEqualTo("2. sal");
    }

    @ParameterizedTest @CsvSource({"Danmark, DK", "denmark, DK", "DÄNEMARK, DK", "Denemarken, DK", "DK, DK", "DNK, DK", "Tyskland, DE", "Deutschland, DE",
        "Holland, NL", "Nederlandene, NL", "Færøerne, FO", "Grønland, GL", "Sverige, SE", "Schweden, SE", "Storbritannien, GB"})
    void a_country_is_read_by_its_name(String typed, String code) {
        assertThat(new CountryByName().read(new com.fasterxml.jackson.databind.node.TextNode(typed), Missing.EMPTY).text()).isEqualTo(code);
    }

    @Test void every_country_is_read_back_from_the_name_it_is_written_by() {
        var countries = new CountryByName();

        for (var code : Locale.getISOCountries())
            assertThat(countries.read(countries.write(code, References.NONE), Missing.EMPTY).text()).isEqualTo(code);
    }

    @Test void a_country_that_nobody_knows_leaves_the_address_alone() throws Exception {
        var wire = EconomicReaderTest.json("{\"customerNumber\": 1, \"address\": \"Kongens Gade 1\", \"country\": \"Narnia\"}");

        assertThat(EconomicTables.CUSTOMER.read(wire).values().get(VISIT_ADDRESS)).isInstanceOf(Value.Invalid.class);
    }

    @Test void a_private_person_and_a_role_have_no_place() {
        assertThat(EconomicTables.table(Kind.PERSON, PartKind.ROOT)).isEmpty();
        assertThat(EconomicTables.table(Kind.ORGANISATION, PartKind.ROLE)).isEmpty();
    }

    private static Value<Address> address(String street, String number, String postalCode, String city, String country) {
        return Address.TYPE.of(Address.of(street, number, postalCode, city, country));
    }
}
