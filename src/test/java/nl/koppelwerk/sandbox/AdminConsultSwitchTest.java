package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each switch of Admin-IS | Consult changes what it says. */
class AdminConsultSwitchTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(40));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void standard() {
        wire.standard();
        wire.control("POST", "/reset", "{}");
        wire.forgetTokens();
    }

    @AfterEach
    void now() {
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
    }

    @ParameterizedTest
    @CsvSource({"401, 401, not valid", "403-no-valid-configuration, 403, no valid configuration for token"})
    void a_token_ends_after_its_seconds(String value, int status, String words) {
        wire.set("admin-consult.token-seconds", "60");
        wire.set("admin-consult.expired-token", value);
        wire.adminConsultToken();

        wire.control("POST", "/clock", "{\"offsetSeconds\":61}");

        var refused = wire.adminConsult("/customers");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(message(refused)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Brussels", "UTC"})
    void moments_are_those_of_the_zone(String zone) {
        wire.set("admin-consult.time-zone", zone);
        wire.control("PATCH", "/admin-consult/records/9001", "{\"Name\":\"Nu\"}");

        var told = LocalDateTime.parse(wire.adminConsultKey("admin-consult-demo-key").json().get("TimeToLive").textValue()).atZone(ZoneId.of(zone)).toInstant();
        var logged = LocalDateTime.parse(wire.adminConsult("/customer/changes").json().at("/0/DateAction").textValue().replace(' ', 'T')).atZone(ZoneId.of(zone)).toInstant();

        assertThat(ChronoUnit.SECONDS.between(logged, told)).isBetween(1_795L, 1_805L);
        assertThat(logged).isBefore(LocalDateTime.now(ZoneOffset.UTC).plusMinutes(1).toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"as-documented|customerid eq 9001|200", "strict-case|customerid eq 9001|400", "strict-case|CustomerId eq 9001|200",
        "no-functions|StartsWith(CustCode,'P')|400", "no-functions|CustomerId in (9001)|200"})
    void the_grammar_of_a_filter_may_be_narrower(String grammar, String filter, int status) {
        wire.set("admin-consult.filter-grammar", grammar);

        assertThat(wire.adminConsultFiltered("/customers", filter).status()).isEqualTo(status);
    }

    @Test
    void or_may_work_and_filters_may_be_longer_or_shorter() {
        wire.set("admin-consult.filter-or", "works");
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 9001 or CustomerId eq 9002").json()).hasSize(2);

        wire.set("admin-consult.filter-max", "20");
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId in (9001,9002)").status()).isEqualTo(414);
    }

    @Test
    void pages_are_as_large_as_the_installation_says() {
        wire.set("admin-consult.records-per-page", "10/20");

        assertThat(wire.adminConsult("/customers").json()).hasSize(10);
        assertThat(wire.adminConsult("/customers?per_page=500").json()).hasSize(20);
        assertThat(wire.adminConsult("/apisettings").json().get("MaxRecordsPerPage").intValue()).isEqualTo(20);
    }

    @Test
    void the_rate_may_be_none_and_the_settings_say_so() {
        wire.set("admin-consult.quota", "contract");
        assertThat(wire.adminConsult("/apisettings").json().get("RateLimit").intValue()).isEqualTo(60);

        wire.set("admin-consult.rate", "none");

        IntStream.range(0, 70).forEach(i -> assertThat(wire.adminConsult("/apisettings").json().get("RateLimit").intValue()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"8-1-9, 8", "shuffled, 3"})
    void the_numbers_of_the_crm_types_are_the_installations_own(String value, int number) {
        wire.set("admin-consult.crm-types", value);

        assertThat(customer(9001).get("CustomerCrmType").intValue()).isEqualTo(number);
        assertThat(wire.adminConsult("/customercrmtypes").json()).filteredOn(type -> type.get("ListValueId").intValue() == number)
                .extracting(type -> type.get("ListValue").textValue()).containsExactly("Klant (persoon)");
    }

    @Test
    void link_types_have_numbers_of_the_installation() {
        wire.set("admin-consult.partner-link-type", "12");
        wire.set("admin-consult.contact-link-type", "3");

        assertThat(wire.adminConsult("/customerlinkcustomer").json()).extracting(link -> link.get("Relationship").textValue() + link.get("CustomerLinkTypeId").asText())
                .contains("Partner12", "Contact3").doesNotContain("Partner5", "Contact1");
    }

    @Test
    void several_email_addresses_stand_in_one_text_or_in_a_list_of_their_own() {
        wire.set("admin-consult.emails", "semicolons");
        assertThat(customer(9001).get("Email").textValue()).contains("; tweede.");

        wire.set("admin-consult.emails", "separate-list");

        assertThat(customer(9001).has("Email")).isFalse();
        assertThat(wire.adminConsultFiltered("/customeremails", "CustomerId eq 9001").json().at("/0/Email").textValue()).contains("@");
        wire.control("PATCH", "/admin-consult/records/9001", "{\"Email\":\"ander@mail.example\"}");
        assertThat(wire.adminConsult("/customer/changes").json().at("/0/TableName").textValue()).isEqualTo("CUSTOMER_EMAIL");
    }

    @Test
    void an_empty_result_may_be_an_empty_array_and_an_error_a_list() {
        wire.set("admin-consult.error-body", "list");
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 1").json().at("/0/ErrorMessage").textValue()).isEqualTo("Nothing found");

        wire.set("admin-consult.empty", "200-empty-array");

        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 1").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"both, true, true", "private-only, false, true", "dotted-only, true, false"})
    void the_national_number_stands_in_one_place_or_in_both(String value, boolean dotted, boolean digits) {
        wire.set("admin-consult.national-number", value);

        assertThat(customer(9001).get("SocialSecurityNumber").textValue()).matches(dotted ? "\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}\\.\\d\\d" : "");
        assertThat(wire.adminConsult("/customers/9001/private").json().get("NationalNr").textValue()).matches(digits ? "\\d{11}" : "");
    }

    @Test
    void who_is_inactive_may_not_be_listed() {
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 9017").json()).hasSize(1);

        wire.set("admin-consult.inactive", "excluded");

        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 9017").status()).isEqualTo(404);
        assertThat(customer(9017).get("IsActive").booleanValue()).isFalse();
    }

    @Test
    void the_log_may_have_no_order() {
        IntStream.range(0, 30).forEach(i -> wire.control("PATCH", "/admin-consult/records/9001", "{\"Phone\":\"" + i + "\"}"));
        assertThat(wire.adminConsult("/customer/changes").json()).extracting(row -> row.get("LogId").longValue()).isSorted();

        wire.set("admin-consult.log-order", "shuffled");

        assertThat(wire.adminConsult("/customer/changes").json()).hasSize(30).extracting(row -> row.get("LogId").longValue()).isNotEqualTo(
                IntStream.rangeClosed(1, 30).mapToObj(i -> 60_000_000L + i).toList());
    }

    @Test
    void a_language_may_be_a_word() {
        assertThat(customer(9001).get("Language").textValue()).hasSize(2);

        wire.set("admin-consult.languages", "words");

        assertThat(customer(9001).get("Language").textValue()).isIn("Nederlands", "Français", "Deutsch", "English");
    }

    @Test
    void the_server_may_be_off_at_night() {
        wire.set("admin-consult.availability", "off-22-06");
        var now = LocalDateTime.now(ZoneId.of("Europe/Brussels"));
        var night = ChronoUnit.SECONDS.between(now, now.toLocalDate().plusDays(1).atTime(3, 0));

        wire.control("POST", "/clock", "{\"offsetSeconds\":" + night + "}");
        assertThat(wire.adminConsultKey("admin-consult-demo-key").status()).isEqualTo(503);
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + (night + 9 * 3_600) + "}");
        assertThat(wire.adminConsultKey("admin-consult-demo-key").status()).isEqualTo(200);
    }

    @Test
    void accents_break_for_who_does_not_say_which_charset_it_reads() {
        wire.control("PATCH", "/admin-consult/records/9001", "{\"Name\":\"Çelik\"}");

        assertThat(nameWithoutCharset()).isEqualTo("?elik");
        assertThat(customer(9001).get("Name").textValue()).isEqualTo("Çelik");
        wire.set("admin-consult.charset", "tolerant");
        assertThat(nameWithoutCharset()).isEqualTo("Çelik");
    }

    @Test
    void the_first_use_may_take_some_minutes() {
        wire.set("admin-consult.warm-up", "5");

        assertThat(wire.adminConsult("/customers").status()).isEqualTo(403);
        assertThat(message(wire.adminConsult("/customers"))).contains("try again later");
        wire.control("POST", "/clock", "{\"offsetSeconds\":301}");
        assertThat(wire.adminConsult("/customers").status()).isEqualTo(200);
    }

    private static String nameWithoutCharset() {
        return wire.send("GET", Wire.ADMIN_CONSULT + "/customers/9001", null, "synetonToken", wire.adminConsultToken()).json().get("Name").textValue();
    }

    private static JsonNode customer(int id) {
        return wire.adminConsult("/customers/" + id).json();
    }

    private static String message(Wire.Reply reply) {
        return reply.json().get("ErrorMessage").textValue();
    }
}
