package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(100));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void standard() {
        wire.standard();
        wire.control("DELETE", "/requests", null);
        wire.token();
    }

    @Test
    void a_seed_gives_the_same_relations_again_and_another_seed_others() {
        var first = reset(5, 120);
        var again = reset(5, 120);
        var other = reset(6, 120);

        assertThat(first).isEqualTo(again).isNotEqualTo(other);
        assertThat(first.lines()).hasSize(120);
        assertThat(first).contains("\"soort\":\"BEDRIJF\"", "\"soort\":\"PARTICULIER\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seed\":\"x\",\"relations\":-5}", "{\"seed\":\"x\"}", "{\"relations\":-5}", "{\"relations\":1.5}", "{\"relations\":1000001}", "{\"seed\":null}"})
    void a_reset_to_no_number_is_refused_and_empties_nothing(String wanted) {
        var before = reset(5, 12);

        assertThat(wire.control("POST", "/reset", wanted).status()).isEqualTo(400);

        assertThat(wire.control("GET", "/advocaatcentraal/export", null).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"GET, /reset", "HEAD, /reset", "PUT, /reset", "POST, /switches", "PUT, /faults", "PUT, /clock", "POST, /requests"})
    void a_call_that_changes_something_is_taken_by_its_own_method_alone(String method, String path) {
        var before = reset(5, 12);

        assertThat(wire.control(method, path, null).status()).isEqualTo(405);

        assertThat(wire.control("GET", "/advocaatcentraal/export", null).body()).isEqualTo(before);
    }

    @Test
    void the_calls_that_the_page_of_the_stand_ins_prints_are_taken() throws IOException {
        var printed = Pattern.compile("`(PUT|POST) /_sandbox(/[a-z]+)` with `(\\{[^`]*\\})`").matcher(Files.readString(Path.of("docs/sandbox.md"))).results().toList();

        assertThat(printed).hasSizeGreaterThanOrEqualTo(3);
        for (var call : printed) assertThat(wire.control(call.group(1), call.group(2), call.group(3)).status()).as(call.group()).isEqualTo(200);
    }

    @Test
    void an_unknown_switch_or_value_is_refused_by_naming_what_is_allowed() {
        var unknown = wire.control("PUT", "/switches", "{\"sandbox.tribe.colour\":\"red\"}");
        var value = wire.control("PUT", "/switches", "{\"sandbox.tribe.put-null\":\"clear\",\"sandbox.tribe.update-verb\":\"patch\"}");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("sandbox.tribe.update-verb");
        assertThat(value.status()).isEqualTo(400);
        assertThat(value.body()).contains("put, post-with-id, both");
    }

    @Test
    void a_person_in_the_vendors_screen_moves_stamp_and_version() {
        reset(5, 10);
        var before = wire.acGet("/relations/AC-000100001").json();

        wire.control("PATCH", "/advocaatcentraal/records/AC-000100001", "{\"email\":\"nieuw@voorbeeld.example\"}");

        var after = wire.acGet("/relations/AC-000100001").json();
        assertThat(after.get("email").textValue()).isEqualTo("nieuw@voorbeeld.example");
        assertThat(after.get("versie").intValue()).isEqualTo(before.get("versie").intValue() + 1);
        assertThat(wire.control("DELETE", "/advocaatcentraal/records/AC-000100001", null).status()).isEqualTo(204);
        assertThat(wire.acGet("/relations/AC-000100001").status()).isEqualTo(404);
    }

    @Test
    void a_person_changes_parts_and_makes_records() {
        var made = wire.control("POST", "/advocaatcentraal/records", "{\"bedrijfsnaam\":\"Nieuw B.V.\"}").json().get("id").textValue();
        var root = "/advocaatcentraal/records/" + made;

        var contact = wire.control("POST", root + "/contacts", "{\"achternaam\":\"Çelik\"}").json().at("/contactpersonen/0/id").textValue();
        wire.control("PATCH", root + "/contacts/" + contact, "{\"functie\":\"Eigenaar\"}");
        wire.control("POST", root + "/addresses", "{\"type\":\"POSTADRES\",\"plaats\":\"Urk\"}");
        wire.control("PATCH", root + "/addresses/POSTADRES", "{\"plaats\":\"IJlst\"}");

        var now = wire.acGet("/relations/" + made).json();
        assertThat(now.at("/contactpersonen/0/functie").textValue()).isEqualTo("Eigenaar");
        assertThat(now.at("/adressen/0/plaats").textValue()).isEqualTo("IJlst");
        wire.control("DELETE", root + "/contacts/" + contact, null);
        assertThat(wire.acGet("/relations/" + made).json().get("contactpersonen")).isEmpty();
        assertThat(wire.control("GET", "/advocaatcentraal/records?set=BEDRIJF&limit=3", null).json().get("items")).hasSize(3);
    }

    @Test
    void a_person_in_tribe_makes_changes_and_deletes() {
        var made = wire.control("POST", "/tribe/records", "{\"set\":\"Relation_Person\",\"LastName\":\"Sørensen\"}").json().get("ID").textValue();

        wire.control("PATCH", "/tribe/records/" + made, "{\"FirstName\":\"Søren\"}");

        assertThat(wire.odata("Relation_Person(" + made + ")", "").json().get("Name").textValue().strip()).isEqualTo("Søren Sørensen");
        assertThat(wire.control("GET", "/tribe/records?set=Relation_Person&limit=2", null).json().get("nextCursor").textValue()).isEqualTo("2");
        assertThat(wire.control("GET", "/tribe/export", null).body().lines().filter(line -> line.contains(made))).hasSize(1);
        assertThat(wire.control("DELETE", "/tribe/records/" + made, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412, 429, 500, 503})
    void a_scripted_status_comes_as_often_as_told_and_writes_nothing(int status) {
        fault("{\"system\":\"tribe\",\"method\":\"POST\",\"times\":2,\"status\":" + status + ",\"retryAfter\":7}");

        var replies = java.util.stream.Stream.generate(() -> wire.create("Relation_Organization", "{\"Name\":\"Fout " + status + "\"}")).limit(3).toList();

        assertThat(replies.stream().map(Wire.Reply::status)).containsExactly(status, status, 201);
        assertThat(replies.get(0).header("Retry-After")).isEqualTo("7");
        assertThat(named("Fout " + status)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"status, true, 1", "reset, true, 1", "reset, false, 0", "html, true, 1", "html, false, 0", "cut-body, true, 1", "cut-body, false, 0", "redirect, false, 0"})
    void a_fault_before_or_after_the_write_leaves_no_or_one_record_and_is_logged(String kind, boolean afterWrite, int records) {
        var name = kind + afterWrite;
        fault("{\"kind\":\"" + kind + "\",\"pathContains\":\"Relation_Organization\",\"afterWrite\":" + afterWrite + "}");

        try {
            assertThat(wire.create("Relation_Organization", "{\"Name\":\"" + name + "\"}").status()).isNotEqualTo(201);
        } catch (UncheckedIOException lost) {
            assertThat(kind).isIn("reset", "cut-body");
        }

        assertThat(named(name)).isEqualTo(records);
        assertThat(wire.logged("method=POST&pathContains=Relation_Organization").stream().map(line -> line.get("fault").textValue()))
                .containsExactly((kind.equals("status") ? "503" : kind) + (afterWrite ? " after write" : ""));
    }

    @Test
    void a_slow_answer_is_late_and_an_endless_or_huge_body_does_not_stop_the_others() {
        fault("{\"kind\":\"slow\",\"delayMs\":60}");
        var began = System.nanoTime();
        wire.odata("Datastore_Gender", "");
        assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThanOrEqualTo(60);

        fault("{\"kind\":\"huge\"}");
        assertThat(wire.odata("Datastore_Gender", "").body().length()).isGreaterThan(50_000_000);
        fault("{\"kind\":\"endless-body\"}");
        assertThatThrownBy(() -> endless()).hasMessageContaining("enough");
        assertThat(wire.odata("Datastore_Gender", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "500", "502", "504", "429", "reset", "cut-off-body", "html-instead-of-json"})
    void a_fault_rate_of_one_fails_every_call(String kind) {
        wire.set("advocaatcentraal.fault.kind", kind);
        wire.set("advocaatcentraal.fault.rate", "1");

        assertThat(outcome()).isEqualTo(kind.matches("\\d+") ? kind : kind.startsWith("html") ? "200 text/html" : "lost");
        assertThat(wire.odata("Datastore_Gender", "").status()).isEqualTo(200);
    }

    @Test
    void the_summary_counts_by_set_and_status() {
        wire.odata("Datastore_Gender", "");
        wire.odata("Datastore_Gender", "$top=1");
        wire.acGet("/relations/AC-000100002");

        var counts = wire.control("GET", "/requests/summary", null).json();

        assertThat(counts.get("total").intValue()).isEqualTo(3);
        assertThat(counts.get("counts").findValuesAsText("set").stream().collect(Collectors.joining())).contains("/tribe/v1/odata/Datastore_Gender", "/relations/{}");
        assertThat(counts.get("counts").findValuesAsText("count")).contains("2", "1");
        assertThat(counts.get("maxInFlight").intValue()).isEqualTo(1);
    }

    @Test
    void the_clock_runs_faster_and_shifts() {
        var fast = wire.control("POST", "/clock", "{\"speed\":60,\"offsetSeconds\":86400}").json();

        assertThat(fast.get("speed").doubleValue()).isEqualTo(60);
        assertThat(java.time.Instant.parse(fast.get("now").textValue())).isAfter(java.time.Instant.now().plusSeconds(86_000));
        wire.control("POST", "/clock", "{\"speed\":1,\"offsetSeconds\":0}");
    }

    private static void endless() throws Exception {
        var token = wire.token();
        var client = java.net.http.HttpClient.newHttpClient();
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + wire.sandbox.port() + "/tribe/v1/odata/Datastore_Gender"))
                .header("Authorization", "Bearer " + token).build();
        try (var body = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(body.readNBytes(3_000_000)).hasSize(3_000_000);
            throw new IllegalStateException("enough");
        }
    }

    private static String outcome() {
        try {
            var reply = wire.acGet("/relation-types");
            return reply.status() == 200 ? "200 " + reply.header("Content-Type") : String.valueOf(reply.status());
        } catch (UncheckedIOException lost) {
            return "lost";
        }
    }

    private static void fault(String script) {
        assertThat(wire.control("POST", "/faults", script).status()).isEqualTo(200);
    }

    private static int named(String name) {
        return wire.odata("Relation_Organization", "$filter=" + Wire.encoded("Name eq '" + name + "'")).json().get("value").size();
    }

    private static String reset(int seed, int relations) {
        wire.control("POST", "/reset", "{\"seed\":" + seed + ",\"relations\":" + relations + "}");
        return wire.control("GET", "/advocaatcentraal/export", null).body();
    }
}
