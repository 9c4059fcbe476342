package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.sandbox.Bucket;

/** The tasks of the taskflows in order of insertion, and which of them are a relation's. */
final class ApTasks {

    private static final String OF = "relationUniqueIdentifier";

    private final Bucket bucket;
    private final Map<String, Set<String>> byRelation = new HashMap<>();

    ApTasks(Bucket bucket) {
        this.bucket = bucket;
        bucket.forEach(this::note);
    }

    Optional<ObjectNode> find(String id) {
        return bucket.get(id);
    }

    List<String> all() {
        return List.copyOf(bucket.ids());
    }

    List<String> of(String relation) {
        return List.copyOf(byRelation.getOrDefault(relation, Set.of()));
    }

    void put(ObjectNode task) {
        var id = task.get("id").textValue();
        forget(id);
        bucket.put(id, task);
        note(id, task);
    }

    void remove(String id) {
        forget(id);
        bucket.remove(id);
    }

    void clear() {
        bucket.clear();
        byRelation.clear();
    }

    private void note(String id, ObjectNode task) {
        byRelation.computeIfAbsent(task.path(OF).asText(), relation -> new LinkedHashSet<>()).add(id);
    }

    private void forget(String id) {
        find(id).map(task -> byRelation.get(task.path(OF).asText())).ifPresent(ids -> ids.remove(id));
    }
}
