package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;

/** Finds the roots that keep our reference in {@code ImportId}. */
@ApplicationScoped
@Named("tribeSearching")
@Unremovable
public class TribeSearching {

    /** Two are one too many already. */
    private static final int MOST = 10;

    private final TribeCalls calls;
    private final TribeChoices choices;

    TribeSearching(TribeCalls calls, TribeChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn search(@Body Step.Search search) {
        if (search.ownReference().isEmpty() || !choices.keepsImportId()) return Turn.said(new Answer.Candidates(List.of()));
        var reference = search.ownReference().get();
        var query = Query.NONE.and("$filter", "ImportId eq '" + reference.replace("'", "''") + "'").and("$orderby", "ID").and("$top", MOST);
        return Turn.ask(calls.get(TribeSets.of(search.kind(), PartKind.ROOT), query), calls.replies(),
            (reply, wire) -> Turn.said(matching(wire.path("value"), reference))).unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    /** A server that does not know the filter answers with others: then nothing is known, and no second record may be made. */
    private Answer matching(JsonNode value, String reference) {
        var found = StreamSupport.stream(value.spliterator(), false).map(WireCase::vendors).toList();
        var ours = found.stream().filter(row -> row.path("ImportId").asText("").equals(reference))
            .map(row -> new Answer.Candidate(row.path("ID").asText(), "", "")).toList();
        return !value.isArray() || ours.isEmpty() && !found.isEmpty() ? calls.replies().unreadable() : new Answer.Candidates(ours);
    }
}
