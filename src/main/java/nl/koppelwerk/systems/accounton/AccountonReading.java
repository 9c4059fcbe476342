package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.CursorPages;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one client, or a page of the listing, whose rows are whole as well. */
@ApplicationScoped
@Named("accountonReading")
@Unremovable
public class AccountonReading {

    private final AccountonCalls calls;
    private final AccountonReader reader;
    private final CursorPages pages;

    AccountonReading(AccountonCalls calls, AccountonChoices choices) {
        this.calls = calls;
        this.reader = new AccountonReader(choices);
        this.pages = new CursorPages("clients", "modifiedAt", choices.page());
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        if (!AccountonCalls.isId(read.root())) return Turn.said(new Answer.Gone());
        var asked = Asked.of(exchange, read.side());
        return Turn.ask(calls.get(AccountonCalls.client(read.root()), Query.NONE), calls.replies(), (reply, wire) -> Turn.said(shown(asked, wire)))
            .unless(answer -> answer instanceof Answer.Gone ? gone() : Turn.said(answer));
    }

    private Answer shown(Asked asked, JsonNode wire) {
        try {
            return new Answer.Seen(seen(asked, wire));
        } catch (Unreadable odd) {
            return new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage()));
        }
    }

    /** Only where there is a list of clients is one of them gone; elsewhere every one of them would seem to be. */
    private Turn gone() {
        return Turn.ask(calls.get(AccountonCalls.CLIENTS, Query.NONE.and("limit", 1)), calls.replies(), (reply, wire) -> Turn.said(new Answer.Gone()))
            .unless(answer -> Turn.said(calls.ofList(answer)));
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        if (AccountonCalls.isByPaper(exchange)) return Turn.said(new Connector.Page(List.of(), "", "", 0));
        var asked = Asked.of(exchange, Side.TARGET);
        return Turn.ask(calls.get(AccountonCalls.CLIENTS, pages.query(page)), calls.replies(), (reply, wire) -> pages.read(wire, item -> seen(asked, item), calls.replies()))
            .unless(answer -> Turn.said(calls.ofList(answer)));
    }

    private Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(reader.client(wire)); }
}
