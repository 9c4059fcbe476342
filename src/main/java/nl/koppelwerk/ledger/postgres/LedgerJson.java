package nl.koppelwerk.ledger.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * Values and reasons as the ledger writes them. A value is its text, an empty one {@code null}, an absent one is left out;
 * an invalid one keeps its reason, which only the system's own form of it may have told (an amount in dollars).
 */
final class LedgerJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LedgerJson() { }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new IllegalStateException("what the ledger stored is no JSON", broken);
        }
    }

    static JsonNode read(String json) { return read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)); }

    static ObjectNode of(Values values) {
        var node = NODES.objectNode();
        values.asMap().forEach((field, value) -> put(node, field.name(), value));
        return node;
    }

    private static void put(ObjectNode node, String name, Value<?> value) {
        if (value.isEmpty()) node.putNull(name);
        else if (value instanceof Value.Invalid<?> invalid) node.putObject(name).put("text", invalid.text()).put("reason", invalid.reason().name());
        else if (value.isFilled()) node.put(name, value.text());
    }

    /** A field that the catalogue no longer has is left out. */
    static Values values(JsonNode node) {
        var values = Values.NONE;
        for (var member : node.properties()) {
            var field = Fields.named(member.getKey());
            if (field.isPresent()) values = values.with(field.get(), value(field.get(), member.getValue()));
        }
        return values;
    }

    static JsonNode of(Value<?> value) {
        if (value.isAbsent()) return NODES.missingNode();
        return value.isEmpty() ? NODES.nullNode() : NODES.textNode(value.text());
    }

    static Value<?> value(Field<?> field, JsonNode node) {
        if (node == null || node.isMissingNode()) return Value.absent();
        if (node.isObject()) return new Value.Invalid<>(node.path("text").textValue(), ReasonCode.valueOf(node.path("reason").textValue()));
        return node.isNull() ? Value.empty() : field.type().parse(node.textValue());
    }

    static ObjectNode of(Map<String, String> texts) {
        var node = NODES.objectNode();
        new TreeMap<>(texts).forEach(node::put);
        return node;
    }

    static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        for (var member : node.properties()) texts.put(member.getKey(), member.getValue().textValue());
        return texts;
    }

    static Json reasons(Collection<Reason> reasons) {
        return new Json(array(reasons, LedgerJson::of).toString());
    }

    static ObjectNode of(Reason reason) {
        var node = NODES.objectNode().put("code", reason.code().name()).put("subject", reason.subject());
        node.set("details", of(reason.details()));
        return node;
    }

    static List<Reason> reasons(String json) { return list(read(json), LedgerJson::reason); }

    static Reason reason(JsonNode node) {
        return new Reason(ReasonCode.valueOf(node.path("code").asText()), node.path("subject").asText(), texts(node.path("details")));
    }

    static <T> ArrayNode array(Collection<T> all, Function<T, ? extends JsonNode> of) {
        var nodes = NODES.arrayNode();
        all.forEach(one -> nodes.add(of.apply(one)));
        return nodes;
    }

    static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> of) {
        var all = new ArrayList<T>();
        nodes.forEach(node -> all.add(of.apply(node)));
        return all;
    }

    static <E extends Enum<E>> ArrayNode names(Collection<E> all) { return array(all.stream().sorted().toList(), one -> NODES.textNode(one.name())); }
}
