package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import java.time.Instant;

import nl.koppelwerk.flow.CatchingUp;
import nl.koppelwerk.flow.Claimed;
import nl.koppelwerk.flow.JustRead;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Deliberation;
import nl.koppelwerk.reconcile.Exchange;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Situation;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** The loop round the core, as the route has it: opens the dossier, carries answers to the core, records the settlement. */
final class SimulatedLook {

    private static final String FACET = "relation";
    private final World world;
    final Claim claim;
    private Dossier dossier;
    private Situation situation;
    private Finishing.Answered unrecorded;
    private String delivery;
    private Instant askedAt;
    /** Of the create that is sent, for a vendor that keeps keys. */
    String key = "";
    Step step;
    /** Up to when this look knows what each side holds. */
    final Map<Side, Instant> knownAt = new EnumMap<>(Side.class);

    SimulatedLook(World world, Claim claim) {
        this.world = world;
        this.claim = claim;
    }

    /** False when another look has the relation. */
    boolean open() {
        var opened = world.ledger.dossiers().open(claim, FACET);
        if (opened.isEmpty()) world.ledger.notices().putBack(claim, world.time.instant().plusSeconds(1));
        opened.ifPresent(this::begin);
        return opened.isPresent();
    }

    private void begin(Dossier found) {
        dossier = found;
        world.regret.knows(dossier.wanted());
        var stored = new HashMap<>(dossier.stored());
        if (claim.stale()) stored.remove(claim.side());
        situation = new Situation(world.time.instant(), world.rules, claim.side(), claim.root(), dossier.pair(), stored, dossier.lastKnown(),
            dossier.looked(), dossier.deliveries(), dossier.openCreate(), dossier.partOf(), world.hub.watches ? dossier.watches() : List.of(), dossier.revision(), dossier.answered(), dossier.wanted(), dossier.was(), List.of());
        askNext();
    }

    /** What a preview's own run has just read is not asked for once more, as {@code flow.Looking} has it. */
    private void askNext() {
        ask(Deliberation.next(situation));
        for (var read = justRead(); read.isPresent(); read = justRead()) {
            situation = situation.with(new Exchange(step, new Answer.Seen(read.get()), askedAt), world.time.instant());
            ask(Deliberation.next(situation));
        }
    }

    private Optional<Sighting> justRead() {
        return new JustRead(world.ledger.dossiers(), world.cast.type(), claim, dossier).instead(step, situation.learnt(), askedAt);
    }

    private void ask(Step next) {
        step = next;
        askedAt = world.time.instant();
        delivery = null;
        if (next instanceof Step.Repeat again) send(again.delivery().id(), world.ledger.deliveries().request(again.delivery().id()).key());
    }

    private void send(String of, String under) {
        delivery = of;
        key = under;
    }

    boolean isAsking() { return !(step instanceof Step.Settle); }

    Instant askedAt() { return askedAt; }

    /** Commits the intent of a write; an answer where nothing is to be sent, null where it stands, and empty without a lease. */
    Optional<Answer> intend(Step.Write write) {
        var intent = world.ledger.deliveries().intend(claim, dossier.relation(), dossier.revision(), write, Claimed.keys(world.rules, write, this::newest), situation.found(), new byte[0]);
        if (intent instanceof Intent.LeaseLost) return Optional.empty();
        if (intent instanceof Intent.Granted granted) {
            send(granted.delivery(), granted.key());
            newest(write.side().other()).ifPresent(from -> world.origins.put(key, from.root()));
            world.intended.putIfAbsent(key, world.time.instant());
        }
        return Optional.of(instead(intent));
    }

    private static Answer instead(Intent intent) {
        if (intent instanceof Intent.AlreadyDone done)
            return new Answer.Done(done.delivery().madeId(), done.delivery().version(), done.delivery().echoed(), done.delivery().handles());
        if (intent instanceof Intent.OverBrake) return new Answer.Braked();
        return new Answer.Unanswered(new Reason(ReasonCode.WAITS_FOR_OPEN_CREATE, "", Map.of("system", "")));
    }

