package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** Puts what was decided into one settlement. */
final class Settling {

    /** A create of another worker is settled within a lease or so; looking sooner only costs calls. */
    private static final Duration A_LITTLE = Duration.ofSeconds(2);

    private static final Set<Question.Choice> WHOLE = EnumSet.of(Question.Choice.RELEASE, Question.Choice.APART);

    private Settling() {}

    /** The look ends here for good, without anything to merge. */
    static Settlement ended(Knowledge known, State state, Outcome outcome, List<Reason> reasons) {
        return unmerged(known, state, outcome, reasons, List.of());
    }

    /** Nothing was compared, and yet a part that is there twice is asked about, and takes the place of the first when that is gone: later nobody would know. */
    private static Settlement unmerged(Knowledge known, State state, Outcome outcome, List<Reason> reasons, List<Question> questions) {
        PartTwins.takesPlace(known);
        var twins = new PartTwins(known, known.pair);
        var pair = Echo.confirmed(known);
        return settlement(known, pair.withStanding(twins.over(pair.standing())), state, outcome, Stream.concat(reasons.stream(), twins.reasons().stream()).toList(),
            Stream.concat(questions.stream(), twins.questions().stream()).toList(), Optional.empty());
    }

    static Settlement outOfScope(Knowledge known, List<Reason> reasons) {
        return ended(known, State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE, reasons);
    }

    static Settlement asked(Knowledge known, Question question) {
        return unmerged(known, State.HELD, Outcome.HELD, List.of(question.reason()), List.of(question));
    }

    static Settlement wait(Knowledge known, Reason reason) { return later(known, reason, new Again(Cause.LOOK_LATER, null, A_LITTLE)); }

    static Settlement later(Knowledge known, Reason reason, Again again) {
        // What the two agreed on when a create was given up must outlive a look that wrote some of what differs since.
        GivenUp.recall(known);
        boolean dead = again.cause() == Cause.WILL_NOT_HEAL;
        return settlement(known, Echo.confirmed(known), dead ? State.FAILED : State.PENDING, dead ? Outcome.FAILED : Outcome.POSTPONED,
            List.of(reason), List.of(), Optional.of(again));
    }

    /** Two roots were found to be one relation; what differs between them is for the next look, at once. */
    static Settlement matched(Knowledge known) {
        return settlement(known, Echo.confirmed(known), State.PENDING, Outcome.POSTPONED, List.of(), List.of(),
            Optional.of(new Again(Cause.LOOK_LATER, known.situation.now(), null)));
    }

    static Settlement blocked(Knowledge known) { return later(known, known.obstacle.reason(), known.obstacle.again()); }

    /** The vendor refuses the content: failed, with a dead letter; what it refused is tried again when something changes or on replay. */
    static Settlement vendorRefused(Knowledge known) {
        return settlement(known, Echo.confirmed(known), State.FAILED, Outcome.FAILED, refusals(known), List.of(),
            Optional.of(new Again(Cause.WILL_NOT_HEAL, null, null)));
    }

    /** The notice was about a part of these roots. */
    static Settlement moved(Knowledge known, List<String> roots) {
        return new Settlement(State.OUT_OF_SCOPE, Outcome.EQUAL, List.of(), known.pair, Optional.empty(), List.of(), List.of(),
            List.of(), List.of(), Map.of(), roots, Optional.empty());
    }

    /** Both sides were compared and everything that could be written was. */
    static Settlement merged(Knowledge known, Findings findings) {
        Pair pair = findings.pair.withBaselines(findings.source, findings.target).withRecent(findings.recent).withStanding(findings.standing);
        List<Question> questions = Standing.questions(findings);
        List<Reason> reasons = new ArrayList<>(findings.reasons);
        findings.questions.stream().filter(question -> !findings.isSaid(question.code(), question.subject())).map(Question::reason).forEach(reasons::add);
        reasons.addAll(refusals(known));
        // What may be older than our write is no observation; the one that the write left stays.
        known.seen.keySet().removeAll(findings.late);
        known.stillWanted.addAll(findings.pending);
        findings.carriedOut.forEach(id -> known.cameTo.putIfAbsent(id, Outcome.UPDATED));
        findings.overtaken.forEach(id -> known.cameTo.put(id, Outcome.CHANGED_SINCE_PREVIEW));
        if (!known.refused.isEmpty())
            return settlement(known, pair, State.FAILED, Outcome.FAILED, reasons, questions, Optional.of(new Again(Cause.WILL_NOT_HEAL, null, null)));
        State state = !questions.isEmpty() ? State.HELD : findings.byHand ? State.OUT_OF_SCOPE : State.IN_SYNC;
        if (findings.lookAgain != null) return settlement(known, pair, State.PENDING, Outcome.POSTPONED, reasons, questions, Optional.of(new Again(Cause.LOOK_LATER, findings.lookAgain, null)));
        return settlement(known, pair, state, outcome(known, state, findings), reasons, questions, Optional.empty()).following(followed(known, findings));
    }

