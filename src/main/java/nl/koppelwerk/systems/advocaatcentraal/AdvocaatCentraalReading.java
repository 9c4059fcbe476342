package nl.koppelwerk.systems.advocaatcentraal;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one relation with its contact persons and addresses, or a page of the listing, whose rows are whole as well. */
@ApplicationScoped
@Named("advocaatcentraalReading")
@Unremovable
public class AdvocaatCentraalReading {

    private static final Logger LOG = LoggerFactory.getLogger(AdvocaatCentraalReading.class);

    private final AdvocaatCentraalCalls calls;
    private final int largestPage;

    AdvocaatCentraalReading(AdvocaatCentraalCalls calls, @ConfigProperty(name = "koppelwerk.advocaatcentraal.page") int largestPage) {
        this.calls = calls;
        this.largestPage = largestPage;
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
        var query = Query.NONE.and("limit", Math.min(page.limit(), largestPage))
            .andIf(!page.since().isEmpty(), "modifiedSince", page.since())
            .andIf(!page.position().isEmpty(), "cursor", page.position());
        return Turn.ask(calls.get(asked.account(), "/relations", query), calls.replies(),
            (reply, wire) -> wire.path("items").isArray() ? Turn.said(page(asked, wire)) : Turn.said(calls.replies().unreadable()))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private Object page(Asked asked, JsonNode wire) {
        var rows = new ArrayList<Sighting>();
        var stamps = new ArrayList<String>();
        for (var item : wire.path("items")) {
            stamps.add(item.path("gewijzigdOp").asText(""));
            try {
                rows.add(seen(asked, item));
            } catch (Unreadable odd) {
                // The others go on; asked for by its id, this one says why it cannot be read.
                LOG.warn("A row of relations cannot be read: {}", odd.getMessage());
            }
        }
        return new Connector.Page(List.copyOf(rows), wire.path("nextCursor").isNull() ? "" : wire.path("nextCursor").asText(""), Stamps.newest(stamps.stream()), null);
    }

    private static Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(AdvocaatCentraalReader.relation(wire)); }

    private Answer unmappable(Unreadable odd) {
        return new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage()));
    }
}
