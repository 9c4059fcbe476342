package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;

/** The bytes of writes: creates as one tree with what is filled, updates with the changed members only. */
@ApplicationScoped
class TribeBodies {

    /** The list, in {@link References}, that names the office's own organisation. */
    static final String OWN = "own-organisation";

    private static final ObjectMapper JSON = new JsonMapper();

    private final TribeChoices choices;

    TribeBodies(TribeChoices choices) { this.choices = choices; }

    byte[] of(Step.Write write, References references) {
        try {
            return JSON.writeValueAsBytes(write.action() == Step.Action.CREATE ? create(write, references) : update(write, references));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode create(Step.Write write, References references) {
        if (write.part().kind() == PartKind.ROLE) return role(write, references);
        var reference = choices.keepsImportId() ? write.reference() : "";
        var tree = TribeTables.table(write.rootKind(), write.part().kind()).orElseThrow().create(write.values(), reference, references);
        if (write.part().kind() == PartKind.CONTACT) refer(tree, "Relation", write.root());
        return tree;
    }

    /** A role ties a relation to the office's own organisation. */
    private static ObjectNode role(Step.Write write, References references) {
        var tree = JsonNodeFactory.instance.objectNode();
        refer(tree, "Relation", ownOrganisation(references));
        refer(tree, write.rootKind() == Kind.ORGANISATION ? "Organization" : "Person", write.root());
        return tree;
    }

    /** Empty where the list was not read, or the office has none. */
    static String ownOrganisation(References references) {
        return references.lists().getOrDefault(OWN, java.util.Map.of()).values().stream().findFirst().orElse("");
    }

    private ObjectNode update(Step.Write write, References references) {
        var table = TribeTables.table(write.rootKind(), write.part().kind()).orElseThrow();
        // A record inside another that is not there yet is made by its parent's update.
        if (TribeTarget.makesNested(write)) return withId(write, table.create(write.values(), "", references));
        var body = table.update(write.values(), write.old(), references).get(write.resource());
        return withId(write, body == null ? JsonNodeFactory.instance.objectNode() : body);
    }

    private ObjectNode withId(Step.Write write, ObjectNode body) {
        return choices.postsWithId() ? JsonNodeFactory.instance.objectNode().put("ID", TribeTarget.of(write).id()).setAll(body) : body;
    }

    private static void refer(ObjectNode tree, String navigation, String id) {
        tree.set(navigation, JsonNodeFactory.instance.objectNode().put("ID", id));
    }
}
