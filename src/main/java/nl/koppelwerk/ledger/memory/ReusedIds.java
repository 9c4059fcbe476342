package nl.koppelwerk.ledger.memory;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.ledger.Finishing.Finish;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.FormerId;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;

/** A vendor that gives a record which we made the id of a former one says by that that the former one is gone. */
final class ReusedIds {

    private final MemoryState state;
    private final MemoryNotices notices;
    private final Finish finish;
    private final RelationRow made;

    ReusedIds(MemoryState state, MemoryNotices notices, Finish finish, RelationRow made) {
        this.state = state;
        this.notices = notices;
        this.finish = finish;
        this.made = made;
    }

    boolean isOf(RelationRow half) { return sides(half).findAny().isPresent(); }

    private Stream<Side> sides(RelationRow half) {
        var pair = finish.settlement().pair();
        return Stream.of(Side.values()).filter(side -> pair.root(side).isPresent() && pair.root(side).equals(half.pair.root(side))
            && !pair.root(side.other()).equals(half.pair.root(side.other())) && isMade(side, pair.root(side).get()));
    }

    private boolean isMade(Side side, String root) {
        return made.deliveries.stream().filter(delivery -> delivery.write.side() == side && delivery.write.action() == Step.Action.CREATE
            && delivery.write.part().equals(PartKey.ROOT)).anyMatch(delivery -> isAnswered(delivery, root) || isAnsweredNow(delivery, root));
    }

    private static boolean isAnswered(DeliveryRow delivery, String root) { return delivery.state == DeliveryRow.State.DONE && root.equals(delivery.shown().madeId()); }

    private boolean isAnsweredNow(DeliveryRow delivery, String root) {
        return finish.answer().filter(answer -> answer.delivery().equals(delivery.id) && answer.outcome() instanceof Outcome.Done done && done.madeId().equals(root)).isPresent();
    }

    /** The pair stays, under an id that is asked for in vain, and is looked at: a person says what becomes of the side that is left. */
    void bereave(RelationRow half) {
        sides(half).toList().forEach(side -> {
            var root = half.rootId(side);
            state.observations.index(root, List.of(), state.now());
            state.observations.forget(root);
            state.relations.change(half, half.pair.withRoot(side, FormerId.of(root.root(), half.id)));
            half.revision++;
            half.pair.root(side.other()).ifPresent(left -> notices.visit(half.link, new Settlement.Visit(side.other(), left, null)));
        });
    }
}
