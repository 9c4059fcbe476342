package nl.koppelwerk.systems.compenda;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.OneWebhook;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Whether the hub may read a tenant of Compenda, and where Compenda tells of changes. */
@ApplicationScoped
@Named("compendaOffice")
@Unremovable
public class CompendaOffice {

    private static final Query ONE = Query.NONE.and("limit", 1);

    private static final Connector.Check SHEETS = new Connector.Check("api", false, Phrase.SHEETS_ONLY.said().kept());

    private final CompendaCalls calls;

    CompendaOffice(CompendaCalls calls) { this.calls = calls; }

    /** A key may be good and not reach everything: projects are asked for as well. */
    public Turn check(Exchange exchange) {
        var account = Asked.of(exchange, Side.SOURCE).account();
        if (CompendaCalls.knowsSheetsOnly(account)) return Turn.said(CheckUp.well(SHEETS));
        var relations = calls.get(account, CompendaCalls.RELATIONS, ONE);
        var projects = calls.get(account, CompendaCalls.PROJECTS, ONE);
        return Turn.ask(relations, calls.replies(), (reply, rows) ->
            Turn.ask(projects, calls.replies(), (page, found) -> Turn.said(CheckUp.well(CheckUp.signature(account)))).unless(CheckUp.from("rights")))
            .unless(CheckUp.from("credentials"));
    }

    /** An assumed call, without which a person pastes the address in Compenda's settings. */
    public Turn register(@Body String address, Exchange exchange) {
        var account = Asked.of(exchange, Side.SOURCE).account();
        if (CompendaCalls.knowsSheetsOnly(account)) return Turn.said(address);
        return OneWebhook.set(address, account, body -> calls.put(account, "/webhook", body), calls.replies());
    }
}
