package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomicCustTest {

    private static final String REFERENCES = "'customerGroupNumber':1,'zone':1,'currency':'DKK','paymentTermId':1,'access':true";

    private static Wire wire;

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
        wire.rest("PUT", "/customers/10042", EconomicRestTest.customer("Nordlys Cykler ApS", "'address':'c/o Ida Krogh\\nHavnegade 7','publicEntryNumber':'Å1','corporateIdentificationNumber':'12345674'"));
    }

    @Test
    void the_same_customer_is_seen_through_both_apis() {
        var customer = customer();

        assertThat(customer.get("address1").textValue()).isEqualTo("c/o Ida Krogh");
        assertThat(customer.get("address2").textValue()).isEqualTo("Havnegade 7");
        assertThat(customer.get("cvrNo").textValue()).isEqualTo("12345674");
        assertThat(customer.get("paymentTermId").intValue()).isEqualTo(1);
        assertThat(customer.get("access").booleanValue()).isTrue();
    }

    @Test
    void a_put_with_the_version_read_last_replaces_what_this_api_knows() {
        var reply = put(customer().put("name", "Nordlys A/S").without("cvrNo"));

        var seen = wire.rest("GET", "/customers/10042", null).json();
        assertThat(reply.status()).isEqualTo(204);
        assertThat(seen.get("name").textValue()).isEqualTo("Nordlys A/S");
        assertThat(seen.has("corporateIdentificationNumber")).isFalse();
        assertThat(seen.get("address").textValue()).isEqualTo("c/o Ida Krogh\nHavnegade 7");
        assertThat(seen.get("publicEntryNumber").textValue()).isEqualTo("Å1");
    }

    @Test
    void a_missing_or_stale_version_is_a_conflict_and_writes_nothing() {
        var read = customer();
        wire.rest("PUT", "/customers/10042", EconomicRestTest.customer("Nordlys imens", ""));

        var stale = put(read.deepCopy().put("name", "For sent"));
        var missing = put(read.deepCopy().without("objectVersion"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("errorCode").textValue()).isEqualTo("UpdateConflict");
        assertThat(stale.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(missing.status()).isEqualTo(409);
        assertThat(customer().get("name").textValue()).isEqualTo("Nordlys imens");
    }

    @Test
    void a_create_needs_a_number_and_answers_with_nothing_else() {
        var created = wire.cust("POST", "/Customers", "{'customerNumber':5000,'name':'Bæk VVS'," + REFERENCES + "}");
        var without = wire.cust("POST", "/Customers", "{'name':'Bæk VVS'," + REFERENCES + "}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json()).isEqualTo(Wire.JSON.createObjectNode().put("customerNumber", 5000));
        assertThat(created.header("Location")).endsWith("/Customers/5000");
        assertThat(without.json().at("/errors/0/message").textValue()).contains("must be between 1 and 999999999");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'paymentTermsNumber':1 | paymentTermId | CustomerInvalidPaymentTerm", "'paymentTermId':1,'city':'123456789012345678901234567890123456789012345678901' | city | BadRequest"})
    void what_is_wrong_is_told_property_by_property(String member, String property, String code) {
        var reply = wire.cust("POST", "/Customers", "{'customerNumber':5000,'name':'Bæk','customerGroupNumber':1,'zone':1,'currency':'DKK'," + member + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/property").textValue()).isEqualTo(property);
        assertThat(reply.json().get("errorCode").textValue()).isEqualTo(code);
    }

    @Test
    void a_missing_customer_and_a_wrong_verb_are_refused() {
        assertThat(wire.cust("GET", "/Customers/1", null).json().get("errorCode").textValue()).isEqualTo("ResourceNotFound");
        assertThat(wire.cust("PUT", "/Customers/1", "{}").status()).isEqualTo(404);
        assertThat(wire.cust("PUT", "/Customers", "{}").status()).isEqualTo(405);
        assertThat(wire.cust("DELETE", "/Customers/10042", null).status()).isEqualTo(204);
        assertThat(wire.economic("GET", "/economic-apis/customersapi/v2.0.0/Customers", null).status()).isEqualTo(404);
    }

    @Test
    void contacts_are_written_with_the_number_in_the_body() {
        var number = wire.cust("POST", "/Contacts", "{'customerNumber':10042,'name':'Ida Krogh','phone':'86 55 01 01','receiveInvoices':true}").json().get("number").intValue();
        var read = (ObjectNode) wire.cust("GET", "/Contacts/" + number, null).json();

        var reply = wire.cust("PUT", "/Contacts", read.deepCopy().put("name", "Ida Nørgaard").without("phone").toString());
        var again = wire.cust("PUT", "/Contacts", read.toString());

        assertThat(reply.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(409);
        var seen = wire.rest("GET", "/customers/10042/contacts/" + number, null).json();
        assertThat(seen.get("name").textValue()).isEqualTo("Ida Nørgaard");
        assertThat(seen.has("phone")).isFalse();
        assertThat(seen.get("emailNotifications").get(0).textValue()).isEqualTo("invoices");
        assertThat(wire.cust("PUT", "/Contacts/" + number, read.toString()).status()).isEqualTo(405);
    }

    @Test
    void a_deleted_contact_stays_in_the_list_with_its_mark() {
        var number = wire.cust("POST", "/Contacts", "{'customerNumber':10042,'name':'Ida Krogh'}").json().get("number").intValue();

        assertThat(wire.cust("DELETE", "/Contacts/" + number, null).status()).isEqualTo(204);

        var item = wire.cust("GET", "/Contacts?filter=" + Wire.encoded("isDeleted$eq:true"), null).json().at("/items/0");
        assertThat(item.get("number").intValue()).isEqualTo(number);
        assertThat(item.get("active").booleanValue()).isFalse();
        assertThat(wire.cust("DELETE", "/Contacts/" + number, null).status()).isEqualTo(404);
    }

    @Test
    void a_cursor_goes_on_until_there_is_none_and_never_loses_a_row() {
        wire.control("POST", "/reset", "{\"relations\":2500}");

        var seen = 0;
        var cursor = "";
        var pages = 0;
        for (JsonNode page; cursor != null; pages++) {
            page = wire.cust("GET", "/Customers?sort=-customerNumber" + cursor, null).json();
            assertThat(page.at("/items/0/customerNumber").intValue()).isEqualTo(10_001 + seen);
            seen += page.get("items").size();
            cursor = page.has("cursor") ? "&cursor=" + page.get("cursor").textValue() : null;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(2500);
        assertThat(wire.cust("GET", "/Customers?cursor=abc", null).status()).isEqualTo(400);
    }

    @Test
    void pages_and_counts_are_bare() {
        wire.control("POST", "/reset", "{\"relations\":30}");

        assertThat(wire.cust("GET", "/Customers/paged?sort=-customerNumber&pageSize=5&skipPages=1", null).json().get(0).get("customerNumber").intValue()).isEqualTo(10_025);
        assertThat(wire.cust("GET", "/Customers/paged", null).json()).hasSize(20);
        assertThat(wire.cust("GET", "/Customers/count?filter=" + Wire.encoded("customerNumber$gt:10010"), null).json().intValue()).isEqualTo(20);
        assertThat(wire.cust("GET", "/Customers/paged?pageSize=101", null).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Customers | name$eq:x | Operator $eq: not supported on property name", "Customers | zzz$eq:x | Filtering is not allowed on property 'zzz'",
        "Contacts | phone$eq:x | Operator $eq: not supported on property phone"})
    void a_rejected_filter_names_no_alternatives(String collection, String filter, String message) {
        var reply = wire.cust("GET", "/" + collection + "?filter=" + Wire.encoded(filter), null);

        assertThat(reply.json().get("errorCode").textValue()).isEqualTo("BadFilterRequest");
        assertThat(reply.json().at("/errors/0/message").textValue()).isEqualTo(message);
        assertThat(reply.json().has("allowedFilteringFields")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"lastUpdated$gte:2020-01-01, 1", "lastUpdated$gt:2100-01-01T00:00:00Z, 0", "customerNumber$eq:10042, 1", "name$like:krogh, 1", "active$eq:false, 0", "email$eq:$null:, 1"})
    void contacts_are_filtered_by_more(String filter, int found) {
        wire.cust("POST", "/Contacts", "{'customerNumber':10042,'name':'Ida Krogh'}");

        assertThat(wire.cust("GET", "/Contacts?filter=" + Wire.encoded(filter), null).json().get("items")).hasSize(found);
    }

    private static ObjectNode customer() {
        return (ObjectNode) wire.cust("GET", "/Customers/10042", null).json();
    }

    private static Wire.Reply put(JsonNode customer) {
        return wire.cust("PUT", "/Customers/10042", customer.toString());
    }
}
