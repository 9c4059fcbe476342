package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;

/** A barred customer is inactive; of others nothing is said, whether the vendor sends {@code false} or leaves it out. */
record Barred() implements Codec<Status> {

    @Override public String name() { return "inactive where true"; }

    @Override public Value<Status> read(JsonNode node, Missing missing) {
        return node.asBoolean(false) ? Status.TYPE.of(Status.INACTIVE) : Value.empty();
    }

    @Override public JsonNode write(Status value, References references) { return MissingNode.getInstance(); }
}
