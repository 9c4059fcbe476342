package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.koppelwerk.sandbox.Bucket;

/** The customers of the account with their contacts, in the order of their last change. Moments are kept as milliseconds, versions as numbers. */
final class CmCustomers {

    /** A customer's place in the list: its moment of change, then its id. */
    record Place(long changed, String id) {
        static final Comparator<Place> ORDER = Comparator.comparingLong(Place::changed).thenComparing(Place::id);
    }

    private final Bucket bucket;
    private final TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    private final Map<String, Place> byId = new HashMap<>();

    CmCustomers(Bucket bucket) {
        this.bucket = bucket;
        bucket.forEach(this::place);
    }

    Optional<ObjectNode> find(String id) {
        return bucket.get(id);
    }

    void put(ObjectNode customer) {
        var id = customer.get("id").textValue();
        bucket.put(id, customer);
        place(id, customer);
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

    Optional<Place> place(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void place(String id, ObjectNode customer) {
        var place = new Place(customer.get("modifiedAt").longValue(), id);
        Optional.ofNullable(byId.put(id, place)).ifPresent(places::remove);
        places.add(place);
    }
}
