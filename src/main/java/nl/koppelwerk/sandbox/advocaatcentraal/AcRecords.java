package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Bucket;

/** The relations of the office, in the order of their last change. Moments are kept as milliseconds, versions as numbers. */
final class AcRecords {

    /** A relation's place in the list: its moment of change, then its id. */
    record Place(long changed, String id) {
        static final Comparator<Place> ORDER = Comparator.comparingLong(Place::changed).thenComparing(Place::id);
    }

    private final Bucket bucket;
    private final AcStamps stamps;
    private final TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    private final Map<String, Place> byId = new HashMap<>();

    private Consumer<ObjectNode> changed = relation -> { };

    AcRecords(Bucket bucket, AcStamps stamps) {
        this.bucket = bucket;
        this.stamps = stamps;
        bucket.forEach(this::place);
    }

    Optional<ObjectNode> find(String id) {
        return bucket.get(id);
    }

    /** Keeps a change; what touches the relation moves its moment and its version. */
    void save(ObjectNode relation, boolean touches) {
        if (touches) {
            relation.put("versie", relation.path("versie").asInt() + 1).put("gewijzigdOp", stamps.now());
        }
        put(relation);
        changed.accept(relation);
    }

    /** Names who hears of every change that is not seeding. */
    void onChange(Consumer<ObjectNode> listener) {
        changed = listener;
    }

    void put(ObjectNode relation) {
        var id = relation.get("id").textValue();
        bucket.put(id, relation);
        place(id, relation);
    }

    void remove(String id) {
        bucket.remove(id);
        Optional.ofNullable(byId.remove(id)).ifPresent(places::remove);
    }

    void clear() {
        bucket.clear();
        places.clear();
        byId.clear();
    }

    /** The places behind one (or from the start), oldest change first. */
    Iterable<Place> after(Place place) {
        return place == null ? places : places.tailSet(place, false);
    }

    List<Place> all(Comparator<Place> order) {
        return places.stream().sorted(order).toList();
    }

    Optional<Place> place(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void place(String id, ObjectNode relation) {
        var place = new Place(relation.get("gewijzigdOp").longValue(), id);
        Optional.ofNullable(byId.put(id, place)).ifPresent(places::remove);
        places.add(place);
    }
}
