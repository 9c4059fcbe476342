package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;

/** The bytes of writes: creates with what is filled, updates as merge patches with the changed members only. */
@ApplicationScoped
class ClickmateBodies {

    /** What comes from e-conomic is a customer already, and goes on by itself. */
    private static final String NEW_LIFECYCLE = "ACTIVE";
    private static final boolean NEW_AUTO_SYNC = true;

    private static final ObjectMapper JSON = new JsonMapper();

    private final ClickmateChoices choices;

    ClickmateBodies(ClickmateChoices choices) { this.choices = choices; }

    byte[] of(Step.Write write, References references) {
        return bytes(write.action() == Step.Action.CREATE ? create(write, references) : update(write, references));
    }

    private ObjectNode create(Step.Write write, References references) {
        var table = choices.table(write.rootKind(), write.part().kind()).orElseThrow();
        var tree = table.create(write.values(), write.reference(), references);
        return write.part().equals(PartKey.ROOT) ? tree.put("lifecycle", NEW_LIFECYCLE).put("autoSync", NEW_AUTO_SYNC) : tree;
    }

    private ObjectNode update(Step.Write write, References references) {
        var table = choices.table(write.rootKind(), write.part().kind()).orElseThrow();
        var body = table.update(write.values(), write.old(), references).get(write.resource());
        return body == null ? JsonNodeFactory.instance.objectNode() : body;
    }

    /** An array is replaced whole, so what the customer keeps for other systems goes along with ours. */
    static byte[] withReference(byte[] body, JsonNode customer, String ours) {
        try {
            var patch = (ObjectNode) JSON.readTree(body);
            var references = patch.putArray(ClickmateTables.REFERENCES);
            customer.path(ClickmateTables.REFERENCES).forEach(known -> {
                if (!known.path("system").asText().equals(ClickmateTables.OTHER_SYSTEM)) references.add(known);
            });
            if (!ours.isEmpty()) references.addObject().put("system", ClickmateTables.OTHER_SYSTEM).put("id", ours);
            return bytes(patch);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
