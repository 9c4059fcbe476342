package nl.koppelwerk.systems.adminconsult;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample payloads of the contract, put together and read. */
class AdminConsultReaderTest {

    private static final String CUSTOMER = """
        { "CustomerId": 9580, "CustCode": "P0042", "CompanyId": 1, "IsCompany": false, "IsActive": true, "Name": "Peeters", "Firstname": "An", "Title": "Mevr.",
          "Language": "NL", "Email": "an.peeters@mail.example", "Mobile": "0470 12 34 56", "Phone": "", "VATNr": "", "RegistrationNr": "",
          "SocialSecurityNumber": "85.07.30-034.27", "DateOfBirth": "1985-07-30", "CustomerCrmType": 8, "CustomerGroup": 0, "CreationDate": "2019-02-11" }""";
    private static final String ADDRESS = """
        { "CustomerAddressId": 7001, "AddressId": 5001, "CustomerId": 9580, "StreetName": "Dorpsstraat", "Street1": "Dorpsstraat 7/B", "Street2": "", "HouseNr": "7", "HouseBox": "B",
          "ZipCode": "8500", "City": "Kortrijk", "CountryId": 21, "CountryCode": "BE", "RegisteredOffice": true, "PostalAddress": true, "InvoiceAddress": false }""";

    @Test void a_customer_holds_what_the_contract_shows() {
        var read = read("{}", List.of(json(ADDRESS)));

        assertThat(read.id()).isEqualTo("9580");
        assertThat(read.relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(text(read, LAST_NAME) + text(read, FIRST_NAMES) + text(read, NUMBER)).isEqualTo("PeetersAnP0042");
        assertThat(text(read, RIJKSREGISTERNUMMER)).isEqualTo("85073003427");
        assertThat(text(read, MOBILE)).isEqualTo("+32470123456");
        assertThat(text(read, PRIVATE_ADDRESS)).isEqualTo("street=Dorpsstraat\nhouseNumber=7\nbox=B\npostalCode=8500\ncity=Kortrijk\ncountry=BE").isEqualTo(text(read, POSTAL_ADDRESS));
        assertThat(read.relation().values().get(PHONE).isEmpty()).isTrue();
        assertThat(read.relation().values().get(BTW_NUMMER).isEmpty()).isTrue();
        assertThat(read.relation().values().get(PARTNER_RIJKSREGISTERNUMMER).isEmpty()).isTrue();
        assertThat(read.relation().handles()).isEmpty();
    }

    @Test void without_addresses_there_are_none_and_what_a_row_leaves_out_is_not_known() {
        var read = read("{'Email': null}", List.of());

        assertThat(read.relation().values().get(PRIVATE_ADDRESS).isEmpty()).isTrue();
        assertThat(read.relation().values().get(EMAIL).isEmpty()).isTrue();
        assertThat(read.relation().values().get(GENDER).isAbsent()).isTrue();
        assertThat(read.relation().values().get(RELATION_TYPES).isAbsent()).isTrue();
    }

    @Test void of_several_addresses_the_oldest_counts_and_a_line_is_a_street_where_nothing_else_is() {
        var line = json(ADDRESS).put("CustomerAddressId", 12).put("StreetName", "").put("Street1", "Rue de l'Église 3");

        assertThat(text(read("{}", List.of(json(ADDRESS), line)), PRIVATE_ADDRESS)).startsWith("street=Rue de l'Église 3\npostalCode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a@mail.example; b@mail.example|a@mail.example", "geen, b@mail.example|b@mail.example", "an at mail.example|", "an@mail.example|an@mail.example"})
    void the_first_email_that_is_one_counts(String typed, String expected) {
        var value = read("{'Email': '" + typed + "'}", List.of()).relation().values().get(EMAIL);

        assertThat(value).isEqualTo(expected == null ? new Value.Invalid<>(typed, ReasonCode.EMAIL_FORMAT) : EMAIL.type().parse(expected));
    }

    @ParameterizedTest
    @CsvSource({"0403.019.261, BE0403019261", "BE 428759497, BE0428759497", "NL800123451B01, NL800123451B01"})
    void a_vat_number_without_a_country_is_belgian(String typed, String expected) {
        assertThat(text(read("{'VATNr': '" + typed + "'}", List.of()), BTW_NUMMER)).isEqualTo(expected);
    }

    @Test void of_several_partners_the_numbers_are_shown_and_none_is_valid() {
        var found = new Surroundings(List.of(json(CUSTOMER)));
        found.partners(List.of(json("{'CustomerIdPk': 9580, 'CustomerIdFk': 1}"), json("{'CustomerIdPk': 2, 'CustomerIdFk': 9580}")));
        found.number("1", "85073003328");
        found.number("2", "93051822361");

        var partner = AdminConsultReader.root(found.wires().get(0)).relation().values().get(PARTNER_RIJKSREGISTERNUMMER);

        assertThat(partner).isEqualTo(new Value.Invalid<>("85073003328; 93051822361", ReasonCode.RRN_CHECK));
    }

    @ParameterizedTest @ValueSource(strings = {"{'IsCompany': null}", "{'IsCompany': 'nee'}", "{'CustomerId': 'x'}", "{'CustomerId': 0}"}) void what_is_no_customer_is_told_and_not_guessed(String odd) {
        assertThatThrownBy(() -> read(odd, List.of())).isInstanceOf(Unreadable.class).hasMessageNotContaining("85.07");
    }

    private static RootReading read(String changes, List<ObjectNode> addresses) {
        var found = new Surroundings(List.of(json(CUSTOMER).<ObjectNode>setAll(json(changes))));
        found.addresses(addresses);
        found.taskflows(Optional.empty());
        return AdminConsultReader.root(found.wires().get(0));
    }

    private static String text(RootReading read, Field<?> field) { return read.relation().values().get(field).text(); }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replaceAll("(?<=[{ :,\\[])'|'(?=[}:,\\]])", "\""));
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
