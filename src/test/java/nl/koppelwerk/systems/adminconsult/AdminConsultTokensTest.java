package nl.koppelwerk.systems.adminconsult;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminConsultTokensTest {

    private final Turn.Ask asked = (Turn.Ask) new AdminConsultTokens(new AdminConsultCalls(null, Duration.ofSeconds(60), Duration.ZERO)).ask();

    @Test void the_key_stands_in_the_address_at_the_last_moment_and_in_nothing_that_prints() {
        var account = new Accounts.Account("a", "demo", "admin-consult", "demo", "https://kantoor.example:2100/consult/", "", Map.of("apiKey", "sleutel/../x"), new Accounts.Limits(0, 0, 0), null, "");
        var login = asked.call().login();

        var proof = login.proof(new DefaultExchange(new DefaultCamelContext()), account, "");

        assertThat(login.headers(proof)).isEqualTo(Map.of(Exchange.HTTP_PATH, "/consult/api/v1/token/sleutel%2F..%2Fx"));
        assertThat(asked.toString() + account).doesNotContain("sleutel");
        assertThat(asked.call().paid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Europe/Brussels, 1800, 1770", "Europe/Brussels, 7200, 7170", "UTC, 1800, 1770", "Pacific/Honolulu, 60, 1770", "Asia/Tokyo, 1800, 30570"})
    void a_token_is_used_until_it_ends_and_one_that_seems_to_have_ended_until_it_is_refused(String zone, long seconds, long used) {
        var end = LocalDateTime.now(ZoneId.of(zone)).plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);

        var token = (Accounts.Token) answer("{\"TokenGuid\": \"0b6f0f2a\", \"TimeToLive\": \"" + end + "\"}");

        // A day of summer time moves it by an hour.
        assertThat(Duration.between(Instant.now(), token.expires()).toSeconds() % 3_600).isBetween(used % 3_600 - 30, used % 3_600 + 30);
        assertThat(token.value()).isEqualTo("0b6f0f2a");
    }

    @ParameterizedTest @ValueSource(strings = {"{}", "{\"TokenGuid\": \"\"}", "{\"TokenGuid\": \"two words\"}"}) void a_token_that_is_none_is_a_denial_in_words(String body) {
        assertThat(answer(body)).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(Wording.EN.told(denied.reason().details().get("answer"))).contains("API key brings no token"));
    }

    @Test void an_end_that_is_not_understood_stops_nothing() {
        assertThat(answer("{\"TokenGuid\": \"x\", \"TimeToLive\": \"straks\"}")).isInstanceOf(Accounts.Token.class);
        assertThat(answer("{\"TokenGuid\": \"x\"}")).isInstanceOf(Accounts.Token.class);
    }

    private Object answer(String body) { return ((Turn.Said) asked.then().apply(new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)))).answer(); }
}