    private static Outcome outcome(Knowledge known, State state, Findings findings) {
        if (known.created) return Outcome.CREATED;
        if (state == State.HELD) return Outcome.HELD;
        for (var came : List.of(Outcome.CREATED, Outcome.UPDATED)) if (known.cameTo.containsValue(came)) return came;
        if (!findings.carriedOut.isEmpty()) return known.writes > 0 ? Outcome.UPDATED : Outcome.EQUAL;
        if (!findings.overtaken.isEmpty()) return Outcome.CHANGED_SINCE_PREVIEW;
        if (known.writes > 0) return Outcome.UPDATED;
        return findings.byHand ? Outcome.OUT_OF_SCOPE : Outcome.EQUAL;
    }

    /** What is answered about a relation as a whole is spent by any look that decides; of what was chosen for a field this look says whether it came to that. */
    private static List<Question.Answered> followed(Knowledge known, Findings findings) {
        return Stream.concat(known.situation.answered().stream().filter(answer -> WHOLE.contains(answer.choice())), findings.followed.stream()).toList();
    }

    private static List<Reason> refusals(Knowledge known) {
        return known.refused.values().stream().flatMap(refusal -> refusal.reasons().stream()).toList();
    }

    static Settlement resolved(Knowledge known, Again again) {
        GivenUp.recall(known);
        boolean inDoubt = known.verdicts.stream().anyMatch(v -> v.fate() == Settlement.Fate.MISSED);
        var system = Map.of("system", known.situation.rules().dialect(nl.koppelwerk.link.Side.TARGET).label());
        List<Reason> reasons = inDoubt ? List.of(new Reason(ReasonCode.CREATE_IN_DOUBT, "", system)) : List.of();
        var pair = Echo.confirmed(known);
        return new Settlement(State.PENDING, Outcome.POSTPONED, withSetBack(known, pair, reasons), pair, known.foldsIn, sightings(known),
            List.of(), known.verdicts, Changes.of(known), Map.of(), List.of(), Optional.of(again));
    }

    private static Settlement settlement(Knowledge known, Pair pair, State state, Outcome outcome, List<Reason> reasons,
                                         List<Question> questions, Optional<Again> again) {
        Pair marked = pair;
        for (var side : nl.koppelwerk.link.Side.values()) marked = marked.withGone(side, known.gone.contains(side));
        return new Settlement(state, outcome, withSetBack(known, pair, reasons), marked, known.foldsIn, sightings(known), questions,
            known.verdicts, Changes.of(known), again.isEmpty() ? noLongerWanted(known, outcome) : Map.of(), List.of(), again);
    }

    private static List<Reason> withSetBack(Knowledge known, Pair pair, List<Reason> reasons) {
        return Stream.concat(reasons.stream(), SetBack.reasons(known, pair).stream()).distinct().toList();
    }

    /** What a look that decides does not leave for a brake is done with, one way or the other. */
    private static Map<String, Outcome> noLongerWanted(Knowledge known, Outcome outcome) {
        return known.situation.wanted().stream().map(Wanted::id).filter(id -> !known.stillWanted.contains(id))
            .collect(Collectors.toMap(id -> id, id -> known.stillWanted.isEmpty() ? known.cameTo.getOrDefault(id, outcome) : outcome));
    }

    private static List<Sighting> sightings(Knowledge known) { return List.copyOf(known.seen.values()); }
}
