package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Dialect.Doubt;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.OpenDelivery.State;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.Verdict;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * Settles what earlier looks began (engine.md section 4): an answered write is taken over, an update of which nobody knows is
 * read and compared, a create of which nobody knows is looked for, and only after two misses given up so that it may be tried again.
 */
final class Resolution {

    private static final int MISSES_BEFORE_ANOTHER_ATTEMPT = 2;

    private final Knowledge known;
    private final Situation situation;
    private Instant notBefore;

    Resolution(Knowledge known) {
        this.known = known;
        this.situation = known.situation;
        this.notBefore = situation.now();
    }

    /** Empty when nothing is open. */
    Optional<Step> next() {
        for (var delivery : situation.deliveries()) {
            Optional<Step> asked = delivery.state() == State.DONE ? done(delivery, delivery.madeId()) : doubt(delivery);
            if (asked.isPresent()) return asked;
        }
        if (situation.deliveries().isEmpty()) return Optional.empty();
        return settle(Settling.resolved(known, new Again(Cause.LOOK_LATER, notBefore, null)));
    }

    /** A look that is cut short takes over what was answered all the same: its finish settles every answer that it was shown. */
    static void takeOver(Knowledge known) {
        var resolution = new Resolution(known);
        known.situation.deliveries().stream().filter(delivery -> delivery.state() == State.DONE)
            .forEach(delivery -> resolution.done(delivery, delivery.madeId()));
    }

    private Optional<Step> doubt(OpenDelivery delivery) {
        Step.Write write = delivery.write();
        if (isTooSoon(delivery)) return miss(delivery, false);
        if (isRepeatable(delivery)) return repeat(delivery);
        if (write.action() == Step.Action.CREATE && write.part().equals(PartKey.ROOT)) return rootInDoubt(delivery);
        if (!known.readNow.contains(write.side())) return Optional.of(new Step.Read(write.side(), written(write), write.rootKind(), true));
        if (known.gone.contains(write.side())) return verdict(delivery, Fate.ABANDONED, "");
        return write.action() == Step.Action.CREATE ? partInDoubt(delivery) : updateInDoubt(delivery);
    }

    /** It may go by another id since: then it is that one's record. */
    private String written(Step.Write write) { return situation.pair().root(write.side()).orElse(write.root()); }

    /** While its key lives, sending it again makes no second record, and says for sure what the first time did. */
    private boolean isRepeatable(OpenDelivery delivery) {
        var dialect = situation.rules().dialect(delivery.write().side());
        return delivery.write().action() == Step.Action.CREATE && dialect.doubt() == Doubt.IDEMPOTENCY_KEY
            && situation.now().isBefore(delivery.sentAt().plus(dialect.keyLife()));
    }

    private Optional<Step> repeat(OpenDelivery delivery) {
        var answer = known.repeated.get(delivery.id());
        if (answer == null) return beforeAgain(delivery);
        if (answer instanceof Answer.Done made) return done(delivery, made.id());
        return answer instanceof Answer.Refused refused ? refused(delivery, refused) : miss(delivery, false);
    }

    /** Somebody may have made the same meanwhile: sent again, it would be made beside that. */
    private Optional<Step> beforeAgain(OpenDelivery delivery) {
        var root = new RootInDoubt(known, delivery.write());
        if (!mayBeForestalled(delivery)) return Optional.of(new Step.Repeat(delivery));
        var asked = root.isLookedFor() ? Optional.<Step>empty() : root.asks();
        if (asked.isPresent()) return asked;
        var found = root.strongest();
        if (found.isEmpty() || root.isReferred(found.get(0)) || root.isGone()) return Optional.of(new Step.Repeat(delivery));
        return found.size() == 1 ? judge(delivery, root, found.get(0)) : forestalled(delivery);
    }

    private boolean mayBeForestalled(OpenDelivery delivery) {
        boolean isSaid = known.isReleased(ReasonCode.AMBIGUOUS_MATCH) || known.isReleased(ReasonCode.DUPLICATE_AT_SOURCE);
        return delivery.write().part().equals(PartKey.ROOT) && !dialect(delivery).answersLater() && !isSaid;
    }

    /** The only one that it may have made. */
    private Optional<Step> judge(OpenDelivery delivery, RootInDoubt root, Answer.Candidate one) {
        if (root.isReferred(one)) return made(delivery, one);
        var looks = root.looksAt(one);
        if (looks.isPresent()) return looks;
        if (root.isGone()) return miss(delivery, true);
        return !root.isByReference() && root.isMade() ? made(delivery, one) : forestalled(delivery);
    }

    private Optional<Step> made(OpenDelivery delivery, Answer.Candidate found) {
        known.foldsIn = Optional.of(found.relationId()).filter(id -> !id.isEmpty());
        return done(delivery, found.root());
    }

    /** Whoever made it: the next look meets the two as any others. */
    private Optional<Step> forestalled(OpenDelivery delivery) {
        Side side = delivery.write().side();
        if (known.pair.root(side).isPresent()) known.pair = Cutting.cut(known.pair, side);
        known.seen.remove(side);
        known.foldsIn = Optional.empty();
        return verdict(delivery, Fate.FORESTALLED, "");
    }

