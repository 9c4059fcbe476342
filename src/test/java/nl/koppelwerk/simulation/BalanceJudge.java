package nl.koppelwerk.simulation;

import nl.koppelwerk.ledger.Runs;

/** Every run ended or is a plan that nobody applied, and its balance adds up. */
final class BalanceJudge {

    private static final String NAME = "the balance adds up";
    private final World world;

    BalanceJudge(World world) { this.world = world; }

    void judge() { world.ledger.runs().of(world.link, "", 1000).forEach(this::judge); }

    private void judge(Runs.Run run) {
        int sum = run.balance().values().stream().mapToInt(Integer::intValue).sum();
        if (run.state() == Runs.State.PLANNED) return;
        if (run.state() != Runs.State.DONE || run.waiting() != 0 || run.read() != sum)
            world.failures.add(new Finding(NAME, run.id(), run.kind() + " " + run.state() + " read " + run.read() + " waiting " + run.waiting() + " " + run.balance()));
    }
}
