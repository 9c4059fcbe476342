package nl.koppelwerk.simulation;

import java.util.List;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/** The hub deletes and archives nothing, and empties only what a person emptied. */
final class DestructionJudge {

    private static final String NAME = "nothing destroyed";
    private final World world;
    private final Twins twins;

    DestructionJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
    }

    void judge() {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots()) {
                var states = world.vendor(side).history.of(root);
                for (int i = 1; i < states.size(); i++) if (states.get(i).isByHub()) judge(side, root, states.get(i - 1), states.get(i));
            }
    }

    private void judge(Side side, String root, History.State before, History.State after) {
        boolean keeps = before.relation().marks().equals(after.relation().marks()) && after.relation().parts().size() >= before.relation().parts().size();
        if (!keeps) world.failures.add(new Finding(NAME, root, "lost a part or a mark at " + after.at()));
        blanked(side, root, "", before, after, List.copyOf(before.relation().values().fields()));
        for (var part : Held.contacts(before.relation())) blanked(side, root, part.id(), before, after, List.copyOf(part.values().fields()));
    }

    private void blanked(Side side, String root, String partId, History.State before, History.State after, List<Field<?>> fields) {
        for (var field : fields) {
            boolean gone = Held.value(before.relation(), partId, field).isFilled() && Held.value(after.relation(), partId, field).isEmpty();
            if (gone && !wasEmptied(side, root, partId, field, after))
                world.failures.add(new Finding(NAME, root, partId + " " + field + " was blanked at " + after.at()));
        }
    }

    private boolean wasEmptied(Side side, String root, String partId, Field<?> field, History.State after) {
        return world.regret.wanted(side, root, partId, field, Value.empty(), after.at()) || twins.held(side, root, partId, field, world.vendor(side).history.of(root).get(0).at(), after.at(), Value::isEmpty);
    }
}