    /** A new attempt has a new key; where it would only be refused the same way once more, that is said. */
    private Optional<Step> refused(OpenDelivery delivery, Answer.Refused refused) {
        verdict(delivery, Fate.ABANDONED, "");
        if (!dialect(delivery).answersLater()) return Optional.empty();
        known.refused.put(delivery.write().side() + " " + delivery.write().target(), new Knowledge.Refusal(delivery.write(), refused.reasons()));
        return settle(Settling.vendorRefused(known));
    }

    private boolean isTooSoon(OpenDelivery delivery) {
        return delivery.write().action() == Step.Action.CREATE && situation.now().isBefore(delivery.shownFrom(dialect(delivery)));
    }

    private Optional<Step> rootInDoubt(OpenDelivery delivery) {
        var root = new RootInDoubt(known, delivery.write());
        if (!root.isLookedFor()) return root.asks().or(() -> unknowable(delivery, root));
        var found = root.found();
        if (found.isEmpty()) return miss(delivery, true);
        if (found.size() == 1) return judge(delivery, root, found.get(0));
        var chosen = found.stream().filter(one -> known.isChosen(ReasonCode.CREATE_IN_DOUBT_TWICE, one)).findFirst();
        return chosen.isEmpty() ? settle(root.twins(found)) : made(delivery, chosen.get());
    }

    /** Nothing tells what it made from any other record: a person looks. */
    private Optional<Step> unknowable(OpenDelivery delivery, RootInDoubt root) {
        return known.isReleased(ReasonCode.CREATE_UNKNOWN) ? verdict(delivery, Fate.ABANDONED, "") : settle(root.unknown());
    }

    private Values held(Step.Write write) {
        var relation = known.seen.get(write.side()).relation();
        return write.part().equals(PartKey.ROOT) ? relation.values() : relation.parts().stream()
            .filter(part -> part.kind() == write.part().kind() && part.id().equals(write.partId())).findFirst()
            .map(nl.koppelwerk.relation.Part::values).orElse(Values.NONE);
    }

    private Optional<Step> partInDoubt(OpenDelivery delivery) {
        Step.Write write = delivery.write();
        return known.seen.get(write.side()).relation().parts().stream()
            .filter(part -> PartPairing.isMade(situation.rules(), part, write) && isFree(part, write)).findFirst()
            .map(part -> done(delivery, part.id())).orElseGet(() -> miss(delivery, true));
    }

    private boolean isFree(nl.koppelwerk.relation.Part part, Step.Write write) {
        return known.pair.partners(write.side(), part.kind(), part.id()).filter(partners -> !partners.key().equals(write.part())).isEmpty();
    }

    /**
     * What was sent stands there, or something else does: either way it is compared with what was sent at the next look. While the vendor's
     * reads may lag, the old state says nothing.
     */
    private Optional<Step> updateInDoubt(OpenDelivery delivery) {
        Step.Write write = delivery.write();
        var held = held(write);
        boolean landed = write.values().fields().stream().allMatch(field -> Spelling.same(write.values().get(field), held.get(field)));
        boolean mayLag = situation.now().isBefore(delivery.sentAt().plus(situation.rules().dialect(write.side()).visibilityDelay()));
        if (!landed && mayLag) return miss(delivery, false);
        if (landed) return done(delivery, "");
        // a vendor may keep one field as it was and take the others
        remember(write.sent(situation.now()).stream().filter(sent -> hasCome(sent, held.get(sent.field()))).toList());
        return verdict(delivery, Fate.ABANDONED, "");
    }

    private static boolean hasCome(Sent sent, Value<?> held) { return Spelling.same(sent.sent(), held) && !held.equals(sent.old()); }

    private Optional<Step> done(OpenDelivery delivery, String madeId) {
        Step.Write write = delivery.write();
        if (write.action() == Step.Action.CREATE) made(write, madeId);
        remember(write.sent(situation.now()));
        return verdict(delivery, Fate.DONE, madeId);
    }

    private void remember(List<Sent> landed) {
        known.landed.addAll(landed);
        known.pair = Writing.remember(known.pair, landed);
    }

    private void made(Step.Write write, String id) {
        if (write.part().equals(PartKey.ROOT)) known.pair = Cutting.born(known.pair, write.side(), id);
        else known.pair = known.pair.withPartners(Partners.made(write.part(), write.side(), id, write.reference()));
    }

    private Optional<Step> miss(OpenDelivery delivery, boolean looked) {
        boolean enough = looked && delivery.misses() + 1 >= MISSES_BEFORE_ANOTHER_ATTEMPT;
        Instant next = (looked ? situation.now() : delivery.lastLookAt()).plus(OpenDelivery.waits(dialect(delivery)));
        if (!enough && next.isAfter(notBefore)) notBefore = next;
        return looked ? verdict(delivery, enough ? Fate.ABANDONED : Fate.MISSED, "") : Optional.empty();
    }

    private nl.koppelwerk.link.Dialect dialect(OpenDelivery delivery) { return situation.rules().dialect(delivery.write().side()); }

    private Optional<Step> verdict(OpenDelivery delivery, Fate fate, String madeId) {
        known.verdicts.add(new Verdict(delivery.id(), fate, madeId));
        return Optional.empty();
    }

    private static Optional<Step> settle(Settlement settlement) { return Optional.of(new Step.Settle(settlement)); }
}
