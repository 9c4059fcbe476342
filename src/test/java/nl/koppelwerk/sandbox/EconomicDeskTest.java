package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was invented, and what a person does with it behind the hub's back. */
class EconomicDeskTest {

    private static final Duration IN_SECONDS = Duration.ofSeconds(20);

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
    void a_hundred_customers() {
        wire.standard();
        wire.control("POST", "/reset", "{\"relations\":100}");
    }

    @Test
    void the_invented_customers_are_what_a_danish_firm_has() {
        wire.control("POST", "/reset", "{\"relations\":1000}");

        var all = exported();

        assertThat(all).hasSize(1000);
        assertThat(count(all, "corporateIdentificationNumber")).isBetween(630, 770);
        assertThat(all.stream().map(one -> one.path("corporateIdentificationNumber").asText("12345674"))).allMatch(EconomicDeskTest::validCvr);
        assertThat(all.stream().map(one -> one.path("ean").asText("5798000000001"))).allMatch(EconomicDeskTest::validEan);
        assertThat(count(all, "ean")).isPositive();
        assertThat(all.stream().filter(one -> one.path("email").asText("").contains(" "))).hasSizeGreaterThan(50);
        assertThat(all.stream().filter(one -> one.path("address").asText("").contains("\n"))).hasSizeGreaterThan(50);
        assertThat(all.stream().filter(one -> one.path("barred").asBoolean())).hasSizeBetween(15, 80);
        assertThat(all.stream().map(one -> one.get("contacts").size()).distinct().sorted()).containsExactly(0, 1, 2, 3);
        assertThat(all.stream().map(one -> one.get("currency").textValue()).distinct()).containsExactlyInAnyOrder("DKK", "EUR", "SEK");
        assertThat(all.stream().map(Object::toString)).anyMatch(line -> line.contains("ø")).anyMatch(line -> line.contains("Å"));
    }

    @Test
    void the_same_seed_invents_the_same_customers() {
        var first = wire.control("GET", "/economic/export", null).body();

        wire.control("POST", "/reset", "{\"relations\":100}");

        assertThat(wire.control("GET", "/economic/export", null).body()).isEqualTo(first);
    }

    @Test
    void a_person_makes_changes_renumbers_and_deletes() {
        var made = wire.control("POST", "/economic/customers", "{\"name\":\"Ågård Smede\",\"customerNumber\":7,\"customerGroup\":2}").json();
        wire.control("PUT", "/economic/customers/7", "{\"city\":\"Køge\",\"email\":\"a@x.example\"}");
        wire.control("PUT", "/economic/customers/7", "{\"email\":null}");
        wire.control("POST", "/economic/customers/7/contacts", "{\"name\":\"Ida Krogh\"}");
        var moved = wire.control("POST", "/economic/customers/7/renumber", "{\"to\":8}").json();
        var contact = moved.at("/contacts/0/customerContactNumber").asText();
        wire.control("PUT", "/economic/contacts/" + contact, "{\"phone\":\"86 55 01 01\"}");

        assertThat(made.get("customerGroup").intValue()).isEqualTo(2);
        assertThat(wire.rest("GET", "/customers/8", null).json().get("city").textValue()).isEqualTo("Køge");
        assertThat(wire.rest("GET", "/customers/8", null).json().has("email")).isFalse();
        assertThat(wire.rest("GET", "/customers/8/contacts/" + contact, null).json().get("phone").textValue()).isEqualTo("86 55 01 01");
        assertThat(wire.rest("GET", "/customers/7", null).status()).isEqualTo(404);
        assertThat(wire.control("DELETE", "/economic/contacts/" + contact, null).status()).isEqualTo(204);
        assertThat(wire.control("DELETE", "/economic/customers/8", null).status()).isEqualTo(204);
        assertThat(wire.control("GET", "/economic/customers/8", null).status()).isEqualTo(404);
    }

    @Test
    void a_mend_in_the_database_moves_nothing() {
        var before = wire.cust("GET", "/Customers/10001", null).json().get("objectVersion");

        wire.control("PUT", "/economic/customers/10001?silently", "{\"name\":\"Stille\"}");

        assertThat(wire.cust("GET", "/Customers/10001", null).json().get("objectVersion")).isEqualTo(before);
        assertThat(wire.rest("GET", "/customers/10001", null).json().get("name").textValue()).isEqualTo("Stille");
    }

    @Test
    void a_person_keeps_the_payment_terms() {
        wire.control("PUT", "/economic/payment-terms", "{\"paymentTermsNumber\":9,\"name\":\"Netto 45\",\"paymentTermsType\":\"net\",\"daysOfCredit\":45}");
        wire.control("DELETE", "/economic/payment-terms/2", null);

        assertThat(wire.rest("GET", "/payment-terms/9", null).json().get("daysOfCredit").intValue()).isEqualTo(45);
        assertThat(wire.rest("GET", "/payment-terms/2", null).status()).isEqualTo(404);
    }

    @Test
    void ten_thousand_customers_are_invented_and_read_by_key_in_seconds() {
        var began = System.nanoTime();
        wire.control("POST", "/reset", "{}");
        var server = new Wire(SandboxOptions.inMemory(10_000));
        try (server) {
            var seen = 0;
            for (var last = 0; seen < 10_000; ) {
                var page = server.rest("GET", "/customers?pagesize=1000&sort=customerNumber&filter=" + Wire.encoded("customerNumber$gt:" + last), null).json().get("collection");
                assertThat(page).isNotEmpty();
                seen += page.size();
                last = page.get(page.size() - 1).get("customerNumber").intValue();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> exported() {
        var lines = new ArrayList<JsonNode>();
        Stream.of(wire.control("GET", "/economic/export", null).body().split("\n")).forEach(line -> {
            try {
                lines.add(Wire.JSON.readTree(line));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return lines;
    }

    private static int count(List<JsonNode> all, String member) {
        return (int) all.stream().filter(one -> one.has(member)).count();
    }

    private static boolean validCvr(String text) {
        var weights = new int[] {2, 7, 6, 5, 4, 3, 2, 1};
        return text.length() == 8 && IntStream.range(0, 8).map(at -> weights[at] * (text.charAt(at) - '0')).sum() % 11 == 0;
    }

    private static boolean validEan(String text) {
        return text.length() == 13 && IntStream.range(0, 13).map(at -> (at % 2 == 0 ? 1 : 3) * (text.charAt(at) - '0')).sum() % 10 == 0;
    }
}
