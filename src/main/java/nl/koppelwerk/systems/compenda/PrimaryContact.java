package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** Of the contacts of a relation the full name of the primary one; computed, so nothing can be written back. */
record PrimaryContact() implements Codec<String> {

    @Override public String name() { return "full name of the primary contact"; }

    @Override public Value<String> read(JsonNode node, Missing missing) {
        return node.isArray() ? Text.TYPE.parse(fullName(primary(node))) : new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
    }

    /** The first that is marked; where none is, the first: an order that the answer gives, and that does not move by itself. */
    private static JsonNode primary(JsonNode contacts) {
        return StreamSupport.stream(contacts.spliterator(), false).filter(contact -> contact.path("isPrimary").asBoolean()).findFirst()
            .orElse(contacts.path(0));
    }

    private static String fullName(JsonNode contact) {
        return Stream.of("firstName", "prefix", "lastName").map(part -> contact.path(part).asText("").strip()).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    }

    @Override public JsonNode write(String value, References references) { return MissingNode.getInstance(); }
}
