package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;

/** Finds the record that has our own number: the relatiecode of a relatie, the nummer of a kostenplaats. */
@ApplicationScoped
@Named("snelstartSearching")
@Unremovable
public class SnelStartSearching {

    private final SnelStartCalls calls;

    SnelStartSearching(SnelStartCalls calls) { this.calls = calls; }

    public Turn search(@Body Step.Search search) {
        var number = search.ownReference().flatMap(OwnNumber::of);
        if (number.isEmpty()) return Turn.said(new Answer.Candidates(List.of()));
        var resource = SnelStartResource.of(search.kind());
        boolean filters = resource == SnelStartResource.RELATIES;
        var call = calls.all(resource, filters ? Optional.of("Relatiecode eq " + number.get()) : Optional.empty());
        var replies = calls.reading(resource);
        return Turn.askAll(call, replies, rows -> Turn.said(matching(resource, rows, number.get(), filters))).unless(answer -> Turn.said(replies.ofList(answer)));
    }

    /** A server that did not hear the condition answers with others: then nothing is known, and no second record may be made. */
    private Answer matching(SnelStartResource resource, List<JsonNode> rows, int number, boolean filters) {
        var ours = rows.stream().filter(row -> row.path(OwnNumber.member(resource)).asLong() == number)
            .flatMap(row -> SnelStartId.of(resource, row.path("id").asText("")).stream()).map(id -> new Answer.Candidate(id.root(), "", "")).toList();
        return filters && ours.isEmpty() && !rows.isEmpty() ? calls.replies().unreadable() : new Answer.Candidates(ours);
    }
}
