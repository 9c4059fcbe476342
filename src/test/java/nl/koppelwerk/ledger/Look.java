package nl.koppelwerk.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** A look at one claimed root, as a test tells it: what it saw, what it decided, how it ended. */
final class Look {

    static final String FACET = "debtor";
    /** A root that was just read waits so long for its next look. */
    static final Duration A_LITTLE = Duration.ofMillis(600);

    final Claim claim;
    final Dossier dossier;
    private final LedgerFixture ledger;
    private Pair pair;
    private final List<Sighting> seen = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Settlement.Verdict> verdicts = new ArrayList<>();
    private final Map<Side, List<MatchKey>> keys = new EnumMap<>(Side.class);
    private final List<Watch> looked = new ArrayList<>();
    private final List<Settlement.Visit> visits = new ArrayList<>();
    private final List<Settlement.Change> changes = new ArrayList<>();
    private final List<Question.Answered> followed = new ArrayList<>();
    private List<Reason> why = List.of();
    private final Map<String, Outcome> settled = new HashMap<>();
    private List<String> moved = List.of();
    private Optional<String> foldsIn = Optional.empty();
    private Optional<Again> again = Optional.empty();
    private Optional<Finishing.Answered> answer = Optional.empty();

    private Look(LedgerFixture ledger, Claim claim, Dossier dossier) {
        this.ledger = ledger;
        this.claim = claim;
        this.dossier = dossier;
        this.pair = dossier.pair();
    }

    static Look at(LedgerFixture ledger, Claim claim) {
        return new Look(ledger, claim, ledger.dossiers().open(claim, FACET).orElseThrow());
    }

    /** Hints for the root, claims it and opens it; other work that waits would be in the way. */
    static Look at(LedgerFixture ledger, String link, Side side, String root) {
        ledger.notices().accept(List.of(Hint.of(link, side, root, "webhook")));
        ledger.advance(A_LITTLE);
        return at(ledger, ledger.notices().claim(1).get(0));
    }

    Look pairs(Side side, String root) {
        pair = pair.withRoot(side, root);
        return this;
    }

    Look lost(Side side) {
        pair = pair.withGone(side, true);
        return this;
    }

    Look found(Side side) {
        pair = pair.withGone(side, false);
        return this;
    }

    Look saw(Sighting... sightings) {
        seen.addAll(List.of(sightings));
        return this;
    }

    Look asks(Question... open) {
        questions.addAll(List.of(open));
        return this;
    }

    Look knows(Side side, MatchKey... canonical) {
        keys.put(side, List.of(canonical));
        return this;
    }

    Look knowsSince(Settlement.Change... newer) {
        changes.addAll(List.of(newer));
        return this;
    }

    Look settles(String wanted, Outcome cameTo) {
        settled.put(wanted, cameTo);
        return this;
    }

    Look judges(String delivery, Settlement.Fate fate, String madeId) {
        verdicts.add(new Settlement.Verdict(delivery, fate, madeId));
        return this;
    }

    Look answered(String delivery, Deliveries.Outcome outcome) {
        answer = Optional.of(new Finishing.Answered(delivery, outcome));
        return this;
    }

    Look folds(String relation) {
        foldsIn = Optional.of(relation);
        return this;
    }

    Look takesOver(nl.koppelwerk.reconcile.Predecessor before) {
        pair = before.pair().withRoot(claim.side(), claim.root());
        return folds(before.relation());
    }

    Look watched(Watch... watches) {
        looked.addAll(List.of(watches));
        return this;
    }

    Look visits(Settlement.Visit... others) {
        visits.addAll(List.of(others));
        return this;
    }

    Look follows(Question.Answered... answers) {
        followed.addAll(List.of(answers));
        return this;
    }

    Look isOfPartOf(String... roots) {
        moved = List.of(roots);
        return this;
    }

    Look because(ReasonCode code) {
        why = List.of(new Reason(code));
        return this;
    }

    Look comesBack(Cause cause) { return comesBack(new Again(cause, null, null)); }

    Look comesBack(Again when) {
        again = Optional.of(when);
        return this;
    }

    boolean endsInSync() { return ends(State.IN_SYNC, Outcome.EQUAL); }

    boolean fails(Cause cause) { return comesBack(cause).ends(State.FAILED, Outcome.FAILED); }

    boolean ends(State state, Outcome outcome) {
        var reasons = again.isEmpty() ? why : List.of(new Reason(ReasonCode.VENDOR_UNREACHABLE));
        var settlement = new Settlement(state, outcome, reasons, pair, foldsIn, seen, questions, verdicts, changes, Map.copyOf(settled),
            moved, again, looked, visits, followed);
        return ledger.finishing().finish(new Finishing.Finish(claim, dossier.relation(), dossier.revision(), settlement, keys,
            List.of(), answer, "{}"));
    }
}
