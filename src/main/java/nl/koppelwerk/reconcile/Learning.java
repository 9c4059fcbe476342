package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Knowledge.Obstacle;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Folds one answer into what is known. */
final class Learning {

    /** Servers of one system may disagree for longer than it says. */
    private static final Duration A_LITTLE = Duration.ofSeconds(2);

    private Learning() {}

    static void learn(Knowledge known, Exchange exchange) {
        Step step = exchange.step();
        Answer answer = exchange.answer();
        if (step instanceof Step.Read read) learnRead(known, read, answer);
        else if (step instanceof Step.Search && answer instanceof Answer.Candidates found) learnCandidates(known, found);
        else if (step instanceof Step.Repeat repeat) known.repeated.put(repeat.delivery().id(), answer);
        else if (step instanceof Step.Write write) learnWrite(known, write, answer, exchange);
        learnObstacle(known, step, answer);
    }

    private static void learnCandidates(Knowledge known, Answer.Candidates found) {
        known.candidates = Optional.of(found.roots());
        known.candidatesAreAll = found.isUpToNow();
    }

    private static void learnRead(Knowledge known, Step.Read read, Answer answer) {
        Side side = read.side();
        if (isFormer(known, read)) {
            if (answer instanceof Answer.Seen seen) known.formerly.put(read.root(), Optional.of(seen.sighting()));
            if (answer instanceof Answer.Gone) known.formerly.put(read.root(), Optional.empty());
        } else if (answer instanceof Answer.Seen seen && isBefore(known.shown.get(side), seen.sighting())) {
            known.obstacle = new Obstacle(known.named(ReasonCode.SHOWS_OLDER, side), new Again(Cause.LOOK_LATER, shownFrom(known, known.shown.get(side)), A_LITTLE));
        } else if (answer instanceof Answer.Seen seen) {
            learnSeen(known, seen.sighting());
        } else if (answer instanceof Answer.Gone) {
            if (known.situation.now().isBefore(known.shownFrom(side))) learnUnseen(known, read);
            else learnGone(known, side, read.root());
        } else if (answer instanceof Answer.PartOf part) {
            known.movedTo = part.roots();
        }
    }

    private static void learnSeen(Knowledge known, Sighting read) {
        Side side = read.side();
        known.shown.put(side, read);
        known.seen.put(side, newer(known, read));
        known.readNow.add(side);
        known.gone.remove(side);
        known.unconfirmed.remove(side);
        if (side != known.situation.side() && !known.pair.isPaired()) meet(known, read);
        // A later write of this look hides what was read, and the look may end with it.
        known.pair = Echo.confirmed(known);
    }

    private static boolean isFormer(Knowledge known, Step.Read read) {
        return read.side() == known.situation.side() && known.situation.was().stream().anyMatch(before -> before.root().equals(read.root()));
    }

    /** While a vendor's reads may lag, a state that is older by its stamp than what was seen before is no news. */
    private static Sighting newer(Knowledge known, Sighting read) {
        var before = known.situation.lastKnown().get(read.side());
        return isBefore(before, read) && known.situation.now().isBefore(shownFrom(known, before)) ? before : read;
    }

    /** By the system's own stamp. */
    private static boolean isBefore(Sighting before, Sighting read) { return before != null && before.root().equals(read.root()) && read.isBefore(before); }

    /** From then on whatever is read of that record is no older. */
    private static Instant shownFrom(Knowledge known, Sighting before) { return before.askedAt().plus(known.situation.rules().dialect(before.side()).visibilityDelay()); }

    /** What we made may not show yet. */
    private static void learnUnseen(Knowledge known, Step.Read read) {
        known.seen.remove(read.side());
        known.obstacle = new Obstacle(known.named(ReasonCode.CREATE_IN_DOUBT, read.side()), new Again(Cause.LOOK_LATER, known.shownFrom(read.side()), null));
    }

    /** A candidate is read before anything is agreed with it: it may turn out to be another one. */
    private static void meet(Knowledge known, Sighting partner) {
        var mine = mine(known, partner.side());
        boolean isChosen = known.candidates.stream().flatMap(List::stream)
            .anyMatch(found -> found.root().equals(partner.root()) && known.isChosen(ReasonCode.AMBIGUOUS_MATCH, found));
        var likeness = mine == null || isChosen ? Likeness.SAME : Likeness.of(known.situation.rules(), mine, partner);
        if (likeness == Likeness.SAME) adopt(known, partner);
        else {
            known.seen.remove(partner.side());
            known.readNow.remove(partner.side());
            (likeness == Likeness.ANOTHER ? known.givenUp : known.claimed).add(partner.root());
        }
    }

    /** What a create in doubt made has the keys that were sent, which may have been changed here since. */
    private static Sighting mine(Knowledge known, Side to) {
        return known.situation.deliveries().stream().map(OpenDelivery::write).filter(write -> write.side() == to && write.action() == Step.Action.CREATE && write.part().equals(PartKey.ROOT)).findFirst()
            .map(write -> new Sighting(to, "", new Relation(write.rootKind(), write.values(), List.of()), "", null, known.situation.now())).orElseGet(() -> known.seen.get(to.other()));
    }

    /** The other side is read only when it was matched: that holds from now on, also where the look is cut short. */
    private static void adopt(Knowledge known, Sighting partner) {
        known.pair = known.pair.withRoot(partner.side(), partner.root());
        var found = known.candidates.stream().flatMap(List::stream).filter(one -> one.root().equals(partner.root())).findFirst();
        known.foldsIn = found.map(Answer.Candidate::relationId).filter(id -> !id.isEmpty());
        known.meetsGivenUp = found.filter(Answer.Candidate::doubted).isPresent();
    }

