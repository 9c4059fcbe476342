package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.relation.Rijksregisternummer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminConsultWireTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(120));
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

    @Test
    void a_key_brings_a_token_and_without_one_nothing_is_shown() {
        var token = wire.adminConsultKey("admin-consult-demo-key").json();

        assertThat(token.get("TokenGuid").textValue()).matches("[0-9a-f-]{36}");
        assertThat(token.get("TimeToLive").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(wire.adminConsultKey("nonsense").status()).isEqualTo(401);
        assertThat(wire.send("GET", Wire.ADMIN_CONSULT + "/customers", null).status()).isEqualTo(401);
        assertThat(wire.adminConsult("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_key_without_the_right_on_customers_may_see_the_taskflows() {
        var bare = wire.adminConsultKey("admin-consult-bare-key").json().get("TokenGuid").textValue();

        var refused = wire.send("GET", Wire.ADMIN_CONSULT + "/customers", null, "synetonToken", bare);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("ErrorMessage").textValue()).contains("no valid configuration for token");
        assertThat(wire.send("GET", Wire.ADMIN_CONSULT + "/taskflow/tasks", null, "synetonToken", bare).status()).isEqualTo(200);
    }

    @Test
    void a_listing_is_walked_by_the_links_that_lead_on() {
        var found = new ArrayList<JsonNode>();
        var path = "/customers?per_page=50";
        while (!path.isEmpty()) {
            var page = wire.adminConsult(path);
            page.json().forEach(found::add);
            var link = page.header("Link");
            path = link == null ? "" : link.replaceFirst(".*<http://127.0.0.1:\\d+" + Wire.ADMIN_CONSULT + "([^>]*)>; rel=\"next\".*", "$1");
        }

        assertThat(found).hasSize(120).extracting(one -> one.get("CustomerId").intValue()).doesNotHaveDuplicates().contains(9001, 9120);
        assertThat(wire.adminConsult("/customers").json()).hasSize(50);
        assertThat(wire.adminConsult("/apisettings").json()).hasToString("{\"DefaultRecordsPerPage\":50,\"MaxRecordsPerPage\":500,\"DurationToken\":30,\"RateLimit\":0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CustomerId eq 9001 | 1", "customerid in (9001,9002,8000) | 2", "IsCompany eq 1 | 12", "CustomerId ge 9118 and IsCompany eq 0 | 2",
        "CustomerId not in (9001) and CustomerId le 9002 | 1", "DisabledDate is null and CustomerId lt 9003 | 2", "StartsWith(CustCode,'v') | 12", "Contains(Email,' at ') and CustomerId gt 9050 | 1"})
    void filters_compare_list_and_know_functions(String filter, int many) {
        assertThat(wire.adminConsult("/customers?per_page=500&Filter=" + Wire.encoded(filter)).json()).hasSize(many);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Colour eq 1", "CustomerId", "CustomerId eq 9001 or CustomerId eq 9002", "CustomerId like 9", "CustomerId ge 'x'", "a ; b"})
    void a_filter_that_is_none_is_malformed(String filter) {
        var reply = wire.adminConsultFiltered("/customers", filter);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("ErrorMessage").textValue()).isNotBlank();
    }

    @Test
    void nothing_found_is_a_404_in_those_words_and_a_long_filter_a_414() {
        var ids = String.join(",", IntStream.range(10_000, 10_400).mapToObj(String::valueOf).toList());

        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 1").json().get("ErrorMessage").textValue()).isEqualTo("Nothing found");
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId eq 1").status()).isEqualTo(404);
        assertThat(wire.adminConsult("/customers/1").status()).isEqualTo(404);
        assertThat(wire.adminConsult("/articles").json().get("ErrorMessage").textValue()).doesNotContain("Nothing found");
        assertThat(wire.adminConsultFiltered("/customers", "CustomerId in (" + ids + ")").status()).isEqualTo(414);
    }

    @Test
    void the_sixty_first_call_of_a_minute_is_a_403_in_words() {
        wire.set("admin-consult.quota", "contract");
        wire.control("POST", "/clock", "{\"offsetSeconds\":120}");
        wire.forgetTokens();

        IntStream.range(0, 60).forEach(i -> assertThat(wire.adminConsult("/taskflow/tasks").status()).isEqualTo(200));
        var refused = wire.adminConsult("/taskflow/tasks");

        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("ErrorMessage").textValue()).contains("throttling");
    }

    @Test
    void invented_customers_are_the_people_whom_others_know_some_without_and_some_with_a_wrong_number() {
        var all = rows("/customers?per_page=500");
        var couple = new BelgianPeople(1).person(1);

        assertThat(all).filteredOn(one -> one.get("CustomerId").intValue() == 9001).singleElement()
                .satisfies(one -> assertThat(one.get("SocialSecurityNumber").textValue().replaceAll("\\D", "")).isEqualTo(couple.nationalNumber()));
        assertThat(all).filteredOn(one -> one.get("IsCompany").booleanValue()).hasSize(12).allMatch(one -> one.get("SocialSecurityNumber").textValue().isEmpty());
        assertThat(all).filteredOn(one -> !one.get("IsActive").booleanValue()).hasSize(3);
        assertThat(numbers(all)).filteredOn(String::isEmpty).hasSize(5);
        assertThat(numbers(all)).filteredOn(text -> !text.isEmpty() && !Rijksregisternummer.TYPE.parse(text).isValid()).hasSize(3);
        assertThat(all).filteredOn(one -> one.get("Email").textValue().contains(" at ")).hasSize(2);
        assertThat(rows("/customerlinkcustomer?per_page=500&Filter=" + Wire.encoded("CustomerLinkTypeId eq 5"))).hasSize(12)
                .allMatch(link -> link.get("CustomerIdFk").intValue() == link.get("CustomerIdPk").intValue() + 1);
        assertThat(wire.adminConsult("/customers/9001/private").json().get("NationalNr").textValue()).isEqualTo(couple.nationalNumber());
        assertThat(wire.adminConsultFiltered("/customeraddresses", "CustomerId in (9001,9002)").json()).hasSize(2)
                .allMatch(address -> address.get("StreetName").textValue().equals(couple.home().street()) && address.get("RegisteredOffice").booleanValue());
    }

    @Test
    void taskflows_have_a_name_and_who_stands_in_one_a_row_for_each_deadline() {
        var tasks = wire.adminConsult("/taskflow/tasks").json();
        var year = wire.adminConsult("/taskflow/tasks/120/data?datefrom=2026-01-01&dateto=2026-12-31").json();

        assertThat(tasks).extracting(task -> task.get("TaskName").textValue() + " " + task.get("TaskActive").booleanValue())
                .containsExactly("Personenbelasting true", "Btw true", "Vennootschapsbelasting 2019 false");
        assertThat(year).extracting(row -> row.get("CustomerId").intValue()).doesNotHaveDuplicates().contains(9001, 9002).doesNotContain(9003, 9009);
        assertThat(wire.adminConsult("/taskflow/tasks/120/data?datefrom=&dateto=").json().size()).isGreaterThan(year.size());
        assertThat(wire.adminConsult("/taskflow/tasks/121/data?datefrom=2026-01-01&dateto=2026-12-31").json()).extracting(row -> row.get("CustomerId").intValue()).contains(9009, 9005);
        assertThat(wire.adminConsult("/taskflow/tasks/9/data").status()).isEqualTo(404);
    }

    @Test
    void what_a_person_does_stands_in_the_log_and_what_is_done_silently_does_not() {
        var id = wire.control("POST", "/admin-consult/records", "{\"Name\":\"Çelik\",\"partner\":9001,\"taskflows\":[\"Btw\"]}").json().get("CustomerId").asText();
        wire.control("PATCH", "/admin-consult/records/" + id, "{\"Email\":\"c@mail.example\",\"addresses\":[{\"City\":\"Gent\",\"PostalAddress\":true}]}");
        wire.control("PATCH", "/admin-consult/records/9003?silently=true", "{\"Name\":\"Stil\"}");
        wire.control("DELETE", "/admin-consult/records/9004", null);

        var log = rows("/customer/changes?Filter=" + Wire.encoded("TableName in ('CUSTOMER','CUSTOMER_ADRESS') and DateAction ge '2020-01-01 00:00:00'"));

        assertThat(log).extracting(row -> row.get("TableName").textValue() + " " + row.get("ActionType").textValue() + " " + row.get("Id").asText())
                .containsExactly("CUSTOMER INSERT " + id, "CUSTOMER UPDATE " + id, "CUSTOMER_ADRESS UPDATE " + id, "CUSTOMER DELETE 9004");
        assertThat(wire.adminConsult("/customers/" + id).json().get("Email").textValue()).isEqualTo("c@mail.example");
        assertThat(rows("/customerlinkcustomer?Filter=" + Wire.encoded("CustomerIdPk eq " + id))).hasSize(1);
        assertThat(wire.adminConsult("/customers/9003").json().get("Name").textValue()).isEqualTo("Stil");
        assertThat(wire.adminConsult("/customers/9004").status()).isEqualTo(404);
    }

    @Test
    void the_log_shows_a_thousand_rows_at_most_and_can_be_cut_by_number() {
        IntStream.range(0, 1_050).forEach(i -> wire.control("PATCH", "/admin-consult/records/9001", "{\"Phone\":\"" + i + "\"}"));

        var first = rows("/customer/changes");

        assertThat(first).hasSize(1_000);
        assertThat(rows("/customer/changes?Filter=" + Wire.encoded("l.LogId gt " + first.get(999).get("LogId").asText()))).hasSize(50);
    }

    @Test
    void nothing_is_written_and_the_same_seed_invents_the_same() {
        var first = wire.control("GET", "/admin-consult/export", null).body();
        wire.control("POST", "/reset", "{}");

        assertThat(wire.send("POST", Wire.ADMIN_CONSULT + "/customers", "{}", "synetonToken", wire.adminConsultToken()).status()).isIn(401, 405);
        assertThat(wire.control("GET", "/admin-consult/export", null).body()).isEqualTo(first);
        assertThat(first.lines()).hasSize(120);
    }

    private static List<String> numbers(List<JsonNode> all) {
        return all.stream().filter(one -> !one.get("IsCompany").booleanValue()).map(one -> one.get("SocialSecurityNumber").textValue()).toList();
    }

    private static List<JsonNode> rows(String path) {
        return StreamSupport.stream(wire.adminConsult(path).json().spliterator(), false).toList();
    }
}
