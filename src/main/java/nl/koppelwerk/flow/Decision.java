package nl.koppelwerk.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Exchange;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;

/** A look as JSON, for explain: why, what was asked and answered, what was decided. It names fields and never holds a value. */
final class Decision {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Decision() { }

    static String of(Look look, Settlement settlement) {
        var root = JSON.objectNode().put("side", low(look.claim.side())).put("root", look.claim.root()).put("attempt", look.claim.attempts());
        look.claim.reasons().forEach(root.putArray("why")::add);
        var asked = root.putArray("asked");
        look.learnt().forEach(exchange -> asked.add(asked(exchange)));
        root.put("state", settlement.state().name()).put("outcome", settlement.outcome().name());
        reasons(root.putArray("reasons"), settlement.reasons());
        changes(root.putArray("changes"), settlement);
        settlement.again().ifPresent(again -> root.put("again", again.cause().name()));
        return root.toString();
    }

    private static ObjectNode asked(Exchange exchange) {
        var node = JSON.objectNode().put("step", low(exchange.step())).put("side", low(Step.sideOf(exchange.step())));
        node.put("at", exchange.askedAt().toString()).put("answer", low(exchange.answer()));
        if (exchange.step() instanceof Step.Read read) node.put("root", read.root());
        if (exchange.step() instanceof Step.Write write) write(node, write);
        if (exchange.answer() instanceof Answer.Candidates found) found(node.putArray("found"), found);
        reasons(node, exchange.answer());
        return node;
    }

    private static void found(ArrayNode list, Answer.Candidates found) {
        found.roots().forEach(candidate -> list.add(candidate.root()));
    }

    private static void write(ObjectNode node, Step.Write write) {
        node.put("root", write.root()).put("target", write.target()).put("action", low(write.action()));
        var fields = node.putArray("fields");
        write.values().fields().forEach(field -> fields.add(field.name()));
    }

    private static void reasons(ObjectNode node, Answer answer) {
        if (answer instanceof Answer.Refused refused) reasons(node.putArray("reasons"), refused.reasons());
        if (answer instanceof Answer.Denied denied) reason(node, denied.reason());
        if (answer instanceof Answer.Unanswered unanswered) reason(node, unanswered.reason());
        if (answer instanceof Answer.Unreadable unreadable) reason(node, unreadable.reason());
    }

    private static void reasons(ArrayNode list, Collection<Reason> reasons) {
        reasons.forEach(reason -> list.add(of(reason)));
    }

    private static void reason(ObjectNode node, Reason reason) { node.putArray("reasons").add(of(reason)); }

    private static ObjectNode of(Reason reason) {
        var node = JSON.objectNode().put("code", reason.code().name()).put("subject", reason.subject());
        var details = node.putObject("details");
        reason.details().forEach(details::put);
        return node;
    }

    private static void changes(ArrayNode list, Settlement settlement) {
        for (var change : settlement.changes()) {
            list.addObject().put("side", low(change.side())).put("subject", change.part().subject(change.field())).put("written", change.written());
        }
    }

    private static String low(Enum<?> constant) { return constant.name().toLowerCase(java.util.Locale.ROOT); }

    private static String low(Object record) { return record.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT); }
}
