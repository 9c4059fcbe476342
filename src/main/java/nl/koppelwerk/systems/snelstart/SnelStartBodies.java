package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;

/** The bytes of writes, which are stored before the call: a create whole, an update as the changed members that it will be made of. */
@ApplicationScoped
class SnelStartBodies {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    byte[] of(Step.Write write, References references) {
        return bytes(write.action() == Step.Action.CREATE ? create(write, references) : update(write, references));
    }

    private static ObjectNode create(Step.Write write, References references) {
        var tree = SnelStartTables.table(write.rootKind(), write.part().kind()).orElseThrow().create(write.values(), "", references);
        OwnNumber.of(write.reference()).ifPresent(number -> tree.put(OwnNumber.member(SnelStartResource.of(write.rootKind())), number));
        return tree;
    }

    private static ObjectNode update(Step.Write write, References references) {
        var changed = SnelStartTables.toChange(write.rootKind()).update(write.values(), references).get("");
        return changed == null ? JsonNodeFactory.instance.objectNode() : changed;
    }

    static ObjectNode read(byte[] stored) {
        try {
            return (ObjectNode) JSON.readTree(stored);
        } catch (IOException | ClassCastException notOurs) {
            throw new IllegalArgumentException("not a body of ours", notOurs);
        }
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
