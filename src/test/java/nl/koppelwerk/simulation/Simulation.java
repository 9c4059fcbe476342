package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.relation.ReasonCode;

/** One seed from its first relation to the verdict. */
final class Simulation {

    /** Longer than the whole retry schedule of one failed call. */
    private static final int MOST_ROUNDS = 12;
    /** So often people answer what is open and replay what has failed. */
    private static final int TIDIED = 3;
    final Installation hub;
    private final Random random;
    /** Certificates are made among the work of the people, and once all is quiet. */
    private final boolean certified;

    private Simulation(String link, long seed, Timeline time, Ledger ledger, boolean traced, boolean watches) {
        this.random = new Random(seed);
        this.hub = new Installation(time, ledger, random, Cast.ALL.get(link), traced, watches);
        for (int i = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(2); i > 0; i--) hub.open(seed + i);
        this.certified = seed % 4 == 0 && hub.offices().iterator().next().cast.season().isEmpty();
    }

    static Simulation run(String link, long seed, boolean traced) { return run(link, seed, traced, true); }

    /** @param watches creates that were in doubt are watched for twins */
    static Simulation run(String link, long seed, boolean traced, boolean watches) {
        var time = new Timeline(Installation.START);
        return run(link, seed, time, new MemoryLedger(time, new Random(seed + 1)), traced, watches);
    }

    static Simulation run(String link, long seed, Timeline time, Ledger ledger, boolean traced, boolean watches) {
        var simulation = new Simulation(link, seed, time, ledger, traced, watches);
        simulation.run();
        return simulation;
    }

    List<Finding> failures() { return hub.failures; }

    private void run() {
        hub.offices().forEach(office -> office.cast.settle());
        hub.time.moveTo(hub.time.instant().plusSeconds(60));
        hub.offices().forEach(office -> office.crawl.begin());
        work();
        hub.offices().forEach(World::calm);
        calmDown();
        if (failures().isEmpty()) judge();
        if (failures().isEmpty()) lookAtAllAgain();
        if (failures().isEmpty()) new LastImport(hub).run();
        if (certified && failures().isEmpty()) certify();
    }

    private void work() {
        int span = 1 + random.nextInt(30);
        hub.offices().forEach(office -> plan(office, span));
        hub.runFor(Duration.ofHours(span).plusMinutes(15));
    }

    /** What people and vendors will do in so many hours. */
    private void plan(World world, int span) {
        for (int i = 30 + random.nextInt(60); i > 0; i--) hub.time.after(Duration.ofSeconds(1 + random.nextInt(span * 3600)), world.cast.people()::act);
        if (random.nextInt(5) == 0) within(span, () -> reset(world));
        if (random.nextBoolean()) within(span, world.office::answerSome);
        world.regret.plan(span);
        world.cast.season().ifPresent(season -> season.plan(span));
        if (certified) for (int i = 0; i < 3; i++) within(span, () -> world.crawl.run(Runs.Kind.VERIFY));
        if (random.nextDouble() < world.quirks.revoked()) within(span, () -> revoke(world.accounts.get(random.nextBoolean() ? Side.SOURCE : Side.TARGET)));
    }

    private void within(int hours, Runnable what) { hub.time.after(Duration.ofMinutes(random.nextInt(hours * 60)), what); }

    /** It ends by itself, or somebody enters new credentials before. */
    private void revoke(SimulatedAccount account) {
        account.revoke(Duration.ofMinutes(1 + random.nextInt(120)));
        if (random.nextBoolean()) hub.time.after(Duration.ofMinutes(1 + random.nextInt(60)), account::renew);
    }

    private void reset(World world) {
        world.set(!random.nextBoolean());
        world.crawl.run(Runs.Kind.FULL);
    }

