package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Values;

/** What the core asks for next. */
public sealed interface Step {

    /** Whom it is put to. */
    static Side sideOf(Step step) {
        if (step instanceof Read read) return read.side();
        if (step instanceof Search search) return search.side();
        return step instanceof Repeat repeat ? repeat.delivery().write().side() : ((Write) step).side();
    }

    /**
     * Read a root with its parts.
     *
     * @param kind  what the root is, or null while nobody knows: then the reader finds out, also whether it is a part
     * @param whole also read the kinds of parts that an ordinary look leaves out
     */
    record Read(Side side, String root, Kind kind, boolean whole) implements Step {

        public Read wholly() { return new Read(side, root, kind, true); }
    }

    /**
     * Find roots of a side by keys: the hub's own index, and the vendor's exact filter on our reference where it has one.
     *
     * @param upToNow a record is about to be made: what the vendor has got meanwhile counts too
     */
    record Search(Side side, Kind kind, List<MatchKey> keys, Optional<String> ownReference, boolean upToNow) implements Step {

        public Search(Side side, Kind kind, List<MatchKey> keys, Optional<String> ownReference) { this(side, kind, keys, ownReference, false); }

        Search now() { return new Search(side, kind, keys, ownReference, true); }
    }

    /**
     * Write one wire record.
     *
     * @param root        the root it belongs to; empty when the root itself is made
     * @param rootKind    tables and sets differ by it
     * @param partId      the part's id on that side; empty when the part is made
     * @param resource    the wire record of the part that carries the fields; empty for the part's own
     * @param resourceId  the id of that wire record; empty for the part's own, or when it is made
     * @param values      for an update the changed fields only, in the form of that side
     * @param old         what that side holds in those fields now
     * @param otherHeld   what the other side holds in those fields now
     * @param version     the version the write was decided on; empty where the system has none
     * @param reference   our reference to give along with a create; empty otherwise
     * @param destructive how many of the fields count against the brake
     */
    record Write(Side side, String root, Kind rootKind, PartKey part, String partId, String resource, String resourceId, Action action,
                 Values values, Values old, Values otherHeld, String version, String reference, int destructive)
        implements Step {

        /** The name of this write within the root: the part and the resource. */
        public String target() { return resource.isEmpty() ? part.toString() : part + "#" + resource; }

        /** Its fields, so that what is seen next can be told from a person's edit. */
        public List<Sent> sent(Instant at) {
            return values.fields().stream().map(field -> new Sent(side, part, field, values.get(field), old.get(field), otherHeld.get(field), at, false)).toList();
        }

        /** Keys that the root, as it was seen there, has only by this update. */
        public List<MatchKey> given(Rules rules, Sighting there) {
            if (action != Action.UPDATE || !part.equals(PartKey.ROOT)) return List.of();
            var before = rules.identity(side, root, there.relation());
            var after = there.relation().with(there.relation().values().with(values));
            return rules.identity(side, root, after).stream().filter(key -> !before.contains(key)).toList();
        }
    }

    /**
     * Send a create of which nobody knows once more, with the same bytes and the same idempotency key: the vendor makes it, or answers
     * what it answered before.
     */
    record Repeat(OpenDelivery delivery) implements Step {}

    enum Action { CREATE, UPDATE }

    /** The decision is taken: record it whole. */
    record Settle(Settlement settlement) implements Step {}
}
