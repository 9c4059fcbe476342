package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Codes;

/** Which relations have a task of which taskflow, collected task by task; no address answers that. */
final class Taskflows {

    /** The reference list of their names. */
    static final String LIST = "taskflows";

    private final Instant at;
    private final Map<String, Set<String>> byRelation = new HashMap<>();
    private final Map<String, String> names = new TreeMap<>();

    Taskflows(Instant at) { this.at = at; }

    /** When the first of them was asked for: what follows from them is no younger. */
    Instant at() { return at; }

    /** A task that does not say whose it is or of which taskflow tells nothing; one that does not apply makes its relation known and no more. */
    void add(JsonNode task) {
        var relation = task.path("relationUniqueIdentifier").asText("");
        var name = name(task.path("templateName").asText(""));
        if (!name.isEmpty()) names.putIfAbsent(name, name);
        if (relation.isEmpty()) return;
        var its = byRelation.computeIfAbsent(relation, none -> new HashSet<>());
        if (!name.isEmpty() && !task.path("inapplicable").asBoolean()) its.add(names.get(name));
    }

    /** In a set of codes a comma stands between two. */
    private static String name(String typed) { return typed.replaceAll("[,\\p{Cntrl}\\s]+", " ").strip(); }

    boolean knows(String relation) { return byRelation.containsKey(relation); }

    Codes of(String relation) { return Codes.of(byRelation.getOrDefault(relation, Set.of())); }

    References references() { return new References(Map.of(LIST, Map.copyOf(names))); }
}
