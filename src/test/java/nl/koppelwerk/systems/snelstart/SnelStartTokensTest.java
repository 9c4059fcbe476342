package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnelStartTokensTest {

    private final Turn.Ask asked = ask();

    @Test @Requirement("SN-03") void the_coupling_key_stands_in_a_form_at_the_second_address_and_costs_no_budget() {
        assertThat(asked.call().base()).isEqualTo(Call.Base.AUTH);
        assertThat(asked.call().path()).isEqualTo("/b2b/token");
        assertThat(asked.call().paid()).isFalse();
        assertThat(new String(asked.call().body(), StandardCharsets.US_ASCII)).isEqualTo("grant_type=clientkey&clientkey=ZGVtbzo%2B%2Fw%3D%3D");
    }

    @Test void a_token_is_used_almost_as_long_as_it_lives() {
        var token = (Accounts.Token) answer("{\"access_token\": \"eyJ0\", \"token_type\": \"bearer\", \"expires_in\": 3599}");

        assertThat(token.value()).isEqualTo("eyJ0");
        assertThat(Duration.between(Instant.now(), token.expires())).isBetween(Duration.ofMinutes(58), Duration.ofSeconds(3570));
    }

    @ParameterizedTest @ValueSource(strings = {"{}", "{\"access_token\": \"\"}", "{\"access_token\": \"two words\"}"}) void a_token_that_is_none_is_a_denial_in_words(String body) {
        assertThat(answer(body)).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(Wording.EN.told(denied.reason().details().get("answer"))).contains("koppelsleutel"));
    }

    private Object answer(String body) { return ((Turn.Said) asked.then().apply(new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)))).answer(); }

    private static Turn.Ask ask() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("account", new Accounts.Account("a", "demo", "snelstart", "demo", "http://127.0.0.1:1", "http://127.0.0.1:1",
            Map.of("clientKey", "ZGVtbzo+/w=="), new Accounts.Limits(0, 0, 0), null, ""));
        return (Turn.Ask) new SnelStartTokens(new SnelStartCalls(null, Duration.ofSeconds(60), Duration.ZERO)).ask(exchange);
    }
}
