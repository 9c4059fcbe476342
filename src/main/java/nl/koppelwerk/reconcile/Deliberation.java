package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * The decision core: given all that is known of one root, the next thing to ask for, write or record. It is pure, and it
 * begins anew at every step from what has been learnt, so that any loop may carry it: the route, or the simulation.
 */
public final class Deliberation {

    /** A root with hundreds of parts is finished in several looks, so that a lease is never outlived. */
    private static final int LONGEST_LOOK = 120;
    /** About a minute: a create that is open for longer is in doubt or asks a person, and must not hold up every new part. */
    private static final int LOOKS_WITHOUT_READING = 30;

    private final Situation situation;
    private final Rules rules;
    private final Knowledge known;

    private Deliberation(Situation situation) {
        this.situation = situation;
        this.rules = situation.rules();
        this.known = Knowledge.of(situation);
    }

    /** The same situation always gives the same step; the loop ends with {@link Step.Settle}. */
    public static Step next(Situation situation) {
        var deliberation = new Deliberation(situation);
        Step step = deliberation.next();
        return step instanceof Step.Settle settle ? settle(deliberation.ended(settle.settlement())) : step;
    }

    private Settlement ended(Settlement settlement) { return known.keepingFormer(known.visiting(new Watching(known).settle(settlement))); }

    private Step next() {
        if (known.obstacle != null) return cutShort();
        if (!known.movedTo.isEmpty()) return settle(Settling.moved(known, known.movedTo));
        if (situation.learnt().size() >= LONGEST_LOOK)
            return settle(Settling.later(known, new Reason(ReasonCode.LONG_LOOK), new Again(Cause.LOOK_LATER, situation.now(), null)));
        return new Resolution(known).next().or(this::unseen).or(new Watching(known)::next).or(this::apart).or(this::ownSide).or(this::partner)
            .or(this::otherSide).or(this::givenUp).or(this::still).or(this::twinInPlace).orElseGet(this::merge);
    }

    private Step cutShort() {
        Resolution.takeOver(known);
        return settle(Settling.blocked(known));
    }

    private Optional<Step> apart() { return known.cut().map(reason -> settle(Settling.outOfScope(known, List.of(reason)))); }

    /** The webhooks of our own create name ids that nobody saw yet: parts, once the create is recorded. Until then a read would only cost calls. */
    private Optional<Step> unseen() {
        if (!isUnseen()) return Optional.empty();
        if (!situation.partOf().isEmpty()) return Optional.of(settle(Settling.moved(known, situation.partOf())));
        boolean waits = situation.openCreate() == OpenCreate.WAITING && situation.revision() < LOOKS_WITHOUT_READING;
        return waits ? Optional.of(settle(Settling.wait(known, new Reason(ReasonCode.WAITS_FOR_OPEN_CREATE)))) : Optional.empty();
    }

    private boolean isUnseen() {
        Side side = situation.side();
        boolean wasSeen = situation.lastKnown().containsKey(side) || known.seen.containsKey(side) || known.readNow.contains(side);
        return !wasSeen && !situation.pair().isPaired();
    }

    private Optional<Step> ownSide() {
        Side side = situation.side();
        if (known.seen.containsKey(side)) return ownScope(side);
        if (!known.readNow.contains(side)) return read(side, situation.root());
        return orphan(side);
    }

    /** A root that its own system lost: where it may be born anew it is the same question from whichever side one looks. */
    private Optional<Step> orphan(Side lost) {
        Side left = lost.other();
        boolean mayReturn = known.pair.isPaired() && rules.bears(lost, PartKind.ROOT) && !known.gone.contains(left);
        if (!mayReturn) return Optional.of(settle(Settling.outOfScope(known, List.of(known.named(ReasonCode.ROOT_GONE, lost)))));
        if (!known.seen.containsKey(left)) return read(left, known.pair.root(left).orElseThrow());
        return ownScope(left).or(() -> released(lost)).or(() -> proposed(lost)).or(() -> ask(known.named(ReasonCode.PARTNER_GONE, lost)));
    }

    /** One that its keys named and that is not there, or does not show yet: before it was read nobody knows whether it is the partner. */
    private Optional<Step> proposed(Side lost) {
        if (situation.pair().root(lost).isPresent()) return Optional.empty();
        var question = new Question(known.named(ReasonCode.PARTNER_GONE, lost), Map.of("", new Both(known.pair.source(), known.pair.target())));
        known.pair = Cutting.cut(known.pair, lost);
        known.gone.remove(lost);
        known.foldsIn = Optional.empty();
        return Optional.of(settle(Settling.asked(known, question)));
    }

