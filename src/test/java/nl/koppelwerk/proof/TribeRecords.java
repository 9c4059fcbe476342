package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tribe's records as its export has them, with what leads from one to another. */
final class TribeRecords {

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, List<JsonNode>> roots = new TreeMap<>();
    private final Map<String, List<JsonNode>> contacts = new HashMap<>();
    private final Map<String, List<String>> roles = new HashMap<>();
    private final List<JsonNode> persons = new ArrayList<>();
    private final Set<String> contactPersons = new HashSet<>();
    private final Set<String> functions = new HashSet<>();

    TribeRecords(List<JsonNode> export) {
        export.forEach(this::take);
    }

    private void take(JsonNode record) {
        var set = text(record.get("_Set"));
        byId.put(text(record.get("ID")), record);
        if (set.equals("Relation_Organization") || set.equals("Relation_Person")) {
            root(set, record);
        } else if (set.equals("Relationship_Person_Contact_Standard") || set.endsWith("_Employee")) {
            contacts.computeIfAbsent(id(record, "Relation"), id -> new ArrayList<>()).add(record);
            contactPersons.add(id(record, "Person"));
        } else if (set.contains("CommercialRelationship") || set.endsWith("_Supplier")) {
            roles.computeIfAbsent(id(record, set.contains("_Person_") ? "Person" : "Organization"), id -> new ArrayList<>())
                    .add(set.substring(set.lastIndexOf('_') + 1));
        } else if (set.equals("Datastore_Role")) {
            functions.add(text(record.get("Name")));
        }
    }

    private void root(String set, JsonNode record) {
        var reference = text(record.path("ImportId"));
        if (set.equals("Relation_Person")) {
            persons.add(record);
        }
        // A contact's person carries a reference too, with the contact in it; a root's is the bare id.
        if (reference.matches("AC-\\d+")) {
            roots.computeIfAbsent(reference, id -> new ArrayList<>()).add(record);
        }
    }

    /** All roots by the id of AdvocaatCentraal that they carry. */
    Map<String, List<JsonNode>> roots() {
        return roots;
    }

    List<JsonNode> contacts(JsonNode organisation) {
        return contacts.getOrDefault(text(organisation.get("ID")), List.of());
    }

    List<String> roles(JsonNode root) {
        return roles.getOrDefault(text(root.get("ID")), List.of()).stream().sorted().toList();
    }

    boolean hasFunction(String name) {
        return functions.contains(name);
    }

    /** The record that a navigation leads to. */
    JsonNode follow(JsonNode record, String navigation) {
        return byId.getOrDefault(id(record, navigation), MissingNode.getInstance());
    }

    /** Persons that are neither a relation nor anybody's contact: what a create leaves behind that was sent twice. */
    List<String> loosePersons() {
        return persons.stream().filter(person -> !text(person.path("ImportId")).matches("AC-\\d+"))
                .map(person -> text(person.get("ID"))).filter(id -> !contactPersons.contains(id)).toList();
    }

    private static String id(JsonNode record, String navigation) {
        return text(record.path(navigation).path("ID"));
    }
}
