package nl.koppelwerk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.mapping.References;

/** What a vendor does with a body: keep it, member by member, and show navigations expanded. Shares no code with the tables. */
final class WireStore {

    static final String NEW_ID = "new";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID_OF = "ref:";

    /** Lists in which everything stands. */
    static final References LISTS = new References(new Any<>() {
        @Override public Map<String, String> getOrDefault(Object list, Map<String, String> otherwise) {
            return new Any<>() { @Override public String get(Object name) { return ID_OF + name; } };
        }
    });

    private ObjectNode record;

    WireStore(JsonNode record) { this.record = record.deepCopy(); }

    JsonNode shown() {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(record));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void take(Map<String, ObjectNode> bodies) { bodies.forEach((resource, body) -> take(at(resource), body)); }

    private void take(ObjectNode stored, ObjectNode body) {
        body.properties().forEach(member -> {
            boolean isMended = stored.get(member.getKey()) instanceof ObjectNode && member.getValue() instanceof ObjectNode part && reference(part).isEmpty();
            if (isMended) take((ObjectNode) stored.get(member.getKey()), (ObjectNode) member.getValue());
            else stored.set(member.getKey(), expanded(member.getValue()));
        });
    }

    /** The id of a list's entry that an object refers to; empty for any other object. */
    private static String reference(ObjectNode object) {
        return java.util.stream.Stream.of("ID", "id").map(name -> object.path(name).asText("")).filter(id -> id.startsWith(ID_OF)).findFirst().orElse("");
    }

    /** A new tree: every record in it gets an id. */
    static WireStore born(ObjectNode tree, String idMember, Set<String> resources) {
        var store = new WireStore(tree);
        store.record.properties().forEach(member -> member.setValue(expanded(member.getValue())));
        store.record.put(idMember, NEW_ID);
        for (var resource : resources) {
            var nested = store.record.path(resource);
            if (nested instanceof ObjectNode object && !object.has(idMember)) object.put(idMember, NEW_ID + "-" + resource);
        }
        return store;
    }

    private static JsonNode expanded(JsonNode node) {
        if (!(node instanceof ObjectNode object)) return node;
        var id = reference(object);
        if (id.isEmpty()) {
            object.properties().forEach(member -> member.setValue(expanded(member.getValue())));
            return object;
        }
        var name = id.substring(ID_OF.length());
        return JsonNodeFactory.instance.objectNode().put(object.has("ID") ? "ID" : "id", id).put("Name", name).put("Code", name)
            .put("landcodeISO", name);
    }

    private ObjectNode at(String resource) {
        if (resource.isEmpty()) return record;
        if (!resource.contains("[")) return (ObjectNode) record.get(resource);
        var type = resource.substring(resource.indexOf('=') + 1, resource.indexOf(']'));
        for (var element : record.get(resource.substring(0, resource.indexOf('['))))
            if (element.path("type").asText().equals(type)) return (ObjectNode) element;
        throw new IllegalStateException("no " + resource);
    }

    private abstract static class Any<V> extends AbstractMap<String, V> {
        @Override public Set<Entry<String, V>> entrySet() { return Set.of(); }
    }
}
