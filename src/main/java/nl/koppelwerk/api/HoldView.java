package nl.koppelwerk.api;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Questions.Held;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param values per field what each side holds; of an ambiguous match, per candidate */
@Schema(name = "Hold")
record HoldView(String id, String link, String relation, ReasonView reason, Map<String, Both> values, Instant since) {

    static HoldView of(Held held, Masking masking, Wording wording) {
        var values = new TreeMap<String, Both>();
        held.question().values().forEach((subject, both) -> values.put(subject, masking.both(subject, both)));
        var reason = ReasonView.of(held.question().reason(), wording);
        return new HoldView(held.id(), held.link(), held.relation(), reason, values, held.since());
    }
}
