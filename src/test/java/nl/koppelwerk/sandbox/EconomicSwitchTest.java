package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every switch of reading and writing, value by value; those of webhooks and limits stand in tests of their own. */
class EconomicSwitchTest {

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
    void one_customer_with_a_contact() {
        wire.standard();
        wire.control("POST", "/reset", "{}");
        wire.rest("PUT", "/customers/10", EconomicRestTest.customer("Kjær El A/S", "'telephoneAndFaxNumber':'8655 0100','city':'Århus C'"));
        wire.rest("POST", "/customers/10/contacts", "{'name':'Ida Krogh'}");
    }

    @ParameterizedTest
    @CsvSource({"plain, false", "with-demo-link, true"})
    void unauthorized_body(String value, boolean link) {
        wire.set("economic.unauthorized-body", value);

        assertThat(wire.send("GET", "/economic/self", null).body().contains("demo=true")).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 400, 403})
    void token_pair_status(int status) {
        wire.set("economic.token-pair-status", "" + status);

        var reply = wire.send("GET", "/economic/self", null, "X-AppSecretToken", "economic-demo-app", "X-AgreementGrantToken", "economic-other-grant");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("errorCode").textValue()).isEqualTo("E02250");
    }

    @ParameterizedTest
    @CsvSource({"absent, missing", "null, null", "repeats-last, skippages=0"})
    void last_page_next(String value, String next) {
        wire.set("economic.last-page-next", value);

        var found = wire.rest("GET", "/customers", null).json().get("pagination").path("nextPage");

        assertThat(found.isMissingNode() ? "missing" : found.asText()).contains(next);
    }

    @ParameterizedTest
    @CsvSource({"array-with-schemaPath, /errors/0/schemaPath", "tree-like-E04300, /errors/name/errors/0/errorMessage", "message-only, /message"})
    void schema_failure(String value, String place) {
        wire.set("economic.schema-failure", value);

        var body = wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x", "'name':null").replace("'name':'x',", "")).json();

        assertThat(body.at(place).isTextual()).as(body.toString()).isTrue();
        assertThat(body.has("errors")).isEqualTo(!value.equals("message-only"));
    }

    @ParameterizedTest
    @CsvSource({"no-inner-code, ''", "E06000, E06000"})
    void missing_ref_code(String value, String code) {
        wire.set("economic.missing-ref-code", value);

        var body = wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x", "'layout':{'layoutNumber':99}")).json();

        assertThat(body.at("/errors/layout/errors/0/errorCode").asText("")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"schema-failure, false", "tree-without-code, true"})
    void too_long(String value, boolean tree) {
        wire.set("economic.too-long", value);

        var body = wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x".repeat(256), "")).json();

        assertThat(body.path("errorCode").asText("").equals("E04300")).isEqualTo(tree);
        assertThat(body.at("/errors/name/errors/0").has("errorMessage")).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource({"400-without-code, 400", "403, 403", "409, 409"})
    void delete_in_use(String value, int status) {
        wire.set("economic.delete-in-use", value);
        wire.control("PUT", "/economic/customers/10", "{\"inUse\":true}");

        assertThat(wire.rest("DELETE", "/customers/10", null).status()).isEqualTo(status);
        assertThat(wire.cust("DELETE", "/Customers/10", null).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"number-wins, 200, 2", "self-wins, 200, 3", "reject-400, 400, 1"})
    void ref_conflict(String value, int status, int group) {
        wire.set("economic.ref-conflict", value);

        var body = EconomicRestTest.customer("x", "").replace("{'customerGroupNumber':1}", "{'customerGroupNumber':2,'self':'https://restapi.e-conomic.com/customer-groups/3'}");

        assertThat(wire.rest("PUT", "/customers/10", body).status()).isEqualTo(status);
        assertThat(read().at("/customerGroup/customerGroupNumber").intValue()).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"max-plus-one, 11", "reuse-lowest-free, 1"})
    void number_assign(String value, int number) {
        wire.set("economic.number-assign", value);

        assertThat(wire.rest("POST", "/customers", EconomicRestTest.customer("x", "")).json().get("customerNumber").intValue()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 400"})
    void renumber(String value, int status) {
        wire.set("economic.renumber", value);

        assertThat(wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x", "'customerNumber':12")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"keep, 200, A#B", "strip, 200, A B", "reject, 400, ''"})
    void address_newlines(String value, int status, String address) {
        wire.set("economic.address-newlines", value);

        assertThat(wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x", "'address':'A\\nB'")).status()).isEqualTo(status);
        assertThat(read().path("address").asText("").replace("\n", "#")).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"200-with-deleted-true, 200, 1", "404, 404, 0"})
    void deleted_contact(String value, int status, int listed) {
        wire.set("economic.deleted-contact", value);
        wire.rest("DELETE", "/customers/10/contacts/1", null);

        assertThat(wire.rest("GET", "/customers/10/contacts/1", null).status()).isEqualTo(status);
        assertThat(wire.cust("GET", "/Contacts/1", null).status()).isEqualTo(status);
        assertThat(wire.cust("GET", "/Contacts", null).json().get("items")).hasSize(listed);
    }

    @ParameterizedTest
    @CsvSource({"no, false", "yes, true"})
    void contact_touches_customer(String value, boolean moves) {
        wire.set("economic.contact-touches-customer", value);
        var version = wire.cust("GET", "/Customers/10", null).json().get("objectVersion");

        wire.rest("PUT", "/customers/10/contacts/1", "{'customerContactNumber':1,'name':'Ida Bæk'}");

        assertThat(wire.cust("GET", "/Customers/10", null).json().get("objectVersion").equals(version)).isEqualTo(!moves);
    }

    @ParameterizedTest
    @CsvSource({"as-live, false, true", "all-sent, true, true", "none-sent, false, false"})
    void booleans(String value, boolean barred, boolean eInvoicing) {
        wire.set("economic.booleans", value);

        assertThat(read().has("barred")).isEqualTo(barred);
        assertThat(read().has("eInvoicingDisabledByDefault")).isEqualTo(eInvoicing);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Copenhagen, 1, 2", "UTC, 0, 0"})
    void log_time_zone(String value, int winter, int summer) {
        wire.set("economic.log-time-zone", value);

        var logged = LocalDateTime.parse(wire.rest("GET", "/customers/99", null).json().get("logTime").textValue());

        assertThat(Math.round(Duration.between(LocalDateTime.now(ZoneOffset.UTC), logged).toSeconds() / 3600.0)).isBetween((long) winter, (long) summer);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 200})
    void cust_put_status(int status) {
        wire.set("economic.cust-put-status", "" + status);

        assertThat(wire.cust("PUT", "/Customers/10", wire.cust("GET", "/Customers/10", null).body()).status()).isEqualTo(status);
        assertThat(wire.cust("PUT", "/Contacts", wire.cust("GET", "/Contacts/1", null).body()).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"live, name$eq:D [X], 200, 1", "live, name$eq:D $[X$], 400, 0", "documented, name$eq:D [X], 400, 0", "documented, name$eq:D $[X$], 200, 1"})
    void filter_brackets(String value, String filter, int status, int found) {
        wire.set("economic.filter-brackets", value);
        wire.rest("PUT", "/customers/11", EconomicRestTest.customer("D [X]", ""));

        var reply = wire.rest("GET", "/customers?filter=" + Wire.encoded(filter), null);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("collection")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"matches-nothing, 200", "400, 400"})
    void filter_in_text(String value, int status) {
        wire.set("economic.filter-in-text", value);

        assertThat(wire.rest("GET", "/customers?filter=" + Wire.encoded("name$in:[x,y]"), null).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"errorMessage+inputValue, errorMessage, inputValue", "message+value, message, value"})
    void validation_names(String value, String message, String given) {
        wire.set("economic.validation-names", value);

        var inner = wire.rest("POST", "/customers", EconomicRestTest.customer("x", "'customerNumber':10")).json().at("/errors/customerNumber/errors/0");

        assertThat(inner.has(message)).isTrue();
        assertThat(inner.get(given).intValue()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "msg"})
    void not_found_member(String value) {
        wire.set("economic.not-found-member", value);

        assertThat(wire.rest("GET", "/customers/99", null).json().get(value).textValue()).contains("99");
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(read().has("reminderProfile")).isTrue();
        wire.set("economic.unknown-fields", "false");
        assertThat(read().has("reminderProfile")).isFalse();

        wire.set("economic.reformat", "true");
        assertThat(read().get("telephoneAndFaxNumber").textValue()).isEqualTo("86 55 01 00");
        assertThat(wire.cust("GET", "/Customers/10", null).json().get("city").textValue()).isEqualTo("ÅRHUS C");

        wire.set("economic.clock-skew-s", "-86400");
        wire.rest("PUT", "/customers/10", EconomicRestTest.customer("x", ""));
        assertThat(Instant.parse(read().get("lastUpdated").textValue())).isBefore(Instant.now().minusSeconds(80_000));
    }

    @Test
    void a_cut_page_repeats_a_row_or_ends_early_without_an_error() {
        wire.control("POST", "/reset", "{\"relations\":5}");
        wire.set("economic.cut-page", "true");

        assertThat(wire.rest("GET", "/customers", null).json().get("collection")).hasSize(6);
        assertThat(wire.cust("GET", "/Customers", null).json().get("items")).hasSize(1);
    }

    @Test
    void a_flag_that_a_put_of_the_customers_api_leaves_out_is_false() {
        var read = (ObjectNode) wire.cust("GET", "/Customers/10", null).json();

        wire.cust("PUT", "/Customers/10", read.without("access").toString());

        assertThat(read().get("barred").booleanValue()).isTrue();
    }

    private static JsonNode read() {
        return wire.rest("GET", "/customers/10", null).json();
    }
}
