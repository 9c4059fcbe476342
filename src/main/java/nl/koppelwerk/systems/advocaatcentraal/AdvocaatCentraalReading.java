package nl.koppelwerk.systems.advocaatcentraal;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads one relation with its contact persons and addresses, or a page of the listing, whose rows are whole as well. */
@ApplicationScoped
@Named("advocaatcentraalReading")
@Unremovable
public class AdvocaatCentraalReading {

    private final AdvocaatCentraalCalls calls;
    private final CursorPages pages;

    AdvocaatCentraalReading(AdvocaatCentraalCalls calls, @ConfigProperty(name = "koppelwerk.advocaatcentraal.page") int largestPage) {
        this.calls = calls;
        this.pages = new CursorPages("relations", "gewijzigdOp", largestPage);
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        var asked = Asked.of(exchange, read.side());
        return Turn.ask(calls.get(asked.account(), "/relations/" + Query.step(read.root()), Query.NONE), calls.replies(), (reply, wire) -> {
            try {
                return Turn.said(new Answer.Seen(seen(asked, wire)));
            } catch (Unreadable odd) {
                return Turn.said(unmappable(odd));
            }
        });
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        return Turn.ask(calls.get(asked.account(), "/relations", pages.query(page)), calls.replies(),
            (reply, wire) -> pages.read(wire, item -> seen(asked, item), calls.replies()))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private static Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(AdvocaatCentraalReader.relation(wire)); }

    private Answer unmappable(Unreadable odd) {
        return new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage()));
    }
}
