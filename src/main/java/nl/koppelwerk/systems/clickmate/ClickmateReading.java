package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Stamps;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one customer with its contact persons, or a page of the listing, whose rows are whole as well. */
@ApplicationScoped
@Named("clickmateReading")
@Unremovable
public class ClickmateReading {

    private static final Logger LOG = LoggerFactory.getLogger(ClickmateReading.class);

    private final ClickmateCalls calls;
    private final ClickmateReader reader;
    private final int largestPage;

    ClickmateReading(ClickmateCalls calls, ClickmateChoices choices) {
        this.calls = calls;
        this.reader = new ClickmateReader(choices);
        this.largestPage = choices.page();
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
        var query = Query.NONE.and("limit", Math.min(page.limit(), largestPage))
            .andIf(!page.since().isEmpty(), "modifiedSince", page.since())
            .andIf(!page.position().isEmpty(), "cursor", page.position());
        return Turn.ask(calls.get(asked.account(), "/customers", query), calls.replies(),
            (reply, wire) -> wire.path("items").isArray() ? Turn.said(page(asked, wire)) : Turn.said(calls.replies().unreadable()))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private Object page(Asked asked, JsonNode wire) {
        var rows = new ArrayList<Sighting>();
        var stamps = new ArrayList<String>();
        for (var item : wire.path("items")) {
            stamps.add(item.path("modifiedAt").asText(""));
            try {
                rows.add(seen(asked, item));
            } catch (Unreadable odd) {
                // The others go on; asked for by its id, this one says why it cannot be read.
                LOG.warn("A row of customers cannot be read: {}", odd.getMessage());
            }
        }
        var next = wire.path("nextCursor");
        return new Connector.Page(List.copyOf(rows), next.isNull() ? "" : next.asText(""), Stamps.newest(stamps.stream()), null);
    }

    private Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(reader.customer(wire)); }
}
