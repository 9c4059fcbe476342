package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Held;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Changes a record that SnelStart takes whole only: reads it, goes on where the fields still hold what the decision rests on, lays the
 * changed members over it and sends everything back. There is no version, so what a person types between the two calls is lost.
 */
@ApplicationScoped
@Named("snelstartUpdating")
@Unremovable
public class SnelStartUpdating {

    private static final String INACTIVE = "ALG-0105";

    private final SnelStartCalls calls;
    private final SnelStartChoices choices;
    private final SnelStartFinding finding;

    SnelStartUpdating(SnelStartCalls calls, SnelStartChoices choices, SnelStartFinding finding) {
        this.calls = calls;
        this.choices = choices;
        this.finding = finding;
    }

    public Turn update(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var fixed = fixed(write);
        if (!fixed.isEmpty()) return Turn.said(new Answer.Refused(fixed));
        var asked = Asked.of(exchange, write.side());
        return SnelStartId.of(write.root()).map(id -> new Update(write, id, SnelStartBodies.read(request.body()), asked).begin())
            .orElseGet(SnelStartUpdating::stale);
    }

    /** What a relatie is, and its number, are its own from the moment it is made. */
    private List<Reason> fixed(Step.Write write) {
        var fields = SnelStartTables.toChange(write.rootKind()).fields();
        return write.values().fields().stream().filter(field -> !fields.contains(field)).map(field -> calls.replies()
            .reason(ReasonCode.VENDOR_REFUSED, Phrase.SAID_AT_BIRTH.said().kept()).about(write.part().subject(field))).toList();
    }

    private static Turn stale() { return Turn.said(new Answer.Stale()); }

    /** One update while it goes on. */
    private final class Update {

        private final Step.Write write;
        private final SnelStartId id;
        private final ObjectNode changed;
        private final Asked asked;
        private final Replies replies;

        private Update(Step.Write write, SnelStartId id, ObjectNode changed, Asked asked) {
            this.write = write;
            this.id = id;
            this.changed = changed;
            this.asked = asked;
            this.replies = calls.writing(write);
        }

        private Turn begin() { return finding.find(id, this::judged, SnelStartUpdating::stale); }

        private Turn judged(ObjectNode wire) {
            try {
                var now = SnelStartReader.read(SnelStartTables.toChange(write.rootKind()), wire, asked.references()).values();
                return Held.isAsDecidedOn(write, now) ? send(wire) : stale();
            } catch (Unreadable odd) {
                return Turn.said(new Answer.Unreadable(replies.reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
            }
        }

        private Turn send(ObjectNode wire) {
            var laid = WholeRelatie.laid(wire, changed);
            if (laid.equals(wire)) return Turn.said(new Answer.Done("", "", Values.NONE, Map.of()));
            var half = WholeRelatie.halfAddress(write, laid);
            if (half.isPresent()) return Turn.said(new Answer.Refused(List.of(half.get())));
            var call = calls.put(id, SnelStartBodies.bytes(WholeRelatie.sendable(laid, choices.leavesNullsOut())));
            return new Turn.Ask(call, replies, reply -> Turn.said(done(call, reply)), answer -> Turn.said(elsewhere(answer, wire)), "");
        }

        /** The answer is the whole record; an empty one tells nothing of it, and anything else than JSON leaves a doubt. */
        private Answer done(Call call, Reply reply) {
            if (reply.body().length > 0 && reply.object().isEmpty()) return replies.garbled(call);
            return new Answer.Done("", "", reply.object().map(seen -> SnelStartEcho.of(write, seen, asked.references())).orElse(Values.NONE), Map.of());
        }

        /** An inactive record may be there to read and not to write; what is not there at all, the next look sees. */
        private Answer elsewhere(Answer answer, ObjectNode wire) {
            if (!(answer instanceof Answer.Gone)) return answer;
            if (!wire.path("nonactief").asBoolean(false)) return new Answer.Stale();
            return new Answer.Refused(List.of(SnelStartPhrasing.CODES.entry(INACTIVE).orElseThrow().reason(SnelStartConnector.LABEL, INACTIVE)));
        }
    }
}
