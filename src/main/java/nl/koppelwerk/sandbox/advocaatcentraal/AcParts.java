package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** The contacts and addresses of a relation as a person at the screen adds, changes and removes them. */
final class AcParts {

    private final Ids ids;

    AcParts(Ids ids) {
        this.ids = ids;
    }

    ObjectNode add(ObjectNode relation, String parts, ObjectNode part) {
        var list = list(parts);
        relation.withArray(list).add(list.equals("contactpersonen") ? named(part) : part);
        return relation;
    }

    ObjectNode patch(ObjectNode relation, String parts, String key, ObjectNode change) {
        Json.merge((ObjectNode) relation.get(list(parts)).get(place(relation, list(parts), key)), change);
        return relation;
    }

    ObjectNode remove(ObjectNode relation, String parts, String key) {
        ((ArrayNode) relation.get(list(parts))).remove(place(relation, list(parts), key));
        return relation;
    }

    /** Gives a contact its id, if it has none. */
    ObjectNode named(JsonNode contact) {
        return contact.has("id") ? (ObjectNode) contact : ((ObjectNode) contact).put("id", "AC-C-" + (900_000 + ids.number()));
    }

    private static int place(ObjectNode relation, String list, String key) {
        for (var i = 0; i < relation.path(list).size(); i++) {
            if (relation.get(list).get(i).path(list.equals("adressen") ? "type" : "id").asText().equals(key)) {
                return i;
            }
        }
        throw refused("no " + key + " in " + list);
    }

    private static String list(String step) {
        return switch (step) {
            case "contacts" -> "contactpersonen";
            case "addresses" -> "adressen";
            default -> throw refused("a relation has contacts and addresses");
        };
    }

    private static Refused refused(String detail) {
        return new Refused(Answer.problem(404, "Refused", detail));
    }
}
