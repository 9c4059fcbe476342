package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;

/** Finds the customers that share a key with a relation; what comes back is compared by value, whatever its spelling. */
@ApplicationScoped
@Named("economicSearching")
@Unremovable
public class EconomicSearching {

    private static final String NUMBER = "customerNumber";

    private final EconomicCalls calls;
    private final EconomicChoices choices;

    EconomicSearching(EconomicCalls calls, EconomicChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn search(@Body Step.Search search) {
        var keys = search.keys();
        if (keys.stream().allMatch(key -> condition(key).isNone())) return Turn.said(new Answer.Candidates(List.of()));
        var filter = keys.stream().map(EconomicSearching::condition).reduce(EconomicFilter.NONE, EconomicFilter::or);
        var query = EconomicCalls.where(Query.NONE.and("pagesize", choices.page()).and("sort", NUMBER), filter);
        return Turn.ask(calls.get("/customers", query), calls.replies(), (reply, wire) -> Turn.said(matching(wire.path("collection"), keys)))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    /** A key that can be no value here is not asked for: a number with letters would make the whole question a wrong one. */
    private static EconomicFilter condition(MatchKey key) {
        return switch (key.kind()) {
            case "economic-number" -> EconomicCalls.isNumber(key.value()) ? EconomicFilter.equal(NUMBER, key.value()) : EconomicFilter.NONE;
            case "cvr" -> SpelledCvr.of(key.value()).stream().map(spelled -> EconomicFilter.equal("corporateIdentificationNumber", spelled))
                .reduce(EconomicFilter.NONE, EconomicFilter::or);
            case "ean" -> key.value().isBlank() ? EconomicFilter.NONE : EconomicFilter.equal("ean", key.value());
            case "email" -> key.value().isBlank() ? EconomicFilter.NONE : EconomicFilter.equal("email", key.value());
            default -> EconomicFilter.NONE;
        };
    }

    /** A server that did not hear the condition answers with others: then nothing is known, and no second customer may be made. */
    private Answer matching(JsonNode collection, List<MatchKey> keys) {
        var rows = StreamSupport.stream(collection.spliterator(), false).toList();
        var ours = rows.stream().flatMap(row -> candidate(row, keys).stream()).toList();
        return !collection.isArray() || ours.isEmpty() && !rows.isEmpty() ? calls.replies().unreadable() : new Answer.Candidates(ours);
    }

    /** With the place of the strongest key that it has. */
    private static Optional<Answer.Candidate> candidate(JsonNode row, List<MatchKey> keys) {
        return IntStream.range(0, keys.size()).filter(i -> has(row, keys.get(i))).boxed().findFirst()
            .map(i -> new Answer.Candidate(row.path(NUMBER).asText(), "", "", false, i));
    }

    private static boolean has(JsonNode row, MatchKey key) {
        var wanted = key.value().toLowerCase(Locale.ROOT);
        return field(key).map(field -> EconomicTables.CUSTOMER.read(row).values().get(field).text().toLowerCase(Locale.ROOT))
            .orElseGet(() -> row.path(NUMBER).asText()).equals(wanted);
    }

    private static Optional<Field<?>> field(MatchKey key) {
        return switch (key.kind()) {
            case "cvr" -> Optional.of(Fields.CVR_NUMMER);
            case "ean" -> Optional.of(Fields.EAN_NUMMER);
            case "email" -> Optional.of(Fields.EMAIL);
            default -> Optional.empty();
        };
    }
}
