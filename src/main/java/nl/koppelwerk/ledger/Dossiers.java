package nl.koppelwerk.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer.Candidate;

/** Relations, pairs and observations, as a look opens them. */
public interface Dossiers {

    /** Takes the relation's lease too; empty when another look has it, and the notice is put back a little. */
    Optional<Dossier> open(Claim claim, String facet);

    /** Which of these roots have a relation. */
    Set<String> known(String link, String facet, Side side, Collection<String> roots);

    /** Roots of a side by canonical keys, from the hub's own index, strongest key first, none twice. */
    default List<Candidate> search(String link, String facet, Side side, List<MatchKey> keys) { return search(link, facet, side, keys, ""); }

    /**
     * @param relation who asks: a root that nobody has looked at and that shares a key with a create which is not settled may be what that made,
     *                 and is shown to the relation of that create alone
     */
    List<Candidate> search(String link, String facet, Side side, List<MatchKey> keys, String relation);

    /** What that root was last seen to hold, whosever partner it is. */
    Optional<Sighting> lastKnown(String link, Side side, String root);

    /**
     * Keys of roots as a listing shows them, so that a search finds them. A root that has a partner keeps its own.
     */
    void acquaint(String link, Side side, Map<String, List<MatchKey>> keys);

    /**
     * Rows of a listing as observations, each only if it was asked for after our last write to its root had ended and after
     * what is stored; answers per row what a run needs to know. One batch, one commit.
     */
    List<Listed> observe(String link, String facet, List<Sighting> rows, String run);

    /**
     * What became of a row of a listing.
     *
     * @param root     its root
     * @param fate     {@code MOVED}: a notice is needed, the observation stands; {@code HINT}: a notice is needed and it must read;
     *                 {@code EQUAL}: nothing moved; {@code REPEATED}: this run had it already;
     *              {@code REPEATED_MOVED}: this run had it already, and yet a notice is needed that it does not count: another listing
     *              shows more of the root
     * @param state    the state of its relation, null while it has none
     */
    record Listed(String root, Fate fate, nl.koppelwerk.reconcile.Settlement.State state) {}

    enum Fate { MOVED, HINT, EQUAL, REPEATED, REPEATED_MOVED }
}
