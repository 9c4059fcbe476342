package nl.koppelwerk.ledger.postgres;

import static nl.koppelwerk.ledger.postgres.LedgerJson.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;

/** A pair as three texts: both baselines, and all the rest. */
final class PairJson {

    private PairJson() { }

    static byte[] of(Baseline baseline) {
        var node = NODES.objectNode();
        baseline.parts().forEach((part, values) -> node.set(part.toString(), LedgerJson.of(values)));
        return LedgerJson.bytes(node);
    }

    static Baseline baseline(byte[] json) {
        var parts = new TreeMap<PartKey, Values>();
        for (var part : LedgerJson.read(json).properties()) parts.put(PartKey.parse(part.getKey()), LedgerJson.values(part.getValue()));
        return new Baseline(parts);
    }

    /** Partners, gone sides, recent writes and standing differences, in an order that does not depend on how they came. */
    static byte[] rest(Pair pair) {
        var node = NODES.objectNode();
        node.set("partners", LedgerJson.array(pair.partners().stream().sorted(Comparator.comparing(Partners::key)).toList(),
            p -> NODES.objectNode().put("key", p.key().toString()).put("source", p.source()).put("target", p.target())));
        node.set("gone", LedgerJson.names(pair.gone()));
        node.set("recent", LedgerJson.array(pair.recent(), PairJson::sent));
        var standing = node.putObject("standing");
        pair.standing().forEach((subject, reason) -> standing.set(subject, LedgerJson.of(reason)));
        return LedgerJson.bytes(node);
    }

    static Pair pair(String facet, String source, String target, Baseline sourceBaseline, Baseline targetBaseline, byte[] rest) {
        var node = LedgerJson.read(rest);
        var gone = new HashSet<>(LedgerJson.list(node.path("gone"), side -> Side.valueOf(side.asText())));
        var standing = new TreeMap<String, Reason>();
        for (Map.Entry<String, JsonNode> one : node.path("standing").properties()) standing.put(one.getKey(), LedgerJson.reason(one.getValue()));
        return new Pair(facet, source, target, sourceBaseline, targetBaseline, LedgerJson.list(node.path("partners"), PairJson::partners),
            gone, LedgerJson.list(node.path("recent"), PairJson::sent), standing);
    }

    private static Partners partners(JsonNode node) {
        return new Partners(PartKey.parse(node.path("key").asText()), node.path("source").asText(), node.path("target").asText());
    }

    private static ObjectNode sent(Sent sent) {
        var node = NODES.objectNode().put("side", sent.side().name()).put("part", sent.part().toString()).put("field", sent.field().name())
            .put("at", sent.at().toString()).put("confirmed", sent.confirmed());
        set(node, "sent", LedgerJson.of(sent.sent()));
        set(node, "old", LedgerJson.of(sent.old()));
        set(node, "other", LedgerJson.of(sent.otherHeld()));
        return node;
    }

    private static void set(ObjectNode node, String name, JsonNode value) {
        if (!value.isMissingNode()) node.set(name, value);
    }

    private static Sent sent(JsonNode node) {
        var field = Fields.named(node.path("field").asText()).orElseThrow();
        return new Sent(Side.valueOf(node.path("side").asText()), PartKey.parse(node.path("part").asText()), field,
            LedgerJson.value(field, node.get("sent")), LedgerJson.value(field, node.get("old")), LedgerJson.value(field, node.get("other")),
            Instant.parse(node.path("at").asText()), node.path("confirmed").asBoolean());
    }
}
