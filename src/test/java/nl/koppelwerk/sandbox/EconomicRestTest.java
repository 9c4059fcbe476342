package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicRestTest {

    static final String REFERENCES = "'currency':'DKK','customerGroup':{'customerGroupNumber':1},'paymentTerms':{'paymentTermsNumber':1},'vatZone':{'vatZoneNumber':1}";

    private static Wire wire;
    private int number;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void one_customer() {
        wire.standard();
        wire.control("POST", "/reset", "{}");
        number = wire.rest("POST", "/customers", customer("Sørensen Cykler ApS", "'city':'Århus C','email':'a@cykler.example b@cykler.example'")).json().get("customerNumber").intValue();
    }

    @Test
    void a_create_answers_with_the_whole_customer_and_where_it_is() {
        var reply = wire.rest("POST", "/customers", customer("Kjær El A/S", "'customerNumber':4711,'balance':999.99,'whatever':true,'ean':''"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(reply.json().get("self").textValue()).startsWith("http://127.0.0.1:").endsWith("/economic/customers/4711");
        assertThat(reply.json().get("balance").doubleValue()).isZero();
        assertThat(reply.json().has("ean") || reply.json().has("whatever") || reply.json().has("barred")).isFalse();
        assertThat(reply.json().at("/metaData/replace/httpMethod").textValue()).isEqualTo("put");
        assertThat(reply.json().at("/customerGroup/self").textValue()).endsWith("/economic/customer-groups/1");
        assertThat(reply.json().get("lastUpdated").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void a_reference_may_be_given_by_its_address() {
        var body = customer("Kjær El A/S", "").replace("{'customerGroupNumber':1}", "{'self':'https://restapi.e-conomic.com/customer-groups/2'}");

        assertThat(wire.rest("POST", "/customers", body).json().at("/customerGroup/customerGroupNumber").intValue()).isEqualTo(2);
    }

    @Test
    void a_put_replaces_everything_and_creates_what_is_not_there() {
        var replaced = wire.rest("PUT", "/customers/" + number, customer("Sørensen Cykler A/S", "'zip':'8000'"));
        var created = wire.rest("PUT", "/customers/777", customer("Bæk VVS", ""));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().has("city") || replaced.json().has("email")).isFalse();
        assertThat(created.status()).isEqualTo(201);
        assertThat(wire.rest("GET", "/customers/777", null).status()).isEqualTo(200);
    }

    @Test
    void another_number_in_a_put_renumbers_and_the_contacts_follow() {
        var contact = contact("Ida Krogh");

        var reply = wire.rest("PUT", "/customers/" + number, customer("Sørensen Cykler ApS", "'customerNumber':20001"));

        assertThat(reply.json().get("customerNumber").intValue()).isEqualTo(20001);
        assertThat(wire.rest("GET", "/customers/" + number, null).status()).isEqualTo(404);
        assertThat(wire.rest("GET", "/customers/20001/contacts/" + contact, null).json().at("/customer/customerNumber").intValue()).isEqualTo(20001);
        assertThat(wire.rest("PUT", "/customers/20001", customer("X", "'customerNumber':20001")).status()).isEqualTo(200);
    }

    @Test
    void a_deleted_number_is_gone_and_can_be_handed_out_again() {
        assertThat(wire.rest("DELETE", "/customers/" + number, null).status()).isEqualTo(204);
        var again = wire.rest("DELETE", "/customers/" + number, null);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().get("errorCode").textValue()).isEqualTo("E06000");
        assertThat(wire.rest("POST", "/customers", customer("Efter", "")).json().get("customerNumber").intValue()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'customerNumber':1 | customerNumber | E06010",
        "'customerGroup':{'customerGroupNumber':99} | customerGroup | E07140",
        "'paymentTerms':{'paymentTermsNumber':99} | paymentTerms | E07080",
        "'vatZone':{'vatZoneNumber':99} | vatZone | ",
        "'currency':'XXX' | currency | ",
        "'vatZone':{} | vatZone | E04500"})
    void a_value_that_does_not_hold_is_told_in_the_tree_of_the_request(String member, String property, String code) {
        wire.rest("PUT", "/customers/1", customer("Først", ""));

        var reply = wire.rest("POST", "/customers", "{'name':'Kjær'," + REFERENCES + "," + member + "}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().get("errorCode").textValue()).isEqualTo("E04300");
        var inner = reply.json().at("/errors/" + property + "/errors/0");
        assertThat(inner.path("errorCode").asText(null)).isEqualTo(code);
        assertThat(inner.get("errorMessage").textValue()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'address':null", "'customerNumber':0", "'name':17", "'name':''", "'pNumber':'123'", "'customerNumber':1000000000", "'barred':'yes'", "'zip':'0123456789012345678901234567890'"})
    void what_does_not_fit_the_schema_is_refused_with_its_place(String member) {
        var reply = wire.rest("PUT", "/customers/" + number, "{" + REFERENCES + ",'name':'Kjær'," + member + "}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/schemaPath").textValue()).startsWith("#/properties/" + member.substring(1, member.indexOf('\'', 1)));
    }

    @Test
    void a_missing_property_a_wrong_type_of_body_and_a_wrong_verb_are_refused() {
        assertThat(wire.rest("POST", "/customers", "{'name':'Kjær'}").json().get("errorCount").intValue()).isEqualTo(4);
        assertThat(wire.rest("POST", "/customers", "[").status()).isEqualTo(400);
        assertThat(wire.rest("PUT", "/customers", "{}").status()).isEqualTo(405);
        assertThat(wire.rest("GET", "/nowhere", null).status()).isEqualTo(404);
        assertThat(wire.send("POST", "/economic/customers", "{}", "X-AppSecretToken", "economic-demo-app", "X-AgreementGrantToken", "economic-demo-grant",
                "Content-Type", "text/plain").status()).isEqualTo(415);
    }

    @Test
    void only_the_flag_of_e_invoices_can_be_patched() {
        var patched = wire.rest("PATCH", "/customers/" + number, "[{'op':'replace','path':'/eInvoicingDisabledByDefault','value':true}]");

        assertThat(patched.json().get("eInvoicingDisabledByDefault").booleanValue()).isTrue();
        assertThat(wire.rest("PATCH", "/customers/" + number, "[{'op':'replace','path':'/name','value':'x'}]").status()).isEqualTo(400);
    }

    @Test
    void contacts_are_made_replaced_and_deleted_under_their_customer() {
        var contact = contact("Ida Krogh");
        var path = "/customers/" + number + "/contacts";

        var replaced = wire.rest("PUT", path + "/" + contact, "{'customerContactNumber':" + contact + ",'name':'Ida Nørgaard','emailNotifications':['invoices']}");
        var second = wire.rest("POST", path, "{'name':'Åse Bæk'}");

        assertThat(replaced.json().get("name").textValue()).isEqualTo("Ida Nørgaard");
        assertThat(replaced.json().has("phone")).isFalse();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().get("sortKey").intValue()).isEqualTo(2);
        assertThat(wire.rest("GET", path + "?filter=" + Wire.encoded("name$like:nør"), null).json().get("collection")).hasSize(1);
        assertThat(wire.rest("PUT", path + "/" + contact, "{'name':'Uden nummer'}").status()).isEqualTo(400);
        assertThat(wire.rest("POST", path, "{'name':'X','emailNotifications':['letters']}").status()).isEqualTo(400);
        assertThat(wire.rest("DELETE", path + "/" + contact, null).status()).isEqualTo(204);
        assertThat(wire.rest("GET", path, null).json().get("collection")).hasSize(1);
        assertThat(wire.rest("GET", path + "/" + contact, null).json().get("deleted").booleanValue()).isTrue();
        assertThat(wire.rest("DELETE", path + "/" + contact, null).status()).isEqualTo(404);
    }

    @Test
    void a_customer_refers_to_its_own_contact_only() {
        var contact = contact("Ida Krogh");

        var ours = wire.rest("PUT", "/customers/" + number, customer("Sørensen", "'attention':{'customerContactNumber':" + contact + "}"));
        var strange = wire.rest("PUT", "/customers/" + number, customer("Sørensen", "'attention':{'customerContactNumber':999}"));

        assertThat(ours.json().at("/attention/self").textValue()).endsWith("/customers/" + number + "/contacts/" + contact);
        assertThat(strange.json().at("/errors/attention/errors/0/errorCode").textValue()).isEqualTo("E06000");
    }

    @ParameterizedTest
    @CsvSource({"customer-groups, 1, 3", "payment-terms, 4, 4", "vat-zones, 2, 4", "currencies, DKK, 3", "layouts, 19, 2"})
    void the_lists_that_customers_refer_to_are_read(String path, String key, int size) {
        assertThat(wire.rest("GET", "/" + path, null).json().get("collection")).hasSize(size);
        assertThat(wire.rest("GET", "/" + path + "/" + key, null).json().get("self").textValue()).endsWith("/economic/" + path + "/" + key);
        assertThat(wire.rest("GET", "/" + path + "/99", null).status()).isEqualTo(404);
    }

    @Test
    void the_agreement_tells_who_it_is() {
        var self = wire.rest("GET", "/self", null).json();

        assertThat(self.get("agreementNumber").intValue()).isEqualTo(1234567);
        assertThat(self.at("/settings/baseCurrency").textValue()).isEqualTo("DKK");
    }

    @Test
    void a_page_tells_its_neighbours() {
        for (var i = 1; i <= 4; i++) {
            wire.rest("POST", "/customers", customer("Kunde " + i, ""));
        }

        var middle = page("?pagesize=2&skippages=1");
        var last = page("?pagesize=2&skippages=2");
        var beyond = page("?pagesize=2&skippages=9");

        assertThat(middle.at("/pagination/results").intValue()).isEqualTo(5);
        assertThat(middle.at("/pagination/nextPage").textValue()).endsWith("/economic/customers?skippages=2&pagesize=2");
        assertThat(middle.at("/pagination/previousPage").textValue()).endsWith("skippages=0&pagesize=2");
        assertThat(last.get("collection")).hasSize(1);
        assertThat(last.get("pagination").has("nextPage")).isFalse();
        assertThat(beyond.get("collection")).isEmpty();
        assertThat(beyond.at("/pagination/results").intValue()).isEqualTo(5);
        assertThat(page("?pagesize=1001").get("errorCode").textValue()).isEqualTo("E04810");
    }

    static String customer(String name, String more) {
        return "{'name':'" + name + "'," + (more.isEmpty() ? "" : more + ",") + REFERENCES + "}";
    }

    private static JsonNode page(String query) {
        return wire.rest("GET", "/customers" + query, null).json();
    }

    private int contact(String name) {
        return wire.rest("POST", "/customers/" + number + "/contacts", "{'name':'" + name + "','phone':'86 55 01 01'}").json().get("customerContactNumber").intValue();
    }
}
