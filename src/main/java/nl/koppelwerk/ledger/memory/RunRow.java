package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** One pass, with the roots that it placed notices for. */
final class RunRow {

    final String id;
    final String link;
    final Runs.Kind kind;
    final String by;
    final Instant startedAt;
    final Map<Outcome, Integer> balance = new EnumMap<>(Outcome.class);
    /** Roots that wait for their outcome or had it. */
    final Set<MemoryState.RootId> hinted = new HashSet<>();
    /** Roots of pages that were walked. */
    private final Set<MemoryState.RootId> had = new HashSet<>();
    private final Set<MemoryState.RootId> thisPage = new HashSet<>();
    /** What each root of it came to. */
    final Map<MemoryState.RootId, Outcome> outcomes = new HashMap<>();
    /** What became of a plan's items whose own look is still to come. */
    private final Map<MemoryState.RootId, Outcome> cameTo = new HashMap<>();
    /** What looks that others had asked for did meanwhile. */
    private final Map<MemoryState.RootId, Outcome> wrote = new HashMap<>();
    /** Of a plan: what it is of, its items, and the relation up to which it is made. */
    Plans.Asked asked;
    final List<ItemRow> items = new ArrayList<>();
    String position = "";
    Runs.State state = Runs.State.RUNNING;
    Instant endedAt;
    Integer total;
    int waiting;
    int size;
    boolean walked;
    /** Of a run that ends with a certificate: what it has of it so far. */
    CertificateRow certificate;
    String why = "";
    long token;
    Instant leaseEnds = Instant.MIN;

    RunRow(String id, String link, Runs.Kind kind, String by, Instant startedAt) {
        this.id = id;
        this.link = link;
        this.kind = kind;
        this.by = by;
        this.startedAt = startedAt;
    }

    /** One relation of a plan; it has the root of its notice once it is applied. */
    static final class ItemRow {

        final String id;
        final Plans.Drawn drawn;
        MemoryState.RootId root;
        /** Of an import that was applied: the fields that overwrite. */
        Set<String> chosen = Set.of();
        /** What is shown since it was left where it is. */
        nl.koppelwerk.reconcile.Plan left;

        ItemRow(String id, Plans.Drawn drawn) {
            this.id = id;
            this.drawn = drawn;
        }
    }

    boolean isOpen() { return state == Runs.State.RUNNING || state == Runs.State.PAUSED; }

    /** A page that was not ended by {@code walked} may come again: only a notice of it counts already. */
    boolean isFirst(MemoryState.RootId root) { return !met(root) && thisPage.add(root); }

    boolean met(MemoryState.RootId root) { return hinted.contains(root) || had.contains(root) || thisPage.contains(root); }

    void newPage() { thisPage.clear(); }

    void pageWalked() {
        had.addAll(thisPage);
        thisPage.clear();
    }

    void cameTo(MemoryState.RootId root, Outcome outcome) { cameTo.merge(root, outcome, RunRow::prevailing); }

    private static Outcome prevailing(Outcome one, Outcome other) {
        if (one == Outcome.UPDATED || other == Outcome.CHANGED_SINCE_PREVIEW) return one;
        return other;
    }

    void ends(MemoryState.RootId root, Outcome outcome) {
        var came = cameTo.getOrDefault(root, outcome == Outcome.EQUAL ? wrote.getOrDefault(root, outcome) : outcome);
        outcomes.put(root, came);
        count(came, 1);
        waiting--;
    }

    boolean waitsFor(MemoryState.RootId root) { return hinted.contains(root) && !outcomes.containsKey(root); }

    void wrote(MemoryState.RootId root, Outcome outcome) { wrote.put(root, outcome); }

    int ended() { return balance.values().stream().mapToInt(Integer::intValue).sum(); }

    void count(Outcome outcome, int times) { balance.merge(outcome, times, Integer::sum); }

    void endWhenComplete(Instant now) {
        boolean isWorked = state == Runs.State.RUNNING || state == Runs.State.APPLYING;
        if (isWorked && walked && waiting == 0 && isCertified()) end(Runs.State.DONE, now);
    }

    private boolean isCertified() { return kind != Runs.Kind.VERIFY || certificate != null && certificate.completedAt != null; }

    void end(Runs.State newState, Instant now) {
        state = newState;
        endedAt = now;
    }

    Runs.Run shown() {
        return new Runs.Run(id, link, kind, state, by, startedAt, endedAt, ended() + waiting, total, Map.copyOf(balance), waiting, walked,
            why, size, token);
    }
}
