package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicFilterTest {

    private static Wire wire;

    @BeforeAll
    static void five_customers() {
        wire = new Wire(SandboxOptions.inMemory(0));
        put(1, "Alfa ApS", "'city':'Århus C','creditLimit':100.5,'zip':'8000'");
        put(2, "Beta (Søn) A/S", "'city':'Køge','creditLimit':2000,'barred':true");
        put(3, "Gamma $ Co*", "'ean':'5798000000001','city':'Køge'");
        put(4, "Delta [DK]", "'city':'Odense C'");
        put(11, "beta", "'zip':'700'");
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name$eq:alfa aps | 1",
        "name$ne:Alfa ApS | 2 3 4 11",
        "customerNumber$gt:3 | 4 11",
        "customerNumber$gte:3$and:customerNumber$lt:11 | 3 4",
        "customerNumber$lte:1$or:customerNumber$eq:4 | 1 4",
        "customerNumber$eq:1$or:customerNumber$eq:2$and:city$eq:Køge | 1 2",
        "(customerNumber$eq:1$or:customerNumber$eq:2)$and:city$eq:Køge | 2",
        "customerNumber$in:[1,11,99] | 1 11",
        "customerNumber$nin:[1,11] | 2 3 4",
        "name$in:[beta] | ''",
        "name$like:beta | 2 11",
        "name$like:*aps | 1",
        "name$like:A*S | 1",
        "city$like:år | 1",
        "ean$eq:$null: | 1 2 4 11",
        "ean$ne:$null: | 3",
        "name$eq:Beta (Søn$) A/S | 2",
        "name$eq:Beta $(Søn$) A/S | 2",
        "name$eq:Gamma $$ Co$* | 3",
        "name$like:*$** | 3",
        "name$eq:Delta [DK] | 4",
        "name$like:[ab]eta | 2 11",
        "creditLimit$gt:100.4 | 1 2",
        "barred$eq:true | 2",
        "barred$eq:false | 1 3 4 11",
        "customerGroup.customerGroupNumber$eq:1 | 1 2 3 4 11",
        "lastUpdated$gte:2100-01-01T00:00:00Z | ''",
        "lastUpdated$gt:2020-01-01T00:00:00Z$and:zip$ne:$null: | 1 11",
        "pNumber$eq:$null:$and:customerNumber$lt:2 | 1"})
    void a_filter_finds_what_it_says(String filter, String numbers) {
        assertThat(String.join(" ", found("filter=" + Wire.encoded(filter)))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo$eq:1", "dueAmount$gt:0", "paymentTerms.paymentTermsNumber$eq:1", "name$is:x", "name", "(name$eq:x", "name$eq:x)", "name$eq:a $ b",
        "customerNumber$eq:x", "customerNumber$in:1,2", "name$gt:$null:", "lastUpdated$gt:yesterday", "name$eq:x$and:"})
    void a_filter_that_cannot_be_understood_names_what_could_be_asked(String filter) {
        var reply = wire.rest("GET", "/customers?filter=" + Wire.encoded(filter), null);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0").isTextual()).isTrue();
        assertThat(reply.json().get("allowedFilteringFields").findValuesAsText("x")).isEmpty();
        assertThat(reply.json().get("allowedFilteringFields").toString()).contains("\"zip\"", "\"customerGroup.customerGroupNumber\"", "\"pNumber\"").doesNotContain("dueAmount");
    }

    @Test
    void a_list_of_values_has_at_most_two_hundred() {
        assertThat(found("filter=" + Wire.encoded("customerNumber$in:[1" + ",2".repeat(199) + "]"))).hasSize(2);
        assertThat(wire.rest("GET", "/customers?filter=" + Wire.encoded("customerNumber$in:[1" + ",2".repeat(200) + "]"), null).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-customerNumber | 11 4 3 2 1",
        "~customerNumber | 1 11 2 3 4",
        "name | 1 11 2 4 3",
        "city,-customerNumber | 11 3 2 4 1",
        "creditLimit,customerNumber | 3 4 11 1 2"})
    void a_list_is_sorted_as_it_was_asked(String sort, String numbers) {
        assertThat(String.join(" ", found("sort=" + Wire.encoded(sort)))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"barred", "customerGroup.customerGroupNumber", "foo"})
    void what_cannot_be_sorted_by_is_refused(String sort) {
        assertThat(wire.rest("GET", "/customers?sort=" + sort, null).status()).isEqualTo(400);
    }

    @Test
    void the_addresses_of_pages_keep_filter_and_sort() {
        var next = wire.rest("GET", "/customers?pagesize=2&filter=customerNumber%24gt%3A1&sort=-customerNumber", null).json().at("/pagination/nextPage").textValue();

        var reply = wire.economic("GET", next.substring(next.indexOf("/economic")), null).json();

        assertThat(reply.get("collection").findValuesAsText("customerNumber")).containsExactly("3", "2");
        assertThat(reply.at("/pagination/resultsWithoutFilter").intValue()).isEqualTo(5);
    }

    private static List<String> found(String query) {
        var reply = wire.rest("GET", "/customers?" + query, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        var numbers = new ArrayList<String>();
        reply.json().get("collection").forEach(customer -> numbers.add(customer.get("customerNumber").asText()));
        return numbers;
    }

    private static void put(int number, String name, String more) {
        assertThat(wire.rest("PUT", "/customers/" + number, EconomicRestTest.customer(name, more)).status()).isEqualTo(201);
    }
}
