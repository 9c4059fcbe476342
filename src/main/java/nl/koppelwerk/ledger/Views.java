package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** What people look at; it reads and changes nothing. Lists are ordered by id, and a page starts after the id it is given. */
public interface Views {

    /**
     * The relations of a link, oldest first.
     *
     * @param state null for every state
     * @param words folded whole words, all of which must occur; empty for no search
     */
    List<Row> relations(String link, State state, List<String> words, String afterId, int most);

    /** By its id, or by the id of a row that was folded into it. */
    Optional<Whole> relation(String relation);

    /** The relation that has this record on that side. */
    Optional<Whole> relation(String link, Side side, String root);

    /** The looks that changed or asked something, newest first; empty {@code beforeId} for the newest. */
    List<Decided> decisions(String relation, String beforeId, int most);

    /** The lives of values, newest first. */
    List<Life> history(String relation, String beforeId, int most);

    /** Names what was shown of a relation: the same content has the same stamp, and nobody without the installation's key can try contents out. */
    String stamp(String relation, byte[] content);

    /** For the metrics, over all links. */
    Counts counts();

    /** @param source the root in the source, or empty; {@code target} likewise */
    record Row(String id, String link, State state, Kind kind, String name, String source, String target,
               List<Reason> reasons, Instant changedAt) {}

    /**
     * One relation whole.
     *
     * @param seen what each side was last seen to hold
     */
    record Whole(Row row, long revision, Pair pair, Map<Side, Sighting> seen, List<Sent> deliveries) {}

    /** One of the last deliveries, newest first; {@code endedAt} is null while nobody knows. */
    record Sent(String id, Side side, boolean create, String target, String state, List<Reason> reasons,
                Instant sentAt, Instant endedAt) {}

    /** @param body the decision as it was finished, JSON without values; {@code notice} why it was looked at */
    record Decided(String id, Instant at, long revision, State state, Outcome outcome, List<Reason> reasons, String body,
                   List<String> notice) {}

    /** @param decision the look it began with; {@code run} is empty outside of runs */
    record Life(String id, Side side, PartKey part, Field<?> field, Value<?> value, boolean written, Instant at,
                List<String> notice, String decision, String run) {}

    /**
     * @param waiting  notices by lane
     * @param oldest   when the longest due notice fell due, null while none is
     * @param byState  relations by state
     */
    record Counts(Map<Lane, Long> waiting, Instant oldest, long held, long dead, Map<State, Long> byState) {}
}
