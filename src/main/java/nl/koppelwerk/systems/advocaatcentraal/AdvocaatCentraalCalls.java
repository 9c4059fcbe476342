package nl.koppelwerk.systems.advocaatcentraal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of the assumed contract, its login, and how its refusals are read. */
@ApplicationScoped
class AdvocaatCentraalCalls {

    private static final String ROOT = "/assumed/advocaatcentraal/v0/offices/";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Login login;
    private final Replies replies;

    AdvocaatCentraalCalls(@ConfigProperty(name = "koppelwerk.advocaatcentraal.auth") String auth,
                          @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.login = new Key(Form.valueOf(auth.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
        this.replies = new Replies(AdvocaatCentraalConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    Call get(Accounts.Account account, String path, Query query) {
        return Call.get(office(account) + path, query.text(), login);
    }

    /** The version is the text inside the quotes of the relation's ETag. */
    Call patch(Accounts.Account account, String path, String version, byte[] body) {
        var call = Call.send("PATCH", office(account) + path, MERGE_PATCH, body, login);
        return version.isEmpty() ? call : call.with("If-Match", "\"" + version + "\"");
    }

    private static String office(Accounts.Account account) { return ROOT + Query.step(account.number()); }

    /** How the key is shown; which one the vendor wants is not known. */
    enum Form { API_KEY_HEADER, BEARER, BASIC_USER_PASSWORD }

    private record Key(Form form) implements Login {

        @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
            return account.credentials().getOrDefault("apiKey", "");
        }

        @Override public Map<String, String> headers(String key) {
            return switch (form) {
                case API_KEY_HEADER -> Map.of("X-Api-Key", key);
                case BEARER -> Map.of("Authorization", "Bearer " + key);
                case BASIC_USER_PASSWORD -> Map.of("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString(("koppelwerk:" + key).getBytes(StandardCharsets.UTF_8)));
            };
        }
    }
}
