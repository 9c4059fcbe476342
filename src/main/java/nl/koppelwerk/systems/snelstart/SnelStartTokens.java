package nl.koppelwerk.systems.snelstart;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.TokenTurn;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** The coupling key of an administration for a token of almost an hour. */
@ApplicationScoped
@Named("snelstartTokens")
@Unremovable
public class SnelStartTokens {

    static final String KEY = "clientKey";

    private static final Duration LIFE = Duration.ofSeconds(3599);

    private final TokenTurn token;

    SnelStartTokens(SnelStartCalls calls) {
        this.token = new TokenTurn(Call.Base.AUTH, "/b2b/token", LIFE, Phrase.NO_TOKEN_FOR_KEY.said().kept(), calls.replies());
    }

    /** The key is Base64, whose signs a form must not read as its own. */
    public Turn ask(Exchange exchange) {
        var key = exchange.getVariable("account", Accounts.Account.class).credentials().getOrDefault(KEY, "");
        return token.ask(new Query("grant_type=clientkey&clientkey=" + Query.step(key)));
    }
}
