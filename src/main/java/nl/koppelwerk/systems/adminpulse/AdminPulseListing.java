package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page of relations. A pass first reads all tasks, which say of which taskflows each of them is. */
@ApplicationScoped
@Named("adminPulseListing")
@Unremovable
public class AdminPulseListing {

    private static final Logger LOG = LoggerFactory.getLogger(AdminPulseListing.class);

    private final AdminPulseCalls calls;
    private final AdminPulseChoices choices;
    private final AdminPulseTasks tasks;
    private final AdminPulsePasses passes;
    private final AdminPulseReader reader;

    AdminPulseListing(AdminPulseCalls calls, AdminPulseChoices choices, AdminPulseTasks tasks, AdminPulsePasses passes) {
        this.calls = calls;
        this.choices = choices;
        this.tasks = tasks;
        this.passes = passes;
        this.reader = choices.reader();
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        var place = AdminPulsePlace.of(page, choices.page());
        var pass = place.isFirst() ? Optional.<AdminPulsePasses.Pass>empty() : passes.find(asked.account().id(), place.began());
        return pass.map(known -> ask(place, known, asked)).orElseGet(() -> tasks.all(asked, found -> begin(place, found, asked)));
    }

    /** At its first page, or where another process goes on with it. */
    private Turn begin(AdminPulsePlace place, Taskflows found, Asked asked) {
        var begun = place.begun(found.at().toEpochMilli());
        return ask(begun, passes.begin(asked.account().id(), begun.began(), found), asked);
    }

    private Turn ask(AdminPulsePlace place, AdminPulsePasses.Pass pass, Asked asked) {
        return Turn.ask(calls.relations(place.page(), place.size()), calls.replies(), (reply, wire) -> heard(wire, place, pass, asked))
            // The list became shorter while it was read.
            .unless(answer -> answer instanceof Answer.Gone && place.page() > 0 ? said(List.of(), 0, List.of(), place, pass, asked)
                : Turn.said(calls.replies().ofList(answer)));
    }

    private Turn heard(JsonNode wire, AdminPulsePlace place, AdminPulsePasses.Pass pass, Asked asked) {
        if (!wire.path("results").isArray()) return Turn.said(calls.replies().unreadable());
        var rows = StreamSupport.stream(wire.path("results").spliterator(), false).toList();
        return new AdminPulsePartners(calls, reader, rows)
            .resolve(partners -> said(sightings(rows, pass.taskflows(), partners, asked), wire.path("pageCount").asInt(), rows, place, pass, asked));
    }

    private Turn said(List<Sighting> sightings, int pages, List<JsonNode> rows, AdminPulsePlace place, AdminPulsePasses.Pass pass, Asked asked) {
        var next = pass.rounds().after(place.page(), pages, rows.stream().map(row -> row.path(AdminPulseTables.ID).asText(row.toString())).toList());
        if (next.isEmpty()) passes.end(asked.account().id());
        return Turn.said(new Connector.Page(sightings, next.isPresent() ? place.at(next.getAsInt()).text() : "", "", null));
    }

    /**
     * A row is as old as what the tasks said, so that a read meanwhile is younger. One that cannot be read is left out and told in the log; the others go on,
     * and asked for by its id it says why.
     */
    private List<Sighting> sightings(List<JsonNode> rows, Taskflows taskflows, AdminPulsePartners partners, Asked asked) {
        var sightings = new ArrayList<Sighting>();
        for (var row : rows) {
            try {
                sightings.add(asked.sighting(reader.relation(row, taskflows.of(AdminPulseReader.id(row)), partners.of(row), partners.isKnownOf(row)))
                    .asOf(taskflows.at()));
            } catch (Unreadable odd) {
                LOG.warn("A row of relations cannot be read: {}", odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }
}