    /** The new record is made by a look at the one that is left; the answer, which has woken that, is kept for it. */
    private Optional<Step> released(Side lost) {
        boolean isOthers = lost == situation.side() && known.isReleased(ReasonCode.PARTNER_GONE);
        return isOthers ? Optional.of(settle(Settling.wait(known, known.named(ReasonCode.PARTNER_GONE, lost)))) : Optional.empty();
    }

    private Optional<Step> ownScope(Side side) {
        List<Reason> reasons = rules.outOfScope(side, known.seen.get(side).relation());
        return reasons.isEmpty() ? Optional.empty() : Optional.of(settle(Settling.outOfScope(known, reasons)));
    }

    private Optional<Step> partner() {
        return known.pair.isPaired() ? Optional.empty() : new Matching(known).next();
    }

    private Optional<Step> otherSide() {
        Side other = situation.side().other();
        if (known.seen.containsKey(other)) return ownScope(other);
        String root = known.pair.root(other).orElseThrow();
        if (!known.readNow.contains(other)) return read(other, root);
        return orphan(other);
    }

    private Optional<Step> givenUp() { return known.meetsGivenUp ? Optional.of(settle(Settling.matched(known))) : Optional.empty(); }

    /** The two are still one relation, and it is still written. */
    private Optional<Step> still() {
        var ended = new java.util.ArrayList<Reason>();
        for (Side side : Side.values()) ended.addAll(rules.noLongerWritten(side, known.seen.get(side).relation()));
        if (!ended.isEmpty()) return Optional.of(settle(Settling.outOfScope(known, ended)));
        if (known.kind(Side.SOURCE) != known.kind(Side.TARGET)) return ask(new Reason(ReasonCode.KIND_CHANGED));
        for (Side side : Side.values())
            if (Reuse.isAnother(known, side) && !known.isReleased(ReasonCode.ID_REUSED)) return reused(side);
        return Optional.empty();
    }

    /** Whoever it is: where a person says that it is another, it gets a look of its own, and the side that is left has lost its partner. */
    private Optional<Step> reused(Side side) {
        if (!known.isApart(ReasonCode.ID_REUSED)) return ask(new Reason(ReasonCode.ID_REUSED));
        known.visits.add(new Settlement.Visit(side, known.seen.get(side).root(), null));
        known.lose(side);
        return orphan(side);
    }

    private Optional<Step> twinInPlace() {
        return PartTwins.takesPlace(known) ? Optional.of(settle(Settling.matched(known))) : Optional.empty();
    }

    private Step merge() {
        Findings findings = Merging.findings(known);
        if (findings.needsWhole) return new Step.Read(Side.TARGET, known.pair.target(), known.target().relation().kind(), true);
        Optional<Step.Write> write = new Writes(known).next(findings);
        if (write.isPresent()) return isMatchedNow() ? settle(Settling.matched(known)) : lookBefore(write.get());
        return known.unconfirmed.stream().findFirst().flatMap(side -> read(side, known.seen.get(side).root()))
            .orElseGet(() -> settle(Settling.merged(known, findings)));
    }

    /** A match is recorded before anything is written under it: a worker that died in between would leave its writes to nobody. */
    private boolean isMatchedNow() {
        Side other = situation.side().other();
        return !known.created && !known.pair.root(other).equals(situation.pair().root(other));
    }

    /**
     * Where the vendor does not compare versions, a person's edit could be overwritten unseen: so look right before writing. A part that is
     * made has no version to compare, and a person may have made the same one.
     */
    private Step lookBefore(Step.Write write) {
        Side side = write.side();
        boolean fresh = known.readNow.contains(side) || rules.dialect(side).checksVersions() && write.action() != Step.Action.CREATE;
        return fresh ? write : read(side, known.seen.get(side).root()).orElseThrow();
    }

    private Optional<Step> read(Side side, String root) {
        Sighting last = known.seen.getOrDefault(side, situation.lastKnown().get(side));
        Sighting twin = known.seen.get(side.other());
        Kind kind = last != null ? last.relation().kind() : twin != null && known.pair.isPaired() ? twin.relation().kind() : null;
        return Optional.of(new Step.Read(side, root, kind, false));
    }

    private Optional<Step> ask(Reason reason) {
        return Optional.of(settle(Settling.asked(known, new Question(reason, Map.of("", new Both(known.pair.source(), known.pair.target()))))));
    }

    private static Step settle(Settlement settlement) { return new Step.Settle(settlement); }
}
