package nl.koppelwerk.systems.economic;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The payloads of the contract, read whole. */
class EconomicReaderTest {

    private static final String CONTACT = """
        {"number": 311, "customerNumber": 10042, "name": "Ida Krogh", "email": "ida@nordlys.example", "phone": "86 55 01 01", "isDeleted": false}""";

    @Test void a_customer_is_read_with_its_contact_persons() {
        var root = EconomicReader.customer(customer(), List.of(json(CONTACT)));

        assertThat(root.id()).isEqualTo("10042");
        assertThat(root.modified()).isEqualTo(Instant.parse("2026-03-04T10:21:07Z"));
        var values = root.relation().values();
        assertThat(values.get(NAME).text()).isEqualTo("Nordlys Cykler ApS");
        assertThat(values.get(CVR_NUMMER).text()).isEqualTo("12345674");
        assertThat(values.get(PHONE).text()).isEqualTo("+4586550100");
        assertThat(values.get(MOBILE).text()).isEqualTo("+4520550100");
        assertThat(values.get(VISIT_ADDRESS).text()).isEqualTo("street=Havnegade 7\npostalCode=8000\ncity=Aarhus C\ncountry=DK");
        assertThat(values.get(CUSTOMER_GROUP).text()).isEqualTo("1");
        assertThat(root.relation().parts()).extracting("id").containsExactly("contact-311");
        assertThat(root.relation().parts().get(0).values().get(BUSINESS_PHONE).text()).isEqualTo("+4586550101");
    }

    @Test void what_is_left_out_is_empty() {
        var values = EconomicReader.customer(json("{\"customerNumber\": 7, \"name\": \"Ærø Færger\"}"), List.of()).relation().values();

        for (var field : List.of(EMAIL, EAN_NUMMER, VISIT_ADDRESS, STATUS)) assertThat((Value<?>) values.get(field)).as("%s", field).matches(Value::isEmpty);
    }

    @ParameterizedTest @ValueSource(strings = {"true", "false"}) void only_a_barred_customer_is_inactive(String barred) {
        var wire = customer().put("barred", Boolean.parseBoolean(barred));

        assertThat(EconomicReader.customer(wire, List.of()).relation().values().get(STATUS).text()).isEqualTo(barred.equals("true") ? "INACTIVE" : "");
    }

    @Test void several_addresses_in_one_text_are_kept_and_never_cross() {
        var wire = customer().put("email", "bogholderi@nordlys.example faktura@nordlys.example");

        assertThat(EconomicReader.customer(wire, List.of()).relation().values().get(EMAIL))
            .isEqualTo(new Value.Invalid<>("bogholderi@nordlys.example faktura@nordlys.example", ReasonCode.EMAIL_SEVERAL));
    }

    @Test void line_breaks_of_an_address_read_as_commas() {
        var wire = customer().put("address", "Nordlys Cykler\r\nHavnegade 7,\n\n2. sal\n");

        assertThat(EconomicReader.customer(wire, List.of()).relation().values().get(VISIT_ADDRESS).text()).startsWith("street=Nordlys Cykler, Havnegade 7, 2. sal\n");
    }

    @Test void a_deleted_contact_person_is_none() {
        var deleted = json(CONTACT.replace("false", "true"));

        assertThat(EconomicReader.customer(customer(), List.of(deleted)).relation().parts()).isEmpty();
    }

    @Test void a_row_of_a_contact_person_shows_nothing_else_of_its_customer() {
        var root = EconomicReader.ofContact(json(CONTACT));

        assertThat(root.id()).isEqualTo("10042");
        assertThat(root.relation().values().isNone()).isTrue();
        assertThat(root.relation().partsSeen()).isEmpty();
        assertThat(root.relation().parts()).extracting("id").containsExactly("contact-311");
    }

    static ObjectNode customer() {
        return (ObjectNode) json("""
            { "customerNumber": 10042, "currency": "DKK", "customerGroup": { "customerGroupNumber": 1, "self": "https://restapi.e-conomic.com/customer-groups/1" },
              "paymentTerms": { "paymentTermsNumber": 1 }, "address": "Havnegade 7", "zip": "8000", "city": "Aarhus C", "country": "Danmark",
              "balance": 0.0, "dueAmount": 0.0, "corporateIdentificationNumber": "12345674", "email": "bogholderi@nordlys.example",
              "name": "Nordlys Cykler ApS", "telephoneAndFaxNumber": "86 55 01 00", "mobilePhone": "20 55 01 00", "website": "https://nordlys.example",
              "creditLimit": 50000.0, "vatZone": { "vatZoneNumber": 1 }, "lastUpdated": "2026-03-04T10:21:07Z", "eInvoicingDisabledByDefault": false }""");
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
