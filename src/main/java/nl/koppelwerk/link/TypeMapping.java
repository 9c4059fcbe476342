package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/** Which relation type of the source becomes which role in the target; an empty one is not synchronised (AC-13, AC-14). */
record TypeMapping(Map<String, String> roles) {

    static TypeMapping of(JsonNode settings) {
        Map<String, String> roles = new TreeMap<>();
        settings.fields().forEachRemaining(type -> {
            if (!type.getValue().asText("").isBlank()) roles.put(type.getKey(), type.getValue().asText());
        });
        return new TypeMapping(roles);
    }

    /** The roles of a relation, in the order of its types, each once. */
    Set<String> of(Relation relation) {
        Set<String> found = new LinkedHashSet<>();
        for (String type : types(relation)) if (roles.containsKey(type)) found.add(roles.get(type));
        return found;
    }

    private static Set<String> types(Relation relation) {
        return relation.values().get(Fields.RELATION_TYPES) instanceof Value.Present<Codes> types ? types.value().all() : Set.of();
    }
}
