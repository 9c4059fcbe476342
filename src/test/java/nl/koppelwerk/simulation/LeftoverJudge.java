package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/** What a preview proposes that was applied and that nobody has edited since. */
final class LeftoverJudge {

    private static final String NAME = "what was applied is not proposed again";
    /** What a person or Accounton stopped. */
    private static final Set<Outcome> STOPPED = Set.of(Outcome.HELD, Outcome.REFUSED, Outcome.FAILED);
    private static final Duration A_LOOK = Duration.ofMinutes(6);
    private final World world;
    private final Season season;
    private final String run;

    LeftoverJudge(World world, String run) {
        this.world = world;
        this.season = world.cast.season().orElseThrow();
        this.run = run;
    }

    void proposesNothingThatWasApplied() {
        for (var item : season.items(run)) {
            var pair = world.drafting.pair(run, item);
            if (item.plan().bucket() == Bucket.DUPLICATE) item.plan().fields().stream().filter(planned -> planned.isWritten() && stands(pair.source(), pair.target(), planned.field()))
                .forEach(planned -> fail(pair.source(), "is to be written once more: " + planned.subject()));
        }
    }

    /** The hub wrote it, Accounton took it to the letter, and neither side has moved it since. */
    private boolean stands(String source, String target, Field<?> field) {
        var states = world.vendor(Side.TARGET).history.of(target);
        int written = states.size() - 1;
        while (written >= 0 && !(states.get(written).isByHub() && states.get(written).write().values().fields().contains(field))) written--;
        if (written < 0 || isUndone(target, field)) return false;
        var sent = states.get(written).write().values().get(field);
        boolean isUnmoved = states.subList(written, states.size()).stream().allMatch(state -> state.relation() != null && Held.value(state.relation(), "", field).equals(sent));
        var at = (written == 0 ? world.vendor(Side.TARGET).decidedAt(target, states.get(0).at()) : states.get(written).at()).minus(A_LOOK);
        return isUnmoved && world.vendor(Side.SOURCE).history.of(source).stream().filter(state -> state.at().isAfter(at) || state == world.vendor(Side.SOURCE).history.now(source))
            .allMatch(state -> holds(state.relation(), field, sent));
    }

    private boolean isUndone(String target, Field<?> field) {
        return world.regret.applied.stream().anyMatch(one -> one.root().equals(target) && one.field().equals(field));
    }

    private boolean holds(Relation relation, Field<?> field, Value<?> sent) {
        return relation != null && world.vendor(Side.TARGET).dialect().form(relation.kind(), PartKind.ROOT, field, world.rules.view(Side.SOURCE, "relation", relation).values().get(field)).equals(sent);
    }

    /** All of the former preview was applied and nobody has edited since: of who stood in it only what was stopped is left. */
    void proposesNothingOf(String former) {
        var stopped = season.choices.stream().filter(choice -> STOPPED.contains(outcome(choice))).map(Choice::source).toList();
        // Who stood in no list, for his partner's dossier held him, may be new now that another one stands there.
        var listed = season.items(former).stream().map(item -> world.drafting.pair(former, item).source()).collect(Collectors.toSet());
        new BucketJudge(world, run).judge(root -> !listed.contains(root));
        for (var item : season.items(run)) {
            var source = world.drafting.pair(run, item).source();
            if (listed.contains(source) && !stopped.contains(source) && isProposed(item)) fail(source, "was carried over whole, and is to be once more: " + item.plan().bucket() + " " + written(item));
        }
    }

    private Outcome outcome(Choice choice) { return world.ledger.plans().items(choice.run(), List.of(choice.item())).get(0).outcome(); }

    private boolean isProposed(Item item) {
        var pair = world.drafting.pair(run, item);
        return item.plan().bucket() == Bucket.ONLY_IN_IMPORT || item.plan().bucket() == Bucket.DUPLICATE && item.plan().fields().stream().anyMatch(planned -> planned.isWritten() && !isOwnWay(pair.target(), planned));
    }

    /** Accounton kept what it had, or spelled it in its own way. */
    private boolean isOwnWay(String target, Planned planned) {
        return world.vendor(Side.TARGET).history.of(target).stream().anyMatch(state -> state.isByHub() && planned.value().equals(state.write().values().get(planned.field()))
            && !planned.value().equals(Held.value(state.relation(), "", planned.field())));
    }

    private static List<String> written(Item item) { return item.plan().fields().stream().filter(Planned::isWritten).map(Planned::subject).toList(); }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
