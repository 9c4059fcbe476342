package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** Passes over many records, with a balance that adds up. */
public interface Runs {

    /** Starts a run; a link has one run of a kind at a time, and the one that goes on is answered instead. */
    default Run start(String link, Kind kind, String by) { return start(link, kind, 0, by); }

    /** @param size after how many relations it ends; 0 for a run over all */
    Run start(String link, Kind kind, int size, String by);

    Optional<Run> find(String run);

    List<Run> of(String link, String afterId, int most);

    /** Runs that a worker may carry on now, each leased to one worker. */
    List<Run> claim(int most);

    boolean renew(Run run);

    /** A page was walked: rows read, and the outcomes that were known at once; notices of the run add theirs as they finish. */
    void walked(Run run, int read, Map<Outcome, Integer> known, Integer total);

    /**
     * Paired roots, and those that are held as late twins, that stood on no page of a run that has walked all pages of their side, and that nobody has seen since it began
     * or knows to be gone: each is to be asked for by its id. Nothing is concluded where more are missing than the brake of the link
     * allows, for then the listing was cut. Where it reads for a preview, so are roots of the target without a partner, as many as the brake says at
     * most: as long as it is not known that one is gone, whoever it holds along with its own is not made.
     */
    Missing missing(Run run, Side side);

    /** All pages are walked; the run ends when the last of its notices has. {@code why} is a remark that people see, or empty. */
    void walkedAll(Run run, String why);

    void change(String run, State state, String why);

    /** @param count how many are missing at least; above the brake {@code roots} is empty */
    record Missing(List<String> roots, int count) {

        public boolean isCut() { return count > roots.size(); }
    }

    /** {@code SAMPLE} is an initial run that ends after a few relations; {@code VERIFY} is a full run that ends with a certificate; {@code RESTORE} and {@code PREVIEW} begin with a plan; {@code READ} reads both systems for a preview. */
    enum Kind { INITIAL, PERIODIC, FULL, VERIFY, RESTORE, PREVIEW, READ, SAMPLE, IMPORT, CHECKLIST, EXPORT, BACKUP;

        private static final java.util.Set<Kind> SURVEYS = java.util.EnumSet.of(CHECKLIST, EXPORT, BACKUP);

        /** It reads one side and keeps what it finds; nothing is delivered by it. */
        public boolean surveys() { return SURVEYS.contains(this); }

        /** Every root is judged afresh, moved or not. */
        public boolean judgesAll() { return this == FULL || this == VERIFY; }
    }

    /** A run that begins with a plan is {@code PLANNING}, then {@code PLANNED} until it is applied, and {@code APPLYING} until it is done. */
    enum State { PLANNING, PLANNED, RUNNING, APPLYING, PAUSED, CANCELLED, FAILED, DONE }

    /**
     * @param size  after how many relations it ends, 0 without limit
     * @param total how many rows there are, null while unknown; {@code read} equals the sum of the balance and of what waits
     */
    record Run(String id, String link, Kind kind, State state, String by, Instant startedAt, Instant endedAt, int read,
               Integer total, Map<Outcome, Integer> balance, int waiting, boolean walked, String why, int size, long token) {

        /** It reads, or something of it waits to be worked. */
        public boolean goesOn() { return state == State.RUNNING || state == State.APPLYING; }
    }
}
