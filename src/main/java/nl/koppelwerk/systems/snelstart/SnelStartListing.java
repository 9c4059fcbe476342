package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page of relaties, or all kostenplaatsen at once. Every row is whole: neither has parts. */
@ApplicationScoped
@Named("snelstartListing")
@Unremovable
public class SnelStartListing {

    private static final Logger LOG = LoggerFactory.getLogger(SnelStartListing.class);

    private final SnelStartCalls calls;
    private final SnelStartChoices choices;

    SnelStartListing(SnelStartCalls calls, SnelStartChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.TARGET);
        return page.listing().equals(SnelStartConnector.KOSTENPLAATSEN) ? kostenplaatsen(asked) : new SnelStartPage(calls, choices, page, asked).ask();
    }

    private Turn kostenplaatsen(Asked asked) {
        var replies = calls.reading(SnelStartResource.KOSTENPLAATSEN);
        return Turn.askAll(calls.all(SnelStartResource.KOSTENPLAATSEN, Optional.empty()), replies,
                rows -> Turn.said(new Connector.Page(sightings(SnelStartResource.KOSTENPLAATSEN, rows, asked), "", "", rows.size())))
            .unless(answer -> Turn.said(replies.ofList(answer)));
    }

    static List<Sighting> sightings(SnelStartResource resource, Collection<JsonNode> rows, Asked asked) {
        var sightings = new ArrayList<Sighting>();
        for (var row : rows) {
            try {
                sightings.add(asked.sighting(SnelStartReader.root(resource, row, asked.references())));
            } catch (Unreadable odd) {
                // The others go on; asked for by its id, this one says why it cannot be read.
                LOG.warn("A row of SnelStart cannot be read: {}", odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }
}
