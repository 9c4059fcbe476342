package nl.koppelwerk.api;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Questions.Held;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param values per field what each side holds; of an ambiguous match, per candidate
 * @param labels what each of them is called in the language that the request asked for
 */
@Schema(name = "Hold")
record HoldView(String id, String link, String relation, ReasonView reason, Map<String, Both> values, Map<String, String> labels, Instant since) {

    static HoldView of(Held held, Masking masking, Wording wording) {
        var values = new TreeMap<String, Both>();
        var labels = new TreeMap<String, String>();
        held.question().values().forEach((subject, both) -> {
            values.put(subject, masking.both(subject, both));
            labels.put(subject, wording.label(subject));
        });
        var reason = ReasonView.of(held.question().reason(), wording);
        return new HoldView(held.id(), held.link(), held.relation(), reason, values, labels, held.since());
    }
}
