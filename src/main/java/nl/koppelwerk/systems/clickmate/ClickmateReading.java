package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
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

/** Reads one customer with its contact persons, or a page of the listing, whose rows are whole as well. */
@ApplicationScoped
@Named("clickmateReading")
@Unremovable
public class ClickmateReading {

    private final ClickmateCalls calls;
    private final ClickmateReader reader;
    private final CursorPages pages;

    ClickmateReading(ClickmateCalls calls, ClickmateChoices choices) {
        this.calls = calls;
        this.reader = new ClickmateReader(choices);
        this.pages = new CursorPages("customers", "modifiedAt", choices.page());
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        if (!ClickmateCalls.isId(read.root())) return Turn.said(new Answer.Gone());
        var asked = Asked.of(exchange, read.side());
        return Turn.ask(calls.get(asked.account(), ClickmateCalls.customer(read.root()), Query.NONE), calls.replies(), (reply, wire) -> {
            try {
                return Turn.said(new Answer.Seen(seen(asked, wire)));
            } catch (Unreadable odd) {
                return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
            }
        });
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.TARGET);
        return Turn.ask(calls.get(asked.account(), "/customers", pages.query(page)), calls.replies(),
            (reply, wire) -> pages.read(wire, item -> seen(asked, item), calls.replies()))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(reader.customer(wire)); }
}
