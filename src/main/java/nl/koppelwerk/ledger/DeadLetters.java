package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Reason;

/** Notices that failed for good or too often. */
public interface DeadLetters {

    List<DeadLetter> open(Filter filter, String afterId, int most);

    Optional<DeadLetter> find(String id);

    /** Hints anew for each; a second replay of the same one does nothing. Answers how many. */
    int replay(List<String> ids, String by);

    /** Closes it, and what applied plans wanted of its relation is wanted no more. */
    boolean discard(String id, String by);

    /** Null members do not filter. */
    record Filter(List<String> links, String reason, Instant from, Instant to) {}

    /** @param closedBy empty while it is open; {@code replay}, {@code discard} or {@code success} */
    record DeadLetter(String id, String link, String relation, Side side, String root, List<Reason> reasons, String decision,
                      String answer, int attempts, Instant at, String closedBy) {}
}
