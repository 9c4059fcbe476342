package nl.koppelwerk.systems.clickmate;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** Whether the hub may work in an account of Clickmate. */
@ApplicationScoped
@Named("clickmateOffice")
@Unremovable
public class ClickmateOffice {

    private final ClickmateCalls calls;

    ClickmateOffice(ClickmateCalls calls) { this.calls = calls; }

    /** Two things may be as they are and are worth saying: integration is off there, and webhooks go unsigned. */
    public Turn check(Exchange exchange) {
        var account = Asked.of(exchange, Side.TARGET).account();
        var settings = calls.get(account, "/settings", Query.NONE);
        var one = calls.get(account, "/customers", Query.NONE.and("limit", 1));
        return Turn.ask(settings, calls.replies(), (reply, chosen) ->
            Turn.ask(one, calls.replies(), (page, rows) ->
                Turn.said(CheckUp.well(CheckUp.signature(account), integration(chosen.path("integrationEnabled").asBoolean(true))))).unless(CheckUp.from("rights")))
            .unless(CheckUp.from("credentials"));
    }

    private static Connector.Check integration(boolean on) {
        return new Connector.Check("integration", on, on ? "" : Phrase.INTEGRATION_OFF.said().kept());
    }
}
