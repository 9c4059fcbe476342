package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.Map;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;

/** What came of a {@link Step}. A vendor's answer is an answer, never an exception of the core. */
public sealed interface Answer {

    record Seen(Sighting sighting) implements Answer {}

    /** Asked for by id and not there. */
    record Gone() implements Answer {}

    /** The id is that of a part: the hint belongs to these roots. */
    record PartOf(List<String> roots) implements Answer {}

    /** @param isUpToNow nothing that the vendor has can be missing: it was asked, or the index was brought up to now */
    record Candidates(List<Candidate> roots, boolean isUpToNow) implements Answer {

        public Candidates(List<Candidate> roots) { this(roots, true); }
    }

    /** The index of that side is being brought up to now, and is not yet. */
    record Behind(Instant until) implements Answer {}

    /**
     * The write was taken.
     *
     * @param id      the id of what was made; of an update, empty
     * @param version the root's new version, or empty where none was told
     * @param echoed  the written fields as the answer shows them; absent where the answer does not tell
     * @param handles ids of nested wire records that were made along, by resource
     */
    record Done(String id, String version, Values echoed, Map<String, String> handles) implements Answer {}

    /** The vendor refuses the content (400, 404 of a part, 413, 422). */
    record Refused(List<Reason> reasons) implements Answer {}

    /** The account may not (401 after a new token, 403). */
    record Denied(Reason reason) implements Answer {}

    record Throttled(Instant until) implements Answer {}

    /** The writes that passes over many may make this night are made. */
    record NightOver(Instant until) implements Answer {}

    /** No answer, or one that does not say whether it was done (time-out, reset, 5xx, half a body). */
    record Unanswered(Reason reason) implements Answer {}

    /** The vendor has taken a create and is still working on it: sent again under its key, it says later what became of it. */
    record Underway(Instant until) implements Answer {}

    /** The version moved on (409, 412). */
    record Stale() implements Answer {}

    /** The intent would exceed the brake; nothing was sent. */
    record Braked() implements Answer {}

    /** An answer that nobody understands and that will not get better by itself. */
    record Unreadable(Reason reason) implements Answer {}

    /**
     * A root that a search found.
     *
     * @param partner the root of the other side it is paired with already, or empty
     * @param relationId the ledger's row of it, or empty while it has none
     * @param key     which of the keys that were asked found it, 0 for the strongest
     * @param doubted its partner was made after a create that nobody knew the outcome of: there may be another record of it
     * @param otherwise kinds of the keys that were asked of which it has another value
     */
    record Candidate(String root, String partner, String relationId, boolean doubted, int key, Set<String> otherwise) {

        public Candidate(String root, String partner, String relationId, boolean doubted, int key) { this(root, partner, relationId, doubted, key, Set.of()); }

        public Candidate(String root, String partner, String relationId) { this(root, partner, relationId, false, 0); }
    }
}