    /** The ledger's row. */
    String relation() { return dossier.relation(); }

    boolean mayBeSent() { return delivery != null; }

    /** Read only because this root is told to have been it. */
    private boolean isFormer(Sighting seen) {
        return seen.side() == claim.side() && dossier.was().stream().anyMatch(before -> before.root().equals(seen.root()));
    }

    private Optional<Sighting> newest(Side side) {
        Sighting newest = dossier.lastKnown().get(side);
        for (var exchange : situation.learnt())
            if (exchange.answer() instanceof Answer.Seen seen && seen.sighting().side() == side && !isFormer(seen.sighting())) newest = seen.sighting();
        return Optional.ofNullable(newest);
    }

    /** From then on a listing of that side counts for a birth there: what a create in doubt has made shows no sooner than it is looked for. */
    Instant countsFrom(Side side) {
        var seen = newest(side.other()).map(Sighting::askedAt).orElseGet(world.time::instant);
        return dossier.deliveries().stream().filter(open -> open.write().side() == side).map(open -> open.shownFrom(world.vendor(side).dialect()))
            .filter(shown -> shown.isAfter(seen)).max(Instant::compareTo).orElse(seen);
    }

    boolean awaitsWhatWasTold() { return dossier.revision() < CatchingUp.LOOKS_THAT_AWAIT_WHAT_WAS_TOLD; }

    /** The hub's own index, and what the vendor finds by our reference. */
    Answer search(Step.Search search, List<Answer.Candidate> atVendor) {
        var byRoot = new LinkedHashMap<String, Answer.Candidate>();
        world.ledger.dossiers().search(world.link, FACET, search.side(), search.keys(), dossier.relation()).forEach(found -> byRoot.put(found.root(), found));
        atVendor.forEach(found -> byRoot.putIfAbsent(found.root(), found));
        return new Answer.Candidates(new ArrayList<>(byRoot.values()), search.upToNow() || world.vendor(search.side()).searches());
    }

    void learn(Answer answer) {
        if (delivery != null && isSure(answer)) unrecorded = new Finishing.Answered(delivery, outcome(answer));
        situation = situation.with(new Exchange(step, answer, askedAt), world.time.instant());
        if (situation.learnt().size() > 500) throw new IllegalStateException("a look that asks without end");
        askNext();
        if (isAsking()) record();
    }

    /** Sent again, a create that was put off is still in doubt. */
    private boolean isSure(Answer answer) { return !(step instanceof Step.Repeat) || answer instanceof Answer.Done || answer instanceof Answer.Refused; }

    private static Outcome outcome(Answer answer) {
        if (answer instanceof Answer.Done done) return new Outcome.Done(done.id(), done.version(), done.echoed(), done.handles());
        if (answer instanceof Answer.Refused refused) return new Outcome.Refused(refused.reasons());
        return answer instanceof Answer.Unanswered || answer instanceof Answer.Underway ? new Outcome.InDoubt() : new Outcome.NotSent();
    }

    /** An answer is a fact, whoever has the claim by now. */
    void record() {
        if (unrecorded != null) world.ledger.deliveries().answered(unrecorded.delivery(), unrecorded.outcome());
        unrecorded = null;
    }

    /** @return what was recorded, or null when the claim is another's by now */
    Settlement finish() {
        var settlement = ((Step.Settle) step).settlement();
        restWhereDenied();
        var keys = new EnumMap<Side, List<MatchKey>>(Side.class);
        settlement.sightings().forEach(seen -> keys.put(seen.side(), world.rules.identity(seen.side(), seen.root(), seen.relation())));
        var finish = new Finishing.Finish(claim, dossier.relation(), dossier.revision(), settlement, keys, List.of(), Optional.ofNullable(unrecorded), "{}");
        if (world.ledger.finishing().finish(finish)) return settlement;
        record();
        return null;
    }

    /** Before the notice is due again. */
    private void restWhereDenied() {
        for (var exchange : situation.learnt())
            if (exchange.answer() instanceof Answer.Denied) world.accounts.get(Step.sideOf(exchange.step())).rest();
    }
}
