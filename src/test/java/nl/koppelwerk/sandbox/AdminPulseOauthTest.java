package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stand-in that takes less than a real login would teach bad manners. */
class AdminPulseOauthTest {

    private static final String BACK = "https://hub.example/oauth/callback";
    private static final String ASKED = "/adminpulse/oauth/authorize?response_type=code&client_id=adminpulse-demo-client&state=s&redirect_uri=";
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(5));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @AfterEach
    void standard() {
        wire.standard();
        wire.control("DELETE", "/adminpulse/redirects", null);
        wire.control("POST", "/clock", "{\"offsetSeconds\": 0}");
    }

    @Test
    void once_an_address_is_registered_no_other_is_sent_back_to() {
        assertThat(wire.control("POST", "/adminpulse/redirects", "{\"url\": \"" + BACK + "\"}").json().get("items")).hasSize(1);

        assertThat(wire.send("GET", ASKED + BACK, null).status()).isEqualTo(302);
        for (var other : new String[] {BACK + "/", BACK + "?x=1", "https://hub.example/", "https://other.example/oauth/callback", ""}) {
            var refused = wire.send("GET", ASKED + Wire.encoded(other), null);
            assertThat(refused.status()).as(other).isEqualTo(400);
            assertThat(refused.header("Location")).isNull();
        }
        assertThat(wire.control("POST", "/adminpulse/redirects", "{\"url\": \"http://hub.example/\"}").status()).isEqualTo(400);
    }

    @Test
    void a_code_is_good_once_and_a_second_use_ends_all_that_came_of_it() {
        var code = code(BACK, "");
        var given = token(ofCode(code, BACK));

        assertThat(reads(given)).isEqualTo(200);
        assertThat(token(ofCode(code, BACK)).get("error").textValue()).isEqualTo("invalid_grant");
        assertThat(reads(given)).isEqualTo(401);
        assertThat(token(ofRenewal(given)).get("error").textValue()).isEqualTo("invalid_grant");
    }

    @Test
    void a_refresh_token_is_good_once_and_a_second_use_ends_all_that_came_of_it() {
        var given = token(ofCode(code(BACK, ""), BACK));
        var renewed = token(ofRenewal(given));
        assertThat(renewed.get("refresh_token")).isNotEqualTo(given.get("refresh_token"));
        assertThat(reads(renewed)).isEqualTo(200);

        assertThat(token(ofRenewal(given)).get("error").textValue()).isEqualTo("invalid_grant");

        assertThat(reads(renewed)).isEqualTo(401);
        assertThat(token(ofRenewal(renewed)).get("error").textValue()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_worth_something_with_the_address_and_the_verifier_that_it_was_asked_for_with() {
        assertThat(token(ofCode(code(BACK, ""), BACK + "/")).get("error").textValue()).isEqualTo("invalid_grant");
        assertThat(token(ofCode(code(BACK, CHALLENGE), BACK)).get("error").textValue()).isEqualTo("invalid_grant");
        assertThat(token(ofCode(code(BACK, CHALLENGE), BACK) + "&code_verifier=" + VERIFIER + "x").get("error").textValue()).isEqualTo("invalid_grant");
        assertThat(token(ofCode(code(BACK, ""), BACK) + "&code_verifier=" + VERIFIER).get("error").textValue()).isEqualTo("invalid_grant");

        assertThat(reads(token(ofCode(code(BACK, CHALLENGE), BACK) + "&code_verifier=" + VERIFIER))).isEqualTo(200);
    }

    @Test
    void a_code_lives_a_minute_and_is_no_refresh_token() {
        var late = code(BACK, "");
        assertThat(token("grant_type=refresh_token&refresh_token=" + code(BACK, "")).get("error").textValue()).isEqualTo("invalid_grant");

        wire.control("POST", "/clock", "{\"offsetSeconds\": 61}");

        assertThat(token(ofCode(late, BACK)).get("error").textValue()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"&client_secret=wrong, invalid_client", "&client_id=other, invalid_client", "&grant_type=password, unsupported_grant_type"})
    void who_asks_must_be_the_client_and_ask_for_what_there_is(String wrong, String error) {
        var form = ofCode(code(BACK, ""), BACK) + "&client_id=adminpulse-demo-client&client_secret=adminpulse-demo-secret" + wrong;

        var refused = wire.send("POST", "/adminpulse/oauth/token", form, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(refused.status()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
        assertThat(refused.json().get("error").textValue()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"&scope=everything, invalid_scope", "&response_type=token, unsupported_response_type", "&code_challenge=x, invalid_request", "&code_challenge=x&code_challenge_method=plain, invalid_request"})
    void what_is_wrong_with_a_question_is_told_to_who_asks(String wrong, String error) {
        assertThat(wire.send("GET", ASKED + BACK + wrong, null).header("Location")).isEqualTo(BACK + "?error=" + error + "&state=s");
    }

    @Test
    void consent() {
        wire.set("adminpulse.consent", "refused");
        assertThat(wire.send("GET", ASKED + BACK, null).header("Location")).isEqualTo(BACK + "?error=access_denied&state=s");

        wire.set("adminpulse.consent", "asked");
        var page = wire.send("GET", ASKED + BACK + "&x=%22%3E%3Cscript%3E", null);
        assertThat(page.body()).contains("<form").contains("name=\"state\" value=\"s\"").doesNotContain("<script>");
        var answered = ASKED.substring(ASKED.indexOf('?') + 1) + BACK;
        assertThat(wire.send("POST", "/adminpulse/oauth/authorize", answered + "&answer=yes").header("Location")).startsWith(BACK + "?code=");
        assertThat(wire.send("POST", "/adminpulse/oauth/authorize", answered + "&answer=no").header("Location")).contains("access_denied");
    }

    @Test
    void what_was_allowed_can_be_withdrawn() {
        var given = token(ofCode(code(BACK, ""), BACK));

        assertThat(wire.control("DELETE", "/adminpulse/grants", null).status()).isEqualTo(204);

        assertThat(reads(given)).isEqualTo(401);
        assertThat(token(ofRenewal(given)).get("error").textValue()).isEqualTo("invalid_grant");
    }

    private static int reads(JsonNode given) {
        return wire.send("GET", "/adminpulse/relations", null, "Authorization", "Bearer " + given.get("access_token").textValue()).status();
    }

    private static String code(String back, String more) {
        return wire.send("GET", ASKED + back + more, null).header("Location").replaceAll(".*code=|&state.*", "");
    }

    private static String ofCode(String code, String back) {
        return "grant_type=authorization_code&code=" + code + "&redirect_uri=" + Wire.encoded(back);
    }

    private static String ofRenewal(JsonNode given) {
        return "grant_type=refresh_token&refresh_token=" + given.get("refresh_token").textValue();
    }

    private static JsonNode token(String form) {
        return wire.send("POST", "/adminpulse/oauth/token", form + "&client_id=adminpulse-demo-client&client_secret=adminpulse-demo-secret",
                "Content-Type", "application/x-www-form-urlencoded").json();
    }
}
