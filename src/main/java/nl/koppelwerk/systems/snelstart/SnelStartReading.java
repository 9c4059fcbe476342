package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one relatie or kostenplaats; its id tells which it is. */
@ApplicationScoped
@Named("snelstartReading")
@Unremovable
public class SnelStartReading {

    private final SnelStartCalls calls;
    private final SnelStartFinding finding;

    SnelStartReading(SnelStartCalls calls, SnelStartFinding finding) {
        this.calls = calls;
        this.finding = finding;
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        var asked = Asked.of(exchange, read.side());
        return SnelStartId.of(read.root()).map(id -> finding.find(id, wire -> seen(asked, id, wire), () -> Turn.said(new Answer.Gone())))
            .orElseGet(() -> Turn.said(new Answer.Gone()));
    }

    private Turn seen(Asked asked, SnelStartId id, JsonNode wire) {
        try {
            return Turn.said(new Answer.Seen(asked.sighting(SnelStartReader.root(id.resource(), wire, asked.references()))));
        } catch (Unreadable odd) {
            return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
