package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** One look step by step; between any two steps it may die, or sleep longer than its lease. */
final class Worker {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private final World world;
    private final SimulatedLook look;
    private boolean ended;
    private boolean asleep;
    private boolean lost;
    private boolean wasFrozen;

    Worker(World world, Claim claim) {
        this.world = world;
        this.look = new SimulatedLook(world, claim);
    }

    void begin() {
        world.time.after(RENEWAL, this::renew);
        then(5, this::open);
    }

    private void renew() {
        if (ended) return;
        if (!asleep) lost |= !world.ledger.notices().renew(List.of(look.claim)).contains(look.claim.token());
        world.time.after(RENEWAL, this::renew);
    }

    /** The next step a little later, if this worker lives to do it. */
    private void then(int millis, Runnable step) { then(Duration.ofMillis(1 + world.random.nextInt(millis)), true, step); }

    private void then(Duration delay, boolean maySleep, Runnable step) {
        if (world.random.nextDouble() < world.quirks.death()) {
            trace("dies");
            end();
            return;
        }
        asleep = maySleep && world.random.nextDouble() < world.quirks.freeze();
        world.time.after(asleep ? Duration.ofSeconds(50 + world.random.nextInt(100)) : delay, () -> {
            asleep = false;
            world.guard(look.claim.root(), step, this::end);
        });
    }

    private void end() {
        if (!ended) world.hub.crew.free();
        ended = true;
    }

    private void open() {
        boolean isOpen = look.open();
        if (isOpen) world.looks++;
        if (isOpen) goOn();
        else end();
    }

    private void goOn() {
        trace(look.step);
        if (lost) abandon();
        else if (!look.isAsking()) then(20, this::finish);
        else if (look.step instanceof Step.Write write) then(5, () -> intend(write));
        else then(60, this::ask);
    }

    private void abandon() {
        look.record();
        end();
    }

    private void intend(Step.Write write) {
        var instead = look.intend(write);
        if (instead.isEmpty()) abandon();
        else if (look.mayBeSent()) send(write);
        else learn(instead.get());
    }

    private void send(Step.Write write) {
        var usual = Duration.ofMillis(1 + world.random.nextInt(60));
        world.late.freeze(write).ifPresentOrElse(this::freeze, () -> then(usual, false, this::ask));
    }

    /** Between the intent and the socket: nothing is renewed, and what is sent is sent when it thaws. */
    private void freeze(Duration time) {
        asleep = true;
        wasFrozen = true;
        trace("freezes for " + time);
        world.time.after(time, () -> {
            asleep = false;
            world.guard(look.claim.root(), this::ask, this::end);
        });
    }

    /** No call without leave: one that the budget does not allow now is no call. */
    private void ask() {
        if (isOfIndex()) {
            learn(call());
            return;
        }
        var permit = account().take(look.claim.lane());
        if (permit instanceof Permit.Granted granted) call(granted);
        else then(5, () -> learn(new Answer.Throttled(((Permit.Wait) permit).until())));
    }

    /** The hub looks among the keys that it has, which costs no call. */
    private boolean isOfIndex() {
        return world.cast.season().isPresent() && look.step instanceof Step.Search search && !search.upToNow() && !world.vendor(search.side()).searches();
    }

    private SimulatedAccount account() { return world.accounts.get(Step.sideOf(look.step)); }

    /** The call reaches the vendor, or does not; its answer reaches the worker, or does not. */
    private void call(Permit.Granted permit) {
        double chance = world.random.nextDouble();
        var quirks = world.quirks;
        if (chance < quirks.lostBefore()) {
            world.late.mayLand(look.step, look.key);
            answer(permit, unanswered(), TIME_OUT);
        }
        else if (chance < quirks.lostBefore() + quirks.throttled()) answer(permit, throttled(), Duration.ofMillis(5));
        else if (account().isRevoked()) answer(permit, account().denied(), Duration.ofMillis(5));
        else if (chance < quirks.lostBefore() + quirks.throttled() + quirks.lostAfter()) {
            call();
            answer(permit, unanswered(), TIME_OUT);
        } else answer(permit, call(), Duration.ofMillis(1 + world.random.nextInt(60)));
    }

    private Answer throttled() { return new Answer.Throttled(world.time.instant().plusSeconds(1 + world.random.nextInt(60))); }

    private static Answer unanswered() { return new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)); }

    private Answer call() {
        if (look.step instanceof Step.Write write) return isRefused() ? refused(write) : write(write);
        if (look.step instanceof Step.Repeat again) return write(again.delivery().write());
        var side = Step.sideOf(look.step);
        var asOf = world.readableAt(side);
        if (look.step instanceof Step.Search search)
            return new SimulatedCatchingUp(world).before(look, search).orElseGet(() -> look.search(search, world.vendor(side).search(search, asOf)));
        look.knownAt.put(side, asOf);
        return world.vendor(side).read((Step.Read) look.step, asOf, look.askedAt());
    }

    private boolean isRefused() { return world.random.nextDouble() < world.quirks.refused(); }

    private Answer write(Step.Write write) {
        world.writes++;
        boolean isMadeNow = !look.knownAt.containsKey(write.side());
        var vendor = world.vendor(write.side());
        var answer = vendor.write(write, isMadeNow ? world.time.instant() : vendor.known(write, look.knownAt.get(write.side())), look.key);
        if (isMadeNow) look.knownAt.put(write.side(), world.time.instant());
        return answer;
    }

    private static Answer refused(Step.Write write) {
        var subject = write.values().fields().stream().findFirst().map(field -> write.part().subject(field)).orElse(write.part().toString());
        return new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED, subject, Map.of("system", "", "answer", "no"))));
    }

    private void answer(Permit.Granted permit, Answer answer, Duration delay) {
        account().called(delay);
        var asked = account();
        then(delay, true, () -> {
            asked.ended(permit);
            learn(answer);
        });
    }

    private void learn(Answer answer) {
        trace(answer);
        if (wasFrozen && answer instanceof Answer.Done done) world.late.thawed.add(done.id());
        look.learn(answer);
        goOn();
    }

    private void finish() {
        var settlement = lost ? null : look.finish();
        if (lost) look.record();
        if (settlement != null) world.settled(look.claim, look.relation(), settlement);
        else world.ledger.notices().putBack(look.claim, world.time.instant().plusMillis(200));
        end();
    }

    private void trace(Object what) {
        if (world.trace.isOn) world.trace.say(look.claim.root(), "look " + look.claim.token() + ": " + Telling.of(what));
    }
}
