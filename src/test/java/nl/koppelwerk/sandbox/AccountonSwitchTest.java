package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountonSwitchTest {

    private static final String CLIENT = """
            {"id":"acc-T","firstName":"An","lastName":"Peeters","email":"an.peeters@mail.example","language":"nl","nationalNumber":"85073003427",
             "partnerNationalNumber":"93051822361","label":"AJ2026"}""";
    private static final String NEW = "{'firstName':'Bo','lastName':'Çelik','email':'bo@mail.example','language':'nl','nationalNumber':'70000000114','label':'AJ2026'}";

    private static Wire wire;
    private static int keys;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(30));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void one_client_as_it_was() {
        wire.standard();
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":30}");
        wire.control("POST", "/accounton/records", CLIENT);
        wire.set("accounton.import-seconds", "0");
    }

    @ParameterizedTest
    @CsvSource({"http, 200", "excel-only, 404"})
    void channel(String value, int status) {
        wire.set("accounton.channel", value);

        assertThat(wire.accountonGet("/clients").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"known-part, 202", "strict-unknown-column-error, 422"})
    void excel_columns(String value, int status) {
        wire.set("accounton.excel-columns", value);

        var reply = wire.control("POST", "/accounton/sheet", "{\"rows\":[{\"type\":\"person\",\"first name\":\"Bo\",\"last name\":\"Maes\",\"email\":\"b@mail.example\",\"language\":\"fr\",\"city\":\"Gent\",\"hobby\":\"x\"}]}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/counts/ONLY_IN_IMPORT").asInt(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"yes, LANGUAGE_MISSING", "no, ''"})
    void language_required(String value, String code) {
        wire.set("accounton.language-required", value);

        assertThat(problem(NEW.replace("'language':'nl',", ""))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"national-number-then-email-and-name, acc-T", "email-only, ''"})
    void match(String value, String client) {
        wire.set("accounton.match", value);

        assertThat(matched(NEW.replace("70000000114", "85073003427"))).isEqualTo(client);
        assertThat(matched(NEW.replace("bo@mail", "an.peeters@mail"))).isEqualTo(client.isEmpty() ? "acc-T" : "");
        assertThat(matched("{'firstName':'an','lastName':'PEETERS','email':'AN.peeters@mail.example','language':'nl'}")).isEqualTo("acc-T");
    }

    @ParameterizedTest
    @CsvSource({"one-client-two-relations, acc-T", "two-clients, ''"})
    void couple(String value, String client) {
        wire.set("accounton.couple", value);

        assertThat(matched(NEW.replace("70000000114", "93051822361"))).isEqualTo(client);
        assertThat(matched(NEW.replace("'label'", "'partnerNationalNumber':'85073003427','label'"))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({"INVALID, RRN_CHECKSUM, 422", "accepted-with-warning, '', 200"})
    void invalid_rrn(String value, String code, int status) {
        wire.set("accounton.invalid-rrn", value);

        assertThat(problem(NEW.replace("70000000114", "85073003329"))).isEqualTo(code);
        assertThat(patched("{'nationalNumber':'85073003329'}")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"accepted, '', 200", "INVALID, RRN_MISSING, 422"})
    void missing_rrn(String value, String code, int status) {
        wire.set("accounton.missing-rrn", value);

        assertThat(problem(NEW.replace("'nationalNumber':'70000000114',", ""))).isEqualTo(code);
        assertThat(patched("{'nationalNumber':null}")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"accepted, '', 200", "INVALID, EMAIL_SHARED, 422"})
    void shared_email(String value, String code, int status) {
        var other = wire.accountonGet("/clients?limit=1").json().at("/items/0/email").textValue();
        wire.set("accounton.shared-email", value);

        assertThat(problem(NEW.replace("bo@mail.example", other))).isEqualTo(code);
        assertThat(patched("{'email':'" + other + "'}")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"all, 'firstName,lastName,email'", "small, email"})
    void compared_fields(String value, String fields) {
        wire.set("accounton.compared-fields", value);

        var row = list(begun(NEW.replace("70000000114", "85073003427")), "DUPLICATE").get(0);

        assertThat(String.join(",", row.get("differences").findValuesAsText("field"))).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({"0, READY, READY, READY", "2, PENDING, RUNNING, READY", "300, PENDING, PENDING, RUNNING", "fails-halfway, PENDING, PENDING, FAILED"})
    void import_seconds(String value, String first, String after1s, String after200s) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        wire.set("accounton.import-seconds", value);

        var one = begun(NEW);

        assertThat(one.get("state").textValue()).isEqualTo(first);
        wire.control("POST", "/clock", "{\"offsetSeconds\":1}");
        assertThat(state(one)).isEqualTo(after1s);
        wire.control("POST", "/clock", "{\"offsetSeconds\":200}");
        assertThat(state(one)).isEqualTo(after200s);
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
    }

    @ParameterizedTest
    @CsvSource({"none, 202, 202", "5-minutes, 409, 202"})
    void warm_up(String value, int first, int later) {
        wire.set("accounton.warm-up", value);

        assertThat(begin(NEW).status()).isEqualTo(first);
        wire.control("POST", "/clock", "{\"offsetSeconds\":301}");
        assertThat(begin(NEW).status()).isEqualTo(later);
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
    }

    @ParameterizedTest
    @CsvSource({"409-unless-same-key, 409", "allowed, 200"})
    void apply_twice(String value, int status) {
        wire.set("accounton.apply-twice", value);
        var one = begun(NEW);

        var first = apply(one, "nl", "first");

        assertThat(apply(one, "nl", "first").json()).isEqualTo(first.json());
        assertThat(apply(one, "nl", "second").status()).isEqualTo(status);
        assertThat(wire.accountonGet("/clients?limit=200").json().get("items").findValuesAsText("email")).containsOnlyOnce("bo@mail.example");
    }

    @ParameterizedTest
    @CsvSource({"report-with-200, 200, true", "all-or-nothing-422, 422, false"})
    void apply_partial(String value, int status, boolean added) {
        wire.set("accounton.apply-partial", value);
        var one = begun(NEW);

        var reply = wire.accountonPost(path(one) + "/apply", "{'add':{'rowIds':['r-1','r-9'],'questionnaireByLanguage':{'nl':'q-2026-nl'}}}", "partial" + value);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains("ROW_UNKNOWN");
        assertThat(wire.accountonGet("/clients?limit=200").json().get("items").findValuesAsText("email").contains("bo@mail.example")).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource({"row-left, 200", "whole-422, 422"})
    void no_questionnaire(String value, int status) {
        wire.set("accounton.no-questionnaire", value);

        var reply = apply(begun(NEW), "fr", "questionnaire" + value);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains("NO_QUESTIONNAIRE");
        assertThat(wire.accountonGet("/clients?limit=200").json().get("items").findValuesAsText("email")).doesNotContain("bo@mail.example");
    }

    @ParameterizedTest
    @CsvSource({"etag-412, 412", "none, 200"})
    void concurrency(String value, int status) {
        wire.set("accounton.concurrency", value);

        assertThat(wire.accountonPatch("/clients/acc-T", "{'label':'x'}", "\"999\"").status()).isEqualTo(status);
        assertThat(wire.accountonGet("/clients/acc-T").header("ETag") == null).isEqualTo(value.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({"recorded, RECORDED", "recorded-then-bounced, BOUNCED"})
    void mail(String value, String state) {
        wire.set("accounton.mail", value);

        wire.accountonPost(path(begun(NEW)) + "/apply", "{'add':{'rowIds':['r-1'],'questionnaireByLanguage':{'nl':'q-2026-nl'},'sendInvitation':true}}", "mail" + value);

        var mails = wire.control("GET", "/accounton/mails", null).json().get("items");
        assertThat(mails.findValuesAsText("state")).containsExactly(state);
        assertThat(mails.findValuesAsText("to")).containsExactly("bo@mail.example");
    }

    @ParameterizedTest
    @CsvSource({"free, '', 200", "list-only, LABEL_UNKNOWN, 422"})
    void label(String value, String code, int status) {
        wire.set("accounton.label", value);

        assertThat(problem(NEW.replace("AJ2026", "vrij"))).isEqualTo(code);
        assertThat(patched("{'label':'vrij'}")).isEqualTo(status);
        assertThat(patched("{'label':'AJ2027'}")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"bearer, Authorization, Bearer accounton-demo-key", "api-key-header, X-Api-Key, accounton-demo-key"})
    void auth(String value, String header, String credential) {
        wire.set("accounton.auth", value);

        assertThat(wire.send("GET", "/accounton/assumed/accounton/v0/clients", null, header, credential).status()).isEqualTo(200);
        assertThat(wire.send("GET", "/accounton/assumed/accounton/v0/clients", null, header, "wrong").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"60-per-minute, 429", "none, 200"})
    void rate(String value, int status) {
        wire.set("accounton.quota", "contract");
        wire.set("accounton.rate", value);

        for (var i = 0; i < 60; i++) {
            wire.accountonGet("/questionnaires");
        }

        assertThat(wire.accountonGet("/questionnaires").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "standard-webhooks, 2"})
    void webhooks(String value, int sent) {
        wire.set("accounton.webhooks", value);
        wire.control("POST", "/accounton/webhooks", "{\"url\":\"http://127.0.0.1:1/webhooks\"}");

        begun(NEW);
        patched("{'label':'AJ2027'}");

        assertThat(wire.control("GET", "/accounton/webhooks", null).json().get("pending").intValue()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"405, 405, 200", "allowed, 204, 404"})
    void removal(String value, int status, int after) {
        wire.set("accounton.removal", value);

        assertThat(wire.accounton("DELETE", "/clients/acc-T", null).status()).isEqualTo(status);
        assertThat(wire.accountonGet("/clients/acc-T").status()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"modifiedSince-inclusive, 1", "none, 20"})
    void delta(String value, int least) {
        wire.set("accounton.delta", value);
        var since = wire.accountonGet("/clients/acc-T").json().get("modifiedAt").textValue();

        var items = wire.accountonGet("/clients?limit=200&modifiedSince=" + since).json().get("items");

        assertThat(items.size() == 1).isEqualTo(least == 1);
    }

    @ParameterizedTest
    @CsvSource({"supported, true", "ignored, false"})
    void idempotency(String value, boolean same) {
        wire.set("accounton.idempotency", value);

        var first = wire.accountonPost("/imports", rows(NEW), "again" + value).json();

        assertThat(wire.accountonPost("/imports", rows(NEW), "again" + value).json().get("id").equals(first.get("id"))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"problem, application/problem+json", "text, text/plain; charset=utf-8"})
    void errors(String value, String type) {
        wire.set("accounton.errors", value);

        assertThat(wire.accountonGet("/clients/acc-0").header("Content-Type")).isEqualTo(type);
    }

    @Test
    void a_reset_with_the_same_seed_invents_the_same_clients() {
        var before = wire.accountonGet("/clients?limit=10").body();

        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":30}");

        assertThat(wire.accountonGet("/clients?limit=10").body()).isEqualTo(before);
    }

    private static String problem(String client) {
        return String.join(",", list(begun(client), "INVALID").findValuesAsText("code"));
    }

    private static String matched(String client) {
        return String.join(",", list(begun(client), "DUPLICATE").findValuesAsText("clientId"));
    }

    private static int patched(String body) {
        return wire.accountonPatch("/clients/acc-T", body, wire.accountonGet("/clients/acc-T").header("ETag")).status();
    }

    private static Wire.Reply begin(String client) {
        return wire.accountonPost("/imports", rows(client), "switch" + ++keys);
    }

    private static JsonNode begun(String client) {
        return begin(client).json();
    }

    private static Wire.Reply apply(JsonNode one, String language, String key) {
        return wire.accountonPost(path(one) + "/apply", "{'add':{'rowIds':['r-1'],'questionnaireByLanguage':{'" + language + "':'q-2026-" + language + "'}}}", key);
    }

    private static String rows(String client) {
        return "{'source':'FILE','rows':[{'client':" + client + "}]}";
    }

    private static JsonNode list(JsonNode one, String bucket) {
        return wire.accountonGet(path(one) + "/rows?bucket=" + bucket).json().get("items");
    }

    private static String state(JsonNode one) {
        return wire.accountonGet(path(one)).json().get("state").textValue();
    }

    private static String path(JsonNode one) {
        return "/imports/" + one.get("id").textValue();
    }
}
