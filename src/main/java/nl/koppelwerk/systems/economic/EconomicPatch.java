package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/**
 * The changed members of a record, as they are stored with the intent. e-conomic takes whole records only, so the update
 * reads the record and lays this over it.
 *
 * @param clear members that go: a null would be refused
 */
record EconomicPatch(ObjectNode set, List<String> clear) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    /** @param changed with a null for each member that is emptied */
    static EconomicPatch of(ObjectNode changed) {
        var set = JsonNodeFactory.instance.objectNode();
        var clear = new TreeSet<String>();
        changed.properties().forEach(member -> {
            if (member.getValue().isNull()) clear.add(member.getKey());
            else set.set(member.getKey(), member.getValue());
        });
        return new EconomicPatch(set, List.copyOf(clear));
    }

    static EconomicPatch read(byte[] stored) {
        try {
            var json = JSON.readTree(stored);
            var clear = new TreeSet<String>();
            json.path("clear").forEach(name -> clear.add(name.asText()));
            return new EconomicPatch((ObjectNode) json.path("set"), List.copyOf(clear));
        } catch (IOException | ClassCastException notOurs) {
            throw new IllegalArgumentException("not a patch", notOurs);
        }
    }

    byte[] bytes() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("set", set);
        clear.forEach(json.putArray("clear")::add);
        return bytes(json);
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The record with what changes; a text that only breaks its lines otherwise stays as it was typed. */
    ObjectNode onto(ObjectNode record) {
        var laid = record.deepCopy();
        set.properties().stream().filter(member -> !reads(laid.path(member.getKey())).equals(reads(member.getValue())))
            .forEach(member -> laid.set(member.getKey(), member.getValue()));
        laid.remove(clear);
        return laid;
    }

    private static String reads(JsonNode node) {
        return node.isTextual() ? node.textValue().strip().replaceAll("\\s*(?:,\\s+|,?\\s*\\R\\s*)", ", ") : node.toString();
    }
}
