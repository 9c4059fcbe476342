package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;

/** All rows of the ledger. Maps are ordered and ids come from one sequence, so that the same seed gives the same history. */
final class MemoryState {

    static final Duration LEASE = Duration.ofSeconds(60);

    /** A write starts only with more lease left than a call may take. */
    static final Duration CALL_DEADLINE = Duration.ofSeconds(30);

    /** How long a create that was in doubt is watched for a twin. */
    static final Duration WATCH = Duration.ofDays(1);

    final RandomGenerator random;
    final Map<String, LinkRow> links = new TreeMap<>();
    final Map<String, AccountRow> accounts = new TreeMap<>();
    final Map<RootId, NoticeRow> notices = new LinkedHashMap<>();
    final Relations relations = new Relations();
    final Observations observations = new Observations();
    final FormerIds formerIds = new FormerIds();
    final Map<String, DeliveryRow> deliveries = new LinkedHashMap<>();
    /** Not settled yet, oldest first. */
    final Set<DeliveryRow> openCreates = new LinkedHashSet<>();
    /** Answers by the ticket of the call that gave them. */
    final Map<String, List<Given>> given = new TreeMap<>();
    final Map<String, RunRow> runs = new TreeMap<>();
    /** Lives of values, oldest first. */
    final List<Certificates.Changed> history = new ArrayList<>();
    private final InstantSource clock;
    private long sequence;

    MemoryState(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A root as one side of one link names it. */
    record RootId(String link, Side side, String root) {

        static RootId of(Claim claim) { return new RootId(claim.link(), claim.side(), claim.root()); }
    }

    Instant now() { return clock.instant(); }

    Instant leaseFromNow() { return now().plus(LEASE); }

    long next() { return ++sequence; }

    /** Ids sort as they were given out, so that a list can be paged by them. */
    String id(String prefix) { return "%s-%09d".formatted(prefix, next()); }

    /** Null once the claim is no longer its worker's. */
    NoticeRow claimed(Claim claim) {
        var notice = notices.get(RootId.of(claim));
        return notice != null && notice.token == claim.token() ? notice : null;
    }

    boolean isActive(String link) { return links.get(link).state == Links.State.ACTIVE; }
}
