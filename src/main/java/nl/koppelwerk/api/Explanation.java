package nl.koppelwerk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Views.Decided;
import nl.koppelwerk.ledger.Views.Row;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a relation stands as it does.
 *
 * @param reasons   the present ones, each with what would make it go away
 * @param decisions newest first
 */
record Explanation(String id, String state, List<ReasonView> reasons, List<Decision> decisions, @Schema(nullable = true) String nextCursor) {

    /** @param steps what was asked, answered and decided, as data */
    record Decision(String id, Instant at, long revision, String state, String outcome, List<String> because, List<ReasonView> reasons,
                    @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class) JsonNode steps) {

        static Decision of(Decided decided, Wording wording) {
            return new Decision(decided.id(), decided.at(), decided.revision(), Words.of(decided.state()), Words.of(decided.outcome()), decided.notice(),
                ReasonView.all(decided.reasons(), wording), parsed(decided.body()));
        }

        /** The steps name a field by its name, reasons and changes by its subject. */
        boolean isAbout(String field) {
            var name = '"' + field.substring(field.lastIndexOf('/') + 1) + '"';
            return reasons.stream().anyMatch(reason -> reason.field().equals(field)) || steps.toString().contains('"' + field + '"')
                || steps.path("asked").toString().contains(name);
        }
    }

    static Explanation of(Row row, Page<Decision> page, Optional<String> field, Wording wording) {
        var reasons = ReasonView.all(row.reasons(), wording).stream().filter(reason -> field.isEmpty() || reason.field().equals(field.get())).toList();
        var decisions = page.items().stream().filter(decision -> field.isEmpty() || decision.isAbout(field.get())).toList();
        return new Explanation(row.id(), Words.of(row.state()), reasons, decisions, page.nextCursor());
    }

    static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what the ledger stored is no JSON", broken);
        }
    }
}