    /** A partner that a person gave up is no partner any more; any other that is gone stays in the pair, marked. */
    private static void learnGone(Knowledge known, Side side, String root) {
        known.seen.remove(side);
        boolean givenUp = side != known.situation.side() && known.isReleased(ReasonCode.PARTNER_GONE);
        if (givenUp) {
            known.pair.root(side).ifPresent(known.givenUp::add);
            // an index may know several that are gone
            known.givenUp.add(root);
            known.pair = Cutting.cut(known.pair, side);
        }
        else known.readNow.add(side);
        if (givenUp) known.gone.remove(side);
        else known.gone.add(side);
    }

    private static void learnWrite(Knowledge known, Step.Write write, Answer answer, Exchange exchange) {
        if (answer instanceof Answer.Done done) lay(known, write, done, exchange);
        else if (answer instanceof Answer.Refused refused)
            known.refused.put(write.side() + " " + write.target(), new Knowledge.Refusal(write, refused.reasons()));
        else if (answer instanceof Answer.Braked) known.braked = true;
        else if (answer instanceof Answer.Stale) {
            known.seen.remove(write.side());
            known.readNow.remove(write.side());
            known.stale.merge(write.side(), 1, Integer::sum);
        }
    }

    /** Our write is what that side holds now, until it is read again. */
    private static void lay(Knowledge known, Step.Write write, Answer.Done done, Exchange exchange) {
        known.writes++;
        Values held = Laying.held(known.situation.rules().dialect(write.side()), write, done);
        if (!done.echoed().fields().containsAll(write.values().fields())) known.unconfirmed.add(write.side());
        remember(known, write);
        if (write.action() == Step.Action.CREATE) layCreate(known, write, done, held, exchange);
        else known.seen.computeIfPresent(write.side(), (side, now) -> Laying.update(now, write, held, done));
        // a row of a listing that was asked for while we wrote may show the state before
        known.seen.computeIfPresent(write.side(), (side, now) -> now.asOf(known.answeredAt));
    }

    private static void layCreate(Knowledge known, Step.Write write, Answer.Done done, Values held, Exchange exchange) {
        Side side = write.side();
        if (write.part().equals(PartKey.ROOT)) {
            known.pair = known.pair.withRoot(side, done.id());
            known.created = true;
            var relation = new Relation(write.rootKind(), held, List.of(), java.util.Set.of(), done.handles(), write.reference(),
                java.util.Set.of(nl.koppelwerk.relation.PartKind.CONTACT, nl.koppelwerk.relation.PartKind.ROLE));
            known.seen.put(side, new Sighting(side, done.id(), relation, done.version(), null, exchange.askedAt()));
            known.readNow.add(side);
        } else {
            known.pair = known.pair.withPartners(Partners.made(write.part(), side, done.id(), write.reference()));
            known.seen.computeIfPresent(side, (s, now) -> Laying.part(now, write, held, done));
        }
    }

    /** The delay of a vendor begins at the latest when it has answered. */
    private static void remember(Knowledge known, Step.Write write) {
        var written = write.sent(known.answeredAt);
        for (var sent : written) {
            known.sent.add(sent);
            known.sentNow.add(sent.side() + " " + sent.part().subject(sent.field()));
            known.overwritten.putIfAbsent(sent.side() + " " + sent.part().subject(sent.field()), sent.old());
        }
        known.pair = Writing.remember(known.pair, written);
    }

    private static void learnObstacle(Knowledge known, Step step, Answer answer) {
        if (answer instanceof Answer.Throttled wait)
            known.obstacle = new Obstacle(known.named(ReasonCode.VENDOR_THROTTLED, Step.sideOf(step)), new Again(Cause.LOOK_LATER, wait.until(), null));
        else if (answer instanceof Answer.Behind behind)
            known.obstacle = new Obstacle(known.named(ReasonCode.WAITS_FOR_NEWCOMERS, Step.sideOf(step)), new Again(Cause.LOOK_LATER, behind.until(), null));
        else if (answer instanceof Answer.Underway underway)
            known.obstacle = new Obstacle(known.named(ReasonCode.CREATE_IN_DOUBT, Step.sideOf(step)), new Again(Cause.LOOK_LATER, underway.until(), null));
        else if (answer instanceof Answer.NightOver night)
            known.obstacle = new Obstacle(new Reason(ReasonCode.BATCH_WRITTEN), new Again(Cause.LOOK_LATER, night.until(), null));
        else if (answer instanceof Answer.Denied denied)
            known.obstacle = new Obstacle(denied.reason(), new Again(Cause.ACCOUNT, null, null));
        else if (answer instanceof Answer.Unanswered lost)
            known.obstacle = new Obstacle(lost.reason(), new Again(Cause.MAY_HEAL, null, null));
        else if (answer instanceof Answer.Unreadable unreadable)
            known.obstacle = new Obstacle(unreadable.reason(), new Again(Cause.WILL_NOT_HEAL, null, null));
        else if (answer instanceof Answer.Refused refused && !(step instanceof Step.Write) && !(step instanceof Step.Repeat))
            known.obstacle = new Obstacle(refused.reasons().get(0), new Again(Cause.WILL_NOT_HEAL, null, null));
        else if (answer instanceof Answer.Stale && step instanceof Step.Write write && known.stale.get(write.side()) > 2)
            known.obstacle = new Obstacle(known.named(ReasonCode.CHANGED_MEANWHILE, write.side()), new Again(Cause.MAY_HEAL, null, null));
    }
}
