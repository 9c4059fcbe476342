package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Bucket;

/** The relations in order of insertion, by {@code uniqueIdentifier}; kept with all members side by side, by their English names. */
final class ApRelations {

    private final Bucket bucket;
    private final Set<String> inactive = new HashSet<>();
    private final Map<String, String> byUuid = new HashMap<>();

    ApRelations(Bucket bucket) {
        this.bucket = bucket;
        bucket.forEach(this::note);
    }

    Optional<ObjectNode> find(String identifier) {
        return bucket.get(identifier);
    }

    Optional<String> ofUuid(String uuid) {
        return Optional.ofNullable(byUuid.get(uuid));
    }

    void put(ObjectNode relation) {
        var identifier = relation.get("uniqueIdentifier").textValue();
        bucket.put(identifier, relation);
        note(identifier, relation);
    }

    void remove(String identifier) {
        find(identifier).ifPresent(gone -> byUuid.remove(gone.path("id").asText()));
        inactive.remove(identifier);
        bucket.remove(identifier);
    }

    void clear() {
        bucket.clear();
        inactive.clear();
        byUuid.clear();
    }

    List<String> all(boolean withInactive) {
        return bucket.ids().stream().filter(identifier -> withInactive || !inactive.contains(identifier)).toList();
    }

    Stream<ObjectNode> records() {
        return bucket.ids().stream().map(identifier -> bucket.get(identifier).orElseThrow());
    }

    List<String> those(List<String> of, Predicate<ObjectNode> fitting) {
        return of.stream().filter(identifier -> fitting.test(find(identifier).orElseThrow())).toList();
    }

    private void note(String identifier, ObjectNode relation) {
        byUuid.put(relation.path("id").asText(), identifier);
        if (relation.path("inactive").asBoolean()) {
            inactive.add(identifier);
        } else {
            inactive.remove(identifier);
        }
    }
}
