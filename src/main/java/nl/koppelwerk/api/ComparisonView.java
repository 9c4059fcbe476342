package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Compared;
import nl.koppelwerk.reconcile.Comparison;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Both records side by side, as the two systems show them now.
 *
 * @param status     set-up-missing, missing, equal, different or not-reachable
 * @param missingIn  the sides that have no such record
 * @param lastLookAt when a side that could not be asked now was last seen
 * @param stamp      names what is shown; a resolve that carries it is refused once either side holds something else
 * @param reasons    why it is missing or could not be compared, and what the link leaves aside where it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonView(String relation, String status, Instant comparedAt, List<String> missingIn, Map<String, Instant> lastLookAt, String stamp,
                      List<Line> fields, List<ReasonView> reasons) {

    /**
     * Null is empty.
     *
     * @param label what the field is called in the language that the request asked for
     */
    record Line(String field, String label, @JsonInclude @Schema(nullable = true) String source, @JsonInclude @Schema(nullable = true) String target, boolean equal) {}

    /** @param stamp null where nothing was compared */
    static ComparisonView of(Whole whole, Compared compared, String stamp, Masking masking, Wording wording) {
        var missing = compared.missingIn().stream().map(Words::of).toList();
        return new ComparisonView(whole.row().id(), Words.of(compared.status()), compared.at(), missing, lastLooks(whole), stamp,
            compared.comparison().map(Comparison::lines).orElse(List.of()).stream().map(line -> line(line, masking, wording)).toList(),
            ReasonView.all(reasons(compared).toList(), wording));
    }

    private static Stream<Reason> reasons(Compared compared) {
        return Stream.concat(compared.reasons().stream(), compared.comparison().stream().flatMap(comparison -> comparison.remarks().stream()));
    }

    private static Map<String, Instant> lastLooks(Whole whole) {
        var looks = new TreeMap<String, Instant>();
        for (Sighting seen : whole.seen().values()) looks.put(Words.of(seen.side()), seen.askedAt());
        return looks;
    }

    private static Line line(Comparison.Line line, Masking masking, Wording wording) {
        return new Line(line.subject(), wording.label(line.subject()), text(line, line.source(), masking), text(line, line.target(), masking), line.equal());
    }

    private static String text(Comparison.Line line, Value<?> value, Masking masking) {
        if (!value.isFilled()) return null;
        return Fields.named(line.subject().substring(line.subject().lastIndexOf('/') + 1)).map(field -> masking.text(field, value.text())).orElse(value.text());
    }
}
