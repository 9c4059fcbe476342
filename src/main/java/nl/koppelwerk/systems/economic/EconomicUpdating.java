package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Held;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;

/**
 * Changes a record that e-conomic takes whole only: reads it, goes on where the fields still hold what the decision rests on, lays the
 * stored patch over it and sends everything back. By the customers API an edit in between is refused by its version; by REST the
 * record is read once more right before, and what happens after that is lost.
 */
@ApplicationScoped
@Named("economicUpdating")
@Unremovable
public class EconomicUpdating {

    private final EconomicCalls calls;
    private final EconomicChoices choices;

    EconomicUpdating(EconomicCalls calls, EconomicChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn update(@Body Connector.WriteRequest request) {
        var write = request.write();
        var fixed = fixed(write);
        if (!fixed.isEmpty()) return Turn.said(new Answer.Refused(fixed));
        boolean isNamed = EconomicCalls.isNumber(write.root()) && (write.part().equals(PartKey.ROOT) || EconomicCalls.isNumber(ContactId.number(write.partId())));
        return isNamed ? new Update(write, EconomicTarget.of(write, choices.updateRoad()), EconomicPatch.read(request.body())).begin() : stale();
    }

    /** Group, terms, zone and currency are the office's own from the moment a customer is made. */
    private List<Reason> fixed(Step.Write write) {
        var fields = EconomicTables.toChange(write.part().kind(), choices.updateRoad()).fields();
        return write.values().fields().stream().filter(field -> !fields.contains(field)).map(field -> calls.replies()
            .reason(ReasonCode.VENDOR_REFUSED, Phrase.SAID_AT_BIRTH.said().kept()).about(write.part().subject(field))).toList();
    }

    private static Turn stale() { return Turn.said(new Answer.Stale()); }

    /** One update while it goes on. */
    private final class Update {

        private final Step.Write write;
        private final EconomicTarget target;
        private final EconomicPatch patch;
        private final Replies replies;

        private Update(Step.Write write, EconomicTarget target, EconomicPatch patch) {
            this.write = write;
            this.target = target;
            this.patch = patch;
            this.replies = calls.about(Complaints.of(java.util.Optional.of(target.table()), "", write.part()));
        }

        private Turn begin() {
            return look(first -> !target.looksTwice() ? send(first) : look(second -> second.equals(first) ? send(second) : stale()));
        }

        private Turn look(Function<ObjectNode, Turn> then) {
            return Turn.ask(target.look(calls), replies, (reply, wire) -> judged(wire, then)).unless(answer -> Turn.said(elsewhere(answer)));
        }

        private Turn judged(ObjectNode wire, Function<ObjectNode, Turn> then) {
            try {
                boolean stands = !wire.path("deleted").asBoolean(false) && Held.isAsDecidedOn(write, target.table().read(wire).values());
                return stands ? then.apply(wire) : stale();
            } catch (Unreadable odd) {
                return Turn.said(new Answer.Unreadable(replies.reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
            }
        }

        private Turn send(ObjectNode wire) {
            var laid = patch.onto(wire);
            if (laid.equals(wire)) return Turn.said(new Answer.Done("", "", Values.NONE, Map.of()));
            var call = target.send(calls, EconomicPatch.bytes(target.sendable(laid)));
            return new Turn.Ask(call, replies, reply -> Turn.said(done(call, reply)), answer -> Turn.said(elsewhere(answer)), "");
        }

        /** The answer may be empty, or the number alone; REST's is the whole record. Anything else than JSON leaves a doubt. */
        private Answer done(Call call, Reply reply) {
            if (reply.body().length > 0 && reply.object().isEmpty()) return replies.garbled(call);
            return new Answer.Done("", "", reply.object().filter(seen -> target.echoes()).map(seen -> EconomicEcho.of(write, seen)).orElse(Values.NONE), Map.of());
        }

        /** What is to be changed is not there: the next look sees what became of it. */
        private static Answer elsewhere(Answer answer) { return answer instanceof Answer.Gone ? new Answer.Stale() : answer; }
    }
}
