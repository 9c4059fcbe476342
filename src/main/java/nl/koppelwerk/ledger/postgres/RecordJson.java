package nl.koppelwerk.ledger.postgres;

import static nl.koppelwerk.ledger.postgres.LedgerJson.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Relations, writes, questions and the answers to both, as the ledger writes them. */
final class RecordJson {

    private RecordJson() { }

    static byte[] of(Relation relation) {
        var node = NODES.objectNode().put("kind", relation.kind().name()).put("reference", relation.reference());
        node.set("values", LedgerJson.of(relation.values()));
        // Sorted, for the order in which a vendor lists contacts is no change.
        node.set("parts", LedgerJson.array(relation.parts().stream().sorted(Comparator.comparing(Part::kind).thenComparing(Part::id)).toList(),
            RecordJson::of));
        node.set("marks", LedgerJson.names(relation.marks()));
        node.set("handles", LedgerJson.of(relation.handles()));
        node.set("partsSeen", LedgerJson.names(relation.partsSeen()));
        return LedgerJson.bytes(node);
    }

    private static ObjectNode of(Part part) {
        var node = NODES.objectNode().put("kind", part.kind().name()).put("id", part.id()).put("reference", part.reference());
        node.set("values", LedgerJson.of(part.values()));
        node.set("handles", LedgerJson.of(part.handles()));
        return node;
    }

    static Relation relation(byte[] json) {
        var node = LedgerJson.read(json);
        return new Relation(Kind.valueOf(node.path("kind").asText()), LedgerJson.values(node.path("values")),
            LedgerJson.list(node.path("parts"), RecordJson::part),
            Set.copyOf(LedgerJson.list(node.path("marks"), mark -> Mark.valueOf(mark.asText()))), LedgerJson.texts(node.path("handles")),
            node.path("reference").asText(), Set.copyOf(LedgerJson.list(node.path("partsSeen"), kind -> PartKind.valueOf(kind.asText()))));
    }

    private static Part part(JsonNode node) {
        return new Part(PartKind.valueOf(node.path("kind").asText()), node.path("id").asText(), LedgerJson.values(node.path("values")),
            LedgerJson.texts(node.path("handles")), node.path("reference").asText());
    }

    static byte[] of(Step.Write write) {
        var node = NODES.objectNode().put("side", write.side().name()).put("root", write.root())
            .put("kind", write.rootKind() == null ? null : write.rootKind().name()).put("part", write.part().toString())
            .put("partId", write.partId()).put("resource", write.resource()).put("resourceId", write.resourceId())
            .put("action", write.action().name()).put("version", write.version()).put("reference", write.reference())
            .put("destructive", write.destructive());
        node.set("values", LedgerJson.of(write.values()));
        node.set("old", LedgerJson.of(write.old()));
        node.set("otherHeld", LedgerJson.of(write.otherHeld()));
        return LedgerJson.bytes(node);
    }

    static Step.Write write(byte[] json) {
        var node = LedgerJson.read(json);
        return new Step.Write(Side.valueOf(text(node, "side")), text(node, "root"), kind(node), PartKey.parse(text(node, "part")),
            text(node, "partId"), text(node, "resource"), text(node, "resourceId"), Step.Action.valueOf(text(node, "action")),
            LedgerJson.values(node.path("values")), LedgerJson.values(node.path("old")), LedgerJson.values(node.path("otherHeld")),
            text(node, "version"), text(node, "reference"), node.path("destructive").asInt());
    }

    private static Kind kind(JsonNode node) { return node.path("kind").isNull() ? null : Kind.valueOf(text(node, "kind")); }

    private static String text(JsonNode node, String name) { return node.path(name).textValue(); }

    /** What a vendor's answer to a write showed. */
    record Echo(Values values, Map<String, String> handles) {

        static final Echo NONE = new Echo(Values.NONE, Map.of());

        byte[] json() {
            var node = NODES.objectNode();
            node.set("values", LedgerJson.of(values));
            node.set("handles", LedgerJson.of(handles));
            return LedgerJson.bytes(node);
        }

        static Echo read(byte[] json) {
            var node = LedgerJson.read(json);
            return new Echo(LedgerJson.values(node.path("values")), LedgerJson.texts(node.path("handles")));
        }
    }

    static byte[] of(Question question) {
        var node = NODES.objectNode().put("code", question.code().name()).put("subject", question.subject());
        var values = node.putObject("values");
        question.values().forEach((subject, both) -> values.set(subject, of(both)));
        node.set("details", LedgerJson.of(question.reason().details()));
        return LedgerJson.bytes(node);
    }

    static Question question(byte[] json) {
        var node = LedgerJson.read(json);
        var values = new TreeMap<String, Question.Both>();
        for (var one : node.path("values").properties()) values.put(one.getKey(), both(one.getValue()));
        return new Question(new Reason(ReasonCode.valueOf(text(node, "code")), text(node, "subject"), LedgerJson.texts(node.path("details"))), values);
    }

    static byte[] of(Question.Answered answer) {
        var node = NODES.objectNode().put("code", answer.code().name()).put("subject", answer.subject())
            .put("choice", answer.choice().name()).put("value", answer.value());
        if (answer.given() != null) node.set("given", of(answer.given()));
        return LedgerJson.bytes(node);
    }

    static Question.Answered answered(byte[] json) {
        var node = LedgerJson.read(json);
        return new Question.Answered(ReasonCode.valueOf(text(node, "code")), text(node, "subject"),
            Question.Choice.valueOf(text(node, "choice")), text(node, "value"), node.has("given") ? both(node.path("given")) : null);
    }

    private static ObjectNode of(Question.Both both) { return NODES.objectNode().put("source", both.source()).put("target", both.target()); }

    private static Question.Both both(JsonNode node) { return new Question.Both(text(node, "source"), text(node, "target")); }
}
