package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;

/** A record as SnelStart takes it: always whole. */
final class WholeRelatie {

    /** The one member that is shown and not taken; the others that SnelStart sets by itself are part of its model of a write. */
    private static final String SHOWN_ONLY = "fax";

    private static final Map<String, String> NEEDED = Map.of("straat", "street", "postcode", "postalCode", "plaats", "city");

    private WholeRelatie() { }

    /** The record with the changed members; what they do not name stays as it came, inside an address too. */
    static ObjectNode laid(ObjectNode record, ObjectNode changed) {
        var laid = record.deepCopy();
        lay(changed, laid);
        return laid;
    }

    private static void lay(ObjectNode changed, ObjectNode onto) {
        changed.properties().forEach(member -> {
            // What has an id is a reference: it is exchanged, not mended.
            boolean isPlain = !(member.getValue() instanceof ObjectNode part) || part.has("id");
            if (isPlain) onto.set(member.getKey(), member.getValue());
            else lay((ObjectNode) member.getValue(), object(onto, member.getKey()));
        });
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    static ObjectNode sendable(ObjectNode record, boolean nullsLeftOut) {
        record.remove(SHOWN_ONLY);
        if (nullsLeftOut) strip(record);
        return record;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) object.properties().removeIf(member -> member.getValue().isNull());
        node.forEach(WholeRelatie::strip);
    }

    /**
     * Why this write would leave half an address (REL-0060): a contact person stands in it, so one without an address is half of one too.
     * Empty where the write has nothing to do with it.
     */
    static Optional<Reason> halfAddress(Step.Write write, JsonNode result) {
        var address = result.path(SnelStartTables.VISIT);
        boolean isTouched = Stream.of(Fields.VISIT_ADDRESS, Fields.CONTACT_PERSON).anyMatch(write.values().fields()::contains);
        boolean isNone = Stream.concat(NEEDED.keySet().stream(), Stream.of("contactpersoon")).allMatch(member -> isBlank(address.path(member)));
        var missing = Stream.of("straat", "postcode", "plaats").filter(member -> isBlank(address.path(member))).map(NEEDED::get).map(part -> Said.word("word." + part))
            .collect(Collectors.joining(", "));
        if (!isTouched || isNone || missing.isEmpty()) return Optional.empty();
        return Optional.of(new Reason(ReasonCode.ADDRESS_INCOMPLETE, Fields.VISIT_ADDRESS.name(), Map.of("system", SnelStartConnector.LABEL, "missing", missing)));
    }

    private static boolean isBlank(JsonNode text) { return text.isNull() || text.asText("").isBlank(); }
}
