package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Records in the order of their last change: {@code id} and {@code modifiedAt} (milliseconds) are members of each. */
public final class ByChange {

    /** A record's place in the list: its moment of change, then its id. */
    public record Place(long changed, String id) {
        static final Comparator<Place> ORDER = Comparator.comparingLong(Place::changed).thenComparing(Place::id);
    }

    private final Bucket bucket;
    private final TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    private final Map<String, Place> byId = new HashMap<>();

    public ByChange(Bucket bucket) {
        this.bucket = bucket;
        bucket.forEach(this::place);
    }

    public Optional<ObjectNode> find(String id) {
        return bucket.get(id);
    }

    public void put(ObjectNode record) {
        var id = record.get("id").textValue();
        bucket.put(id, record);
        place(id, record);
    }

    public void remove(String id) {
        bucket.remove(id);
        Optional.ofNullable(byId.remove(id)).ifPresent(places::remove);
    }

    public void clear() {
        bucket.clear();
        places.clear();
        byId.clear();
    }

    /** The places behind one (or from the start), oldest change first. */
    public Iterable<Place> after(Place place) {
        return place == null ? places : places.tailSet(place, false);
    }

    public Optional<Place> place(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void place(String id, ObjectNode record) {
        var place = new Place(record.get("modifiedAt").longValue(), id);
        Optional.ofNullable(byId.put(id, place)).ifPresent(places::remove);
        places.add(place);
    }
}
