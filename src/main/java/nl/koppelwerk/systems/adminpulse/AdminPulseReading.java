package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one relation, then its tasks, then its partner. */
@ApplicationScoped
@Named("adminPulseReading")
@Unremovable
public class AdminPulseReading {

    private final AdminPulseCalls calls;
    private final AdminPulseTasks tasks;
    private final AdminPulseReader reader;

    AdminPulseReading(AdminPulseCalls calls, AdminPulseChoices choices, AdminPulseTasks tasks) {
        this.calls = calls;
        this.tasks = tasks;
        this.reader = choices.reader();
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        var asked = Asked.of(exchange, read.side());
        if (!Query.isPlainStep(read.root())) return Turn.said(new Answer.Gone());
        return Turn.ask(calls.relation(read.root()), calls.replies(), (reply, wire) -> found(read.root(), wire, asked));
    }

    private Turn found(String root, JsonNode wire, Asked asked) {
        // Another one than was asked for, or none.
        if (!AdminPulseReader.id(wire).equals(root)) return Turn.said(calls.replies().unreadable());
        return tasks.of(root, wire.path("id").asText(""), asked, taskflows ->
            new AdminPulsePartners(calls, reader, List.of(wire)).resolve(partners -> seen(wire, taskflows, partners, asked)));
    }

    /** A partner that is to be asked for later is waited for; one that cannot be read does not lose the relation. */
    private Turn seen(JsonNode wire, Codes taskflows, AdminPulsePartners partners, Asked asked) {
        var later = partners.stopped().filter(Answer.Throttled.class::isInstance);
        if (later.isPresent()) return Turn.said(later.get());
        try {
            return Turn.said(new Answer.Seen(asked.sighting(reader.relation(wire, taskflows, partners.of(wire), true))));
        } catch (Unreadable odd) {
            return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
