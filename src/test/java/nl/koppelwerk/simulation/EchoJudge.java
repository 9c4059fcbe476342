package nl.koppelwerk.simulation;

import java.time.Duration;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;

/** A write of ours causes at most one further look at its root and no further write; tried with single edits once all is quiet. */
final class EchoJudge {

    private static final String NAME = "no write without a cause";
    private final World world;

    EchoJudge(World world) { this.world = world; }

    void judge() {
        for (var root : world.vendor(Side.SOURCE).history.living().stream().filter(root -> !waitsForBrake(root) && world.vendor(Side.SOURCE).lists(root)).limit(3).toList()) {
            probe(Side.SOURCE, root);
            new Twins(world).living(Side.SOURCE, root).stream().findFirst().ifPresent(twin -> probe(Side.TARGET, twin));
        }
    }

    /** What waits for the brake may go through along with the edit. */
    private boolean waitsForBrake(String root) {
        var last = world.settled.get(root);
        return last != null && last.questions().stream().anyMatch(question -> question.code() == ReasonCode.BRAKE);
    }

    private int unlisted() {
        int unlisted = 0;
        for (var side : Side.values()) unlisted += (int) world.vendor(side).history.living().stream().filter(root -> !world.vendor(side).lists(root)).count();
        return unlisted;
    }

    private void probe(Side side, String root) {
        int looks = world.looks;
        int writes = world.writes;
        int postponed = world.postponed;
        int unsure = world.unsure;
        world.vendor(side).type(root, "", Values.NONE.with(Fields.PHONE, "+3120620" + (1000 + world.random.nextInt(9000))));
        world.runFor(Duration.ofMinutes(20));
        int written = world.writes - writes;
        // a row that was read while we wrote says nothing, so that the webhook of that write is looked at besides; and the daily comparison asks for what no listing has
        int most = world.vendor(side).looksFor(root) + unlisted() + 2 * written + world.postponed - postponed + world.unsure - unsure;
        if (written > world.vendor(side).rootsOf(root)) world.failures.add(new Finding(NAME, root, "one edit caused " + written + " writes"));
        if (world.looks - looks > most) world.failures.add(new Finding(NAME, root, "one edit caused " + (world.looks - looks) + " looks and " + written + " writes"));
    }
}
