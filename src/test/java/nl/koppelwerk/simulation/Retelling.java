package nl.koppelwerk.simulation;

import java.util.HashSet;
import java.util.Set;

import nl.koppelwerk.relation.Relation;

/** A failed seed told once more: the line that replays it, what the judges said, and all that happened to the first root they name. */
final class Retelling {

    private Retelling() { }

    static String of(long seed) {
        var again = Simulation.run(seed, true);
        var told = new StringBuilder("replay with: mvn -o surefire:test -Dtest=SimulationTest -Dsimulation.seed=" + seed + "\n");
        told.append(again.hub.offices().iterator().next().quirks).append('\n');
        again.failures().forEach(failure -> told.append(failure).append('\n'));
        if (!again.failures().isEmpty()) for (var office : again.hub.offices()) again.hub.trace.of(records(office, again.failures().get(0).root())).forEach(line -> told.append(line).append('\n'));
        return told.toString();
    }

    /** The ids of everything that is one relation with that root. */
    private static Set<String> records(World world, String root) {
        var records = new HashSet<String>(Set.of(root));
        for (var vendor : new SimulatedVendor[] {world.ac, world.tribe})
            for (var each : vendor.history.roots())
                for (var state : vendor.history.of(each))
                    if (state.relation() != null && (each.equals(root) || state.relation().reference().equals(root) || isReferredBy(world, root, each)))
                        add(records, each, state.relation());
        return records;
    }

    private static boolean isReferredBy(World world, String tribeRoot, String sourceRoot) {
        return world.tribe.history.of(tribeRoot).stream().anyMatch(state -> state.relation() != null && state.relation().reference().equals(sourceRoot));
    }

    private static void add(Set<String> records, String root, Relation relation) {
        records.add(root);
        records.addAll(relation.handles().values());
        relation.parts().forEach(part -> {
            records.add(part.id());
            records.addAll(part.handles().values());
        });
    }
}
