package nl.koppelwerk.ledger.postgres;

import static nl.koppelwerk.ledger.postgres.LedgerJson.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/** Plans and what is wanted of them, as the ledger writes them. */
final class PlanJson {

    private PlanJson() { }

    static byte[] of(Plan plan) {
        var node = NODES.objectNode().put("bucket", plan.bucket().name());
        plan.made().ifPresent(side -> node.put("made", side.name()));
        node.set("fields", LedgerJson.array(plan.fields(), PlanJson::planned));
        node.set("reasons", LedgerJson.array(plan.reasons(), LedgerJson::of));
        node.set("shown", shown(plan.shown()));
        return LedgerJson.bytes(node);
    }

    private static ObjectNode shown(Plan.Shown shown) {
        var node = NODES.objectNode();
        node.set("source", LedgerJson.of(shown.source()));
        node.set("target", LedgerJson.of(shown.target()));
        return node;
    }

    private static Plan.Shown shown(JsonNode node) { return new Plan.Shown(LedgerJson.values(node.path("source")), LedgerJson.values(node.path("target"))); }

    static Plan plan(byte[] json) {
        var node = LedgerJson.read(json);
        return new Plan(Plan.Bucket.valueOf(node.path("bucket").asText()), side(node.path("made")),
            LedgerJson.list(node.path("fields"), PlanJson::planned), LedgerJson.list(node.path("reasons"), LedgerJson::reason), shown(node.path("shown")));
    }

    private static Optional<Side> side(JsonNode node) { return node.isMissingNode() ? Optional.empty() : Optional.of(Side.valueOf(node.asText())); }

    private static ObjectNode planned(Planned planned) {
        var node = place(planned.side(), planned.record(), planned.part(), planned.field());
        set(node, "held", LedgerJson.of(planned.held()));
        set(node, "other", LedgerJson.of(planned.other()));
        set(node, "value", LedgerJson.of(planned.value()));
        planned.kept().ifPresent(reason -> node.set("kept", LedgerJson.of(reason)));
        return node;
    }

    private static Planned planned(JsonNode node) {
        var field = field(node);
        return new Planned(side(node.path("side")).orElseThrow(), node.path("record").asText(), part(node), field, LedgerJson.value(field, node.get("held")),
            LedgerJson.value(field, node.get("other")), LedgerJson.value(field, node.get("value")),
            Optional.ofNullable(node.get("kept")).map(LedgerJson::reason));
    }

    static byte[] of(Wanted wanted) {
        var node = wanted instanceof Wanted.Put put ? put(put) : wanted instanceof Wanted.Carry carry ? carry(carry) : NODES.objectNode();
        return LedgerJson.bytes(node.put("by", wanted.by()).put("at", wanted.at().toString()));
    }

    private static ObjectNode put(Wanted.Put put) {
        var node = place(put.side(), put.record(), put.part(), put.field());
        set(node, "value", LedgerJson.of(put.value()));
        set(node, "held", LedgerJson.of(put.held()));
        set(node, "other", LedgerJson.of(put.other()));
        return node;
    }

    private static ObjectNode carry(Wanted.Carry carry) {
        var node = NODES.objectNode().put("partner", carry.partner());
        node.set("shown", shown(carry.shown()));
        node.set("fields", LedgerJson.array(carry.fields().stream().sorted().toList(), NODES::textNode));
        node.set("given", LedgerJson.of(carry.given()));
        return node;
    }

    static Wanted wanted(String id, byte[] json) {
        var node = LedgerJson.read(json);
        var by = node.path("by").asText();
        var at = Instant.parse(node.path("at").asText());
        if (node.has("shown")) return new Wanted.Carry(id, by, at, node.path("partner").asText(), shown(node.path("shown")),
            new HashSet<>(LedgerJson.list(node.path("fields"), JsonNode::asText)), LedgerJson.values(node.path("given")));
        if (!node.has("field")) return new Wanted.Cut(id, by, at);
        var field = field(node);
        return new Wanted.Put(id, by, at, side(node.path("side")).orElseThrow(), node.path("record").asText(), part(node), field, LedgerJson.value(field, node.get("value")),
            LedgerJson.value(field, node.get("held")), LedgerJson.value(field, node.get("other")), false);
    }

    private static ObjectNode place(Side side, String record, PartKey part, Field<?> field) {
        return NODES.objectNode().put("side", side.name()).put("record", record).put("part", part.toString()).put("field", field.name());
    }

    private static PartKey part(JsonNode node) { return PartKey.parse(node.path("part").asText()); }

    private static Field<?> field(JsonNode node) { return Fields.named(node.path("field").asText()).orElseThrow(); }

    private static void set(ObjectNode node, String name, JsonNode value) {
        if (!value.isMissingNode()) node.set(name, value);
    }
}
