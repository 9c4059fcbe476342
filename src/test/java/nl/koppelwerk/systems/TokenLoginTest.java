package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.ledger.Accounts;
import org.junit.jupiter.api.Test;

class TokenLoginTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Accounts ledger = (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
        (proxy, method, given) -> "token-" + asked.incrementAndGet());
    private final TokenLogin login = new TokenLogin(ledger, "direct:tribe-token", Duration.ofHours(1));

    @Test
    void a_token_is_remembered_for_the_credentials_that_brought_it_and_for_no_others() {
        assertThat(login.proof(null, account("old"), "")).isEqualTo("token-1");
        assertThat(login.proof(null, account("old"), "")).isEqualTo("token-1");
        assertThat(login.proof(null, account("new"), "")).isEqualTo("token-2");
    }

    @Test
    void a_token_that_was_refused_is_not_shown_again() {
        login.proof(null, account("old"), "");

        assertThat(login.proof(null, account("old"), "token-1")).isEqualTo("token-2");
    }

    private static Accounts.Account account(String secret) {
        return new Accounts.Account("a", "demo", "tribe", "c", "http://127.0.0.1:1", "http://127.0.0.1:1", Map.of("clientSecret", secret),
            new Accounts.Limits(0, 0, 0), null, "");
    }
}