    /** No more edits, no more faults: whatever waits has bounded time to end. */
    private void calmDown() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round < TIDIED) tidy();
            if (round == TIDIED) each(this::hintAll);
            hub.runFor(Duration.ofHours(round < TIDIED ? 1 : 12));
            if (round >= TIDIED && isQuiet()) return;
        }
        failures().add(new Finding("liveness", "", "notices wait after " + MOST_ROUNDS + " rounds: " + hub.ledger.notices().nextDue()));
    }

    private void tidy() {
        hub.offices().forEach(office -> office.crawl.run(Runs.Kind.PERIODIC));
        hub.runFor(Duration.ofHours(2));
        hub.offices().forEach(office -> {
            office.office.answerSome();
            office.office.replayAll();
        });
    }

    private boolean isQuiet() {
        boolean walks = false;
        for (var office : hub.offices()) walks |= !office.crawl.isQuiet();
        return !walks && hub.ledger.notices().nextDue() == null;
    }

    private void judge() {
        each(world -> {
            boolean flows = world.cast.season().isEmpty();
            if (flows) new EditsJudge(world).judge();
            world.cast.judgeIdentities();
            new DestructionJudge(world).judge();
            if (flows) new CauseJudge(world).judge();
            new RestoreJudge(world).judge();
            new BudgetJudge(world).judge();
            new BrakeJudge(world).judge();
            if (flows) new EqualityJudge(world).judge();
        });
    }

    private void each(Consumer<World> judges) { hub.offices().forEach(judges); }

    /** Once quiet, looking at everything again changes nothing. */
    private void lookAtAllAgain() {
        var before = hub.time.instant();
        var braked = new HashSet<String>();
        each(world -> world.settled.forEach((root, last) -> { if (last.questions().stream().anyMatch(question -> question.code() == ReasonCode.BRAKE)) braked.add(root); }));
        each(world -> {
            var rivals = new HashSet<>(braked);
            world.settled.values().stream().filter(last -> !last.pair().gone().isEmpty()).forEach(last -> rivals.addAll(List.of(last.pair().source(), world.vendor(Side.SOURCE).id(last.pair().source()), last.pair().target())));
            world.settled.forEach((root, last) -> { if (last.questions().stream().anyMatch(question -> isDuplicateOf(question, rivals))) braked.addAll(List.of(root, last.pair().source())); });
        });
        each(this::hintAll);
        hub.runFor(Duration.ofHours(1));
        each(world -> idle(world, before, braked));
        if (!isQuiet()) failures().add(new Finding("liveness", "", "a pass over what was quiet does not end"));
        each(world -> {
            if (world.cast.season().isEmpty()) new EqualityJudge(world).judge();
            new BalanceJudge(world).judge();
        });
        if (failures().isEmpty()) each(world -> { if (world.cast.season().isEmpty()) new EchoJudge(world).judge(); });
    }

    /** A quiet link has a certificate that is true of both vendors now, and the next one names what was changed behind the hub's back. */
    private void certify() {
        each(world -> new CertificateJudge(world).judgeAll());
        verify();
        var changed = new LinkedHashMap<World, People.Changed>();
        each(world -> Optional.ofNullable(world.cast.people().changeBehindTheBack()).ifPresent(change -> changed.put(world, change)));
        verify();
        changed.forEach((world, change) -> new CertificateJudge(world).judgeNamed(change));
    }

    private void verify() {
        hub.time.moveTo(hub.time.instant().plusSeconds(61));
        each(world -> world.crawl.run(Runs.Kind.VERIFY));
        hub.runFor(Duration.ofHours(2));
        if (!isQuiet()) failures().add(new Finding("liveness", "", "a certificate is not complete after two hours"));
        each(world -> new CertificateJudge(world).judge());
    }

    /** It is made once the record that names it is allowed to name another, or adopted once the other one is seen to be gone. */
    private static boolean isDuplicateOf(Question question, Set<String> braked) {
        return question.code() == ReasonCode.DUPLICATE_AT_SOURCE && !Collections.disjoint(question.values().keySet(), braked);
    }

    /** @param braked what waited for the brake may go on a day later */
    private void idle(World world, Instant since, Set<String> braked) {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots())
                if (!braked.contains(root)) world.vendor(side).history.of(root).stream().filter(state -> state.isByHub() && state.at().isAfter(since) && !braked.contains(world.vendor(side.other()).record(state.write().reference())))
                    .forEach(state -> failures().add(new Finding("no write without a cause", root, "a pass over what was quiet writes " + Telling.of(state.write()))));
    }

    /** A removal whose webhook was lost shows in no listing, only where its root is asked for by its id. */
    private void hintAll(World world) {
        var hints = new ArrayList<Hint>();
        for (var side : Side.values())
            world.vendor(side).history.roots().forEach(root -> hints.add(Hint.of(world.link, side, world.vendor(side).id(root), "sync")));
        world.ledger.notices().accept(hints);
        world.crawl.run(Runs.Kind.FULL);
    }
}
