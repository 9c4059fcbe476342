package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Authorizations;
import nl.koppelwerk.ledger.Offices;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator lets the hub into AdminPulse at AdminPulse's own page, and comes back. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AuthorizationTest {

    private static final SandboxDesk DESK = SandboxDesk.of(5);
    private static final String BY_CONSENT = "{\"clientId\": \"adminpulse-demo-client\", \"clientSecret\": \"adminpulse-demo-secret\"}";
    private static int offices;

    @Inject Offices people;
    @Inject Authorizations authorizations;
    private String office;
    private String link;
    private String account;

    @BeforeEach void a_link_that_nobody_let_in_yet() {
        LawOffice.made(people);
        DESK.ask("DELETE", "/switches", null);
        office = "tax-office-" + ++offices;
        people.open(office, "Fiscaal kantoor");
        for (var role : Offices.Role.values())
            people.save(new Offices.User(role + office, Passwords.hash(role + office), false, Map.of(office, role)));
        link = admin().body(newLink(BY_CONSENT)).post("/api/v1/links").then().statusCode(201).extract().path("id");
        account = shown().getString("source.id");
    }

    @Test void it_is_said_where_to_begin_until_somebody_did_and_then_the_link_can_be_activated() {
        assertThat(shown().getString("source.authorizeUrl")).endsWith("/api/v1/accounts/" + account + "/authorize");
        assertThat(shown().getString("target.authorizeUrl")).isNull();
        assertThat(shown().getString("attention[0].side") + " " + shown().getString("attention[0].code")).isEqualTo("source AUTHORIZATION_NEEDED");
        admin().header("Accept-Language", "nl").get("/api/v1/links/{link}", link).then().body("attention[0].remedy", containsString("Autoriseer opnieuw"));
        admin().post("/api/v1/links/{link}/test", link).then().body("well", equalTo(false)).body("sides.source.why", hasItem(containsString("/api/v1/accounts/" + account + "/authorize")));
        admin().post("/api/v1/links/{link}/activate", link).then().statusCode(422).body("errors[0].detail", containsString("/api/v1/accounts/" + account + "/authorize"));

        back(page()).then().statusCode(200);

        assertThat(shown().getList("attention")).isEmpty();
        admin().post("/api/v1/links/{link}/test", link).then().body("well", equalTo(true));
        admin().post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        admin().get("/api/v1/audit").then().body("items.did", hasItems("account.authorize", "account.authorize.begin")).body("items.find { it.did == 'account.authorize' }.who", equalTo("ADMIN" + office));
    }

    @Test void the_page_is_the_vendors_with_a_state_and_a_challenge_of_its_own_each_time() {
        var one = page();
        var other = page();

        assertThat(one).startsWith(DESK.base() + "/adminpulse/oauth/authorize?").contains("response_type=code", "client_id=adminpulse-demo-client", "redirect_uri=http",
            "/oauth/callback&", "scope=relations.read%20tasks.read", "code_challenge_method=S256").doesNotContain("secret");
        assertThat(of(one, "state")).isNotEqualTo(of(other, "state"));
        assertThat(of(one, "code_challenge")).hasSize(43).isNotEqualTo(of(other, "code_challenge"));
        assertThat(URI.create(page()).getRawQuery()).doesNotContain("code_verifier");
    }

    @Test void only_an_administrator_of_the_office_may_begin_and_of_another_office_there_is_no_such_account() {
        as("OPERATOR").get("/api/v1/accounts/{account}/authorize", account).then().statusCode(403);
        as("VIEWER").get("/api/v1/accounts/{account}/authorize", account).then().statusCode(403);
        LawOffice.as("outsider").get("/api/v1/accounts/{account}/authorize", account).then().statusCode(404);
        LawOffice.as("administrator").get("/api/v1/accounts/{account}/authorize", account).then().statusCode(404);
        given().redirects().follow(false).get("/api/v1/accounts/{account}/authorize", account).then().statusCode(401);
        admin().get("/api/v1/accounts/{account}/authorize", "nobody").then().statusCode(404);
    }

    @Test void an_account_with_a_key_needs_nobodys_leave() {
        admin().body("{\"source\": {\"credentials\": {\"apiKey\": \"adminpulse-demo-key\", \"clientId\": \"\", \"clientSecret\": \"\"}}}").patch("/api/v1/links/{link}", link)
            .then().statusCode(200).body("source.authorizeUrl", nullValue()).body("attention", hasSize(0));

        admin().get("/api/v1/accounts/{account}/authorize", account).then().statusCode(409).body("errors[0].code", equalTo("NOTHING_TO_AUTHORIZE"));
    }

    @Test void an_account_has_one_way_in_and_it_whole() {
        admin().body(newLink("{}")).post("/api/v1/links").then().statusCode(422).body("errors[0].pointer", equalTo("/source/credentials/apiKey")).body("errors[0].detail", containsString("apiKey / clientId + clientSecret"));
        admin().body(newLink("{\"apiKey\": \"k\", \"clientId\": \"c\", \"clientSecret\": \"s\"}")).post("/api/v1/links").then().statusCode(422)
            .body("errors[0].pointer", equalTo("/source/credentials/apiKey")).body("errors[0].code", equalTo("CREDENTIALS_EXCLUDE"));
        admin().body(newLink("{\"clientId\": \"c\", \"clientSecret\": \" \"}")).post("/api/v1/links").then().statusCode(422).body("errors.pointer", hasItem("/source/credentials/clientSecret"));
        admin().body("{\"source\": {\"credentials\": {\"apiKey\": \"k\"}}}").patch("/api/v1/links/{link}", link).then().statusCode(422).body("errors[0].code", equalTo("CREDENTIALS_EXCLUDE"));
        admin().get("/api/v1/link-types/adminpulse-accounton").then().body("source.waysIn", equalTo(List.of(List.of("apiKey"), List.of("clientId", "clientSecret")))).body("target.waysIn", hasSize(0));
    }

    @Test void a_state_comes_once() {
        var came = answered(page());

        given().urlEncodingEnabled(false).head(local(came)).then().statusCode(405);
        assertThat(callback(came).statusCode()).as("looking at the address spends nothing").isEqualTo(200);
        assertThat(callback(came).statusCode()).isEqualTo(400);
        assertThat(shown().getList("attention")).isEmpty();
    }

    @Test void a_state_that_is_wrong_too_late_or_of_one_who_is_no_administrator_lets_nobody_in() {
        var code = of(answered(page()), "code");
        var late = authorizations.begin(account, "ADMIN" + office, Duration.ofSeconds(-1)).state();
        var operators = authorizations.begin(account, "OPERATOR" + office, Duration.ofMinutes(10)).state();
        var strangers = authorizations.begin(account, "administrator", Duration.ofMinutes(10)).state();

        for (var state : List.of("", "none", "a.b", late, operators, strangers))
            given().get("/oauth/callback?code={code}&state={state}", code, state).then().statusCode(400);
        given().get("/oauth/callback").then().statusCode(400);
        given().get("/oauth/callback?code={code}", code).then().statusCode(400);

        assertThat(shown().getString("attention[0].code")).isEqualTo("AUTHORIZATION_NEEDED");
    }

    @Test void what_was_not_allowed_is_told_in_the_language_of_the_person_and_changes_nothing() {
        DESK.ask("PUT", "/switches", "{'sandbox.adminpulse.consent': 'refused'}");
        var refused = answered(page());
        assertThat(refused).contains("error=access_denied");

        given().header("Accept-Language", "fr-BE").urlEncodingEnabled(false).get(local(refused)).then().statusCode(403).header("Content-Language", "fr").body(containsString("AdminPulse"), containsString("n'a pas été accordé"));
        given().header("Accept-Language", "nl").urlEncodingEnabled(false).get(local(refused)).then().statusCode(400).body(containsString("verlopen"));

        assertThat(shown().getString("attention[0].code")).isEqualTo("AUTHORIZATION_NEEDED");
    }

    @Test void what_a_vendor_had_against_the_question_is_no_refusal_of_a_person() {
        given().get("/oauth/callback?error=invalid_scope&state={state}", of(page(), "state")).then().statusCode(502).body(containsString("scopes"));
        given().get("/oauth/callback?error={e}&state={state}", "a\nb", of(page(), "state")).then().statusCode(502);
        given().get("/oauth/callback?state={state}", of(page(), "state")).then().statusCode(502);
    }

    @Test void nothing_that_came_is_shown_and_the_page_is_kept_nowhere() {
        var page = given().get("/oauth/callback?error={e}&error_description={e}&state={e}&iss=x", "<script>alert(1)</script>", "<script>alert(1)</script>", "<script>alert(1)</script>");

        page.then().statusCode(400).contentType("text/html").header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer").header("Content-Security-Policy", containsString("default-src 'none'"))
            .header("Location", nullValue()).body(not(containsString("script")));
    }

    @Test void a_code_that_brings_nothing_and_a_vendor_that_does_not_answer_are_told_apart() {
        given().get("/oauth/callback?code=invented&state={state}", of(page(), "state")).then().statusCode(502);
        DESK.ask("POST", "/faults", "{'system': 'adminpulse', 'method': 'POST', 'pathContains': 'token', 'status': 503, 'times': 1}");
        assertThat(back(page()).statusCode()).isEqualTo(503);

        assertThat(back(page()).statusCode()).isEqualTo(200);
    }

    @Test void an_account_that_is_let_in_no_more_rests_and_says_so_until_somebody_authorizes_again() {
        back(page());
        admin().post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        DESK.ask("DELETE", "/adminpulse/grants", null);

        admin().body("{\"kind\": \"preview\"}").post("/api/v1/links/{link}/runs", link).then().statusCode(202);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> shown().getString("source.restsUntil") != null);
        assertThat(shown().getString("source.restsWhy")).contains("/api/v1/accounts/" + account + "/authorize");
        assertThat(shown().getString("attention[0].code")).isEqualTo("AUTHORIZATION_NEEDED");
        back(page()).then().statusCode(200);
        assertThat(shown().getString("source.restsUntil")).isNull();
        assertThat(shown().getList("attention")).isEmpty();
        admin().post("/api/v1/links/{link}/test", link).then().body("well", equalTo(true));
    }

    @Test void neither_secret_nor_state_nor_code_nor_token_is_in_a_log_or_an_answer() {
        var told = new StringBuffer();
        var listening = listening(told);
        Logger.getLogger("").addHandler(listening);
        try {
            var page = page();
            var came = answered(page);
            callback(came);
            callback(came);
            given().get("/oauth/callback?code=invented-code&state={state}", of(page(), "state"));
            DESK.ask("DELETE", "/adminpulse/grants", null);
            admin().post("/api/v1/links/{link}/test", link);

            assertThat(told + shown().prettify() + admin().get("/api/v1/audit").asString())
                .doesNotContain("adminpulse-demo-secret", of(page, "state"), of(came, "code"), "invented-code");
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
    }

    private String newLink(String credentials) {
        return """
            {"type": "adminpulse-accounton", "office": "%s", "name": "Personenbelasting", "source": {"baseUrl": "%s/adminpulse", "credentials": %s},
             "target": {"baseUrl": "%s/accounton", "credentials": {"apiKey": "accounton-demo-key"}}, "settings": {"label": "AJ2026"}}""".formatted(office, DESK.base(), credentials, DESK.base());
    }

    private io.restassured.specification.RequestSpecification admin() { return as("ADMIN"); }

    private io.restassured.specification.RequestSpecification as(String role) { return LawOffice.as(role + office).redirects().follow(false); }

    private io.restassured.path.json.JsonPath shown() { return admin().get("/api/v1/links/{link}", link).then().statusCode(200).extract().jsonPath(); }

    private String page() {
        var answer = admin().get("/api/v1/accounts/{account}/authorize", account).then().statusCode(303).header("Cache-Control", "no-store").extract();
        assertThat(answer.jsonPath().getString("page")).isEqualTo(answer.header("Location"));
        return answer.header("Location");
    }

    /** Where the vendor sends the person then. */
    private static String answered(String page) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(page).then().statusCode(302).extract().header("Location");
    }

    private static Response back(String page) { return callback(answered(page)); }

    private static Response callback(String came) { return given().urlEncodingEnabled(false).get(local(came)); }

    /** The public address of a test may be another than that it listens on. */
    private static String local(String came) { return URI.create(came).getRawPath() + "?" + URI.create(came).getRawQuery(); }

    private static String of(String address, String parameter) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&")).filter(pair -> pair.startsWith(parameter + "=")).map(pair -> pair.substring(parameter.length() + 1)).findFirst().orElseThrow();
    }

    private static Handler listening(StringBuffer told) {
        return new Handler() {
            @Override public void publish(LogRecord line) {
                told.append(line.getMessage()).append(Arrays.toString(line.getParameters()));
                for (var thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) told.append(thrown);
            }

            @Override public void flush() { }

            @Override public void close() { }
        };
    }
}
