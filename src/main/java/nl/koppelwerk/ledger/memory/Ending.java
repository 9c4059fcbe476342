package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Finishing.Finish;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** What becomes of the notice when a look ends: it goes, comes back, or is a dead letter (engine.md section 6). */
final class Ending {

    static final Duration PROBE_EVERY = Duration.ofMinutes(1);

    private final MemoryState state;
    private final MemoryNotices notices;
    private final MemoryRuns runs;
    private final MemoryDeadLetters deadLetters;
    private final RetrySchedule retries;
    private final MemoryAccounts accounts;

    Ending(MemoryState state, MemoryNotices notices, MemoryRuns runs, MemoryDeadLetters deadLetters, MemoryAccounts accounts) {
        this.state = state;
        this.notices = notices;
        this.runs = runs;
        this.deadLetters = deadLetters;
        this.accounts = accounts;
        this.retries = new RetrySchedule(state.random);
    }

    void ends(Finish finish, NoticeRow notice, RelationRow relation) {
        var again = finish.settlement().again().orElse(null);
        watch(finish.claim(), again == null ? null : again.cause());
        if (again == null) {
            if (finish.settlement().state() != Settlement.State.FAILED) succeeded(relation);
            goes(finish.claim(), notice, finish.settlement().outcome());
        } else if (isDead(finish.claim(), notice, again)) {
            bury(finish, notice, relation, again);
        } else {
            var due = due(finish.claim(), notice, again);
            if (knows(finish, again)) notice.comesBackTo(finish.claim(), due);
            else notice.comesBack(due);
        }
    }

    private static boolean knows(Finish finish, Again again) {
        return again.cause() == Cause.LOOK_LATER && finish.settlement().sightings().stream()
            .anyMatch(seen -> seen.side() == finish.claim().side() && seen.isWhole());
    }

    private static boolean isDead(Claim claim, NoticeRow notice, Again again) {
        boolean isLast = claim.attempts() >= RetrySchedule.LENGTH && notice.generation == claim.generation();
        return again.cause() == Cause.WILL_NOT_HEAL || again.cause() == Cause.MAY_HEAL && isLast;
    }

    private void bury(Finish finish, NoticeRow notice, RelationRow relation, Again again) {
        int attempts = finish.claim().attempts() + 1;
        var reasons = new ArrayList<>(finish.settlement().reasons());
        if (again.cause() == Cause.MAY_HEAL) reasons.add(new Reason(ReasonCode.TRIED_TOO_OFTEN, "", Map.of("attempts", "" + attempts)));
        deadLetters.add(notice.id, relation.id, List.copyOf(reasons), finish.decision(), attempts);
        relation.state = Settlement.State.FAILED;
        goes(finish.claim(), notice, Settlement.Outcome.FAILED);
    }

    boolean isDead(RootId root) { return deadLetters.isDead(root); }

    private void succeeded(RelationRow relation) {
        for (var side : Side.values()) if (relation.rootId(side) != null) deadLetters.succeeded(relation.rootId(side));
    }

    /** The look is final: each run that asked for it counts it once. */
    private void goes(Claim claim, NoticeRow notice, Settlement.Outcome outcome) {
        for (var run : new TreeMap<>(notice.runs).entrySet()) {
            if (run.getValue() > claim.generation()) continue;
            runs.ended(run.getKey(), notice.id, outcome);
            notice.runs.remove(run.getKey());
        }
        if (notice.generation == claim.generation()) state.notices.remove(notice.id);
        notice.goesOn(claim, state.now());
    }

    private Instant due(Claim claim, NoticeRow notice, Again again) {
        if (again.cause() == Cause.ACCOUNT) return backOff(claim, again);
        // what came during the look is due now, and has not been tried
        if (notice.generation != claim.generation()) return state.now();
        if (again.cause() == Cause.MAY_HEAL) notice.attempts++;
        return retries.due(state.now(), again, notice.attempts);
    }

    /** The notice itself is due now: the account's back-off holds it, so that waking the account frees it. */
    private Instant backOff(Claim claim, Again again) {
        var link = state.links.get(claim.link());
        var until = retries.endOfBackOff(state.now(), again);
        if (accounts.backOffOf(link) == null) accounts.backOff(link.accounts.get(claim.side()), until, Cause.ACCOUNT.name());
        return state.now();
    }

    /** A link whose system is down stops itself, and resumes when the notice that it tries gets through. */
    private void watch(Claim claim, Cause cause) {
        if (cause == Cause.LOOK_LATER || cause == Cause.ACCOUNT) return;
        var link = state.links.get(claim.link());
        boolean mayHeal = cause == Cause.MAY_HEAL;
        boolean isProbe = link.state == Links.State.STOPPED && link.probe == claim.token();
        if (isProbe && mayHeal) link.probeAt = state.now().plus(PROBE_EVERY);
        else if (isProbe) link.change(Links.State.ACTIVE, "");
        else if (link.endsTooBadly(state.now(), mayHeal) && link.state == Links.State.ACTIVE) stop(link);
    }

    private void stop(LinkRow link) {
        link.change(Links.State.STOPPED, "more than 40 % of the looks of the last five minutes failed");
        link.probeAt = state.now().plus(PROBE_EVERY);
    }

    /** The notice was about a part: its roots take its place, and nothing is kept under its id unless a look saw it as a root. */
    void moves(Finish finish, NoticeRow notice, RelationRow relation) {
        watch(finish.claim(), null);
        relation.release(notice.token);
        if (relation.isOfNoRoot()) forget(notice.id, relation);
        moves(finish.claim(), notice, finish.settlement().moved());
    }

    /** Hints for its roots take the place of a part's notice; runs that asked for it count it as equal, and each of its roots for itself. */
    void moves(Claim claim, NoticeRow notice, List<String> roots) {
        var asked = List.copyOf(notice.runs.keySet());
        goes(claim, notice, Settlement.Outcome.EQUAL);
        for (var root : roots) notices.place(new RootId(claim.link(), notice.id.side(), root), hint(claim, root), false, asked);
    }

    private void forget(RootId part, RelationRow relation) {
        succeeded(relation);
        state.relations.remove(relation);
        state.observations.forget(part);
    }

    private static Hint hint(Claim claim, String root) {
        return new Hint(claim.link(), claim.side(), root, claim.lane(), "part", false, "", "");
    }
}
