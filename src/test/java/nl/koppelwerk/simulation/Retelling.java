package nl.koppelwerk.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Relation;

/** A failed seed told once more: the line that replays it, what the judges said, and all that happened to the first root they name. */
final class Retelling {

    private Retelling() { }

    static String of(String link, long seed) {
        var again = Simulation.run(link, seed, true);
        var told = new StringBuilder("replay with: mvn -o surefire:test -Dtest=SimulationTest -Dsimulation.link=" + link + " -Dsimulation.seed=" + seed + "\n");
        told.append(again.hub.offices().iterator().next().quirks).append('\n');
        again.failures().forEach(failure -> told.append(failure).append('\n'));
        if (!again.failures().isEmpty()) for (var office : again.hub.offices()) again.hub.trace.of(records(office, again.failures().get(0).root())).forEach(line -> told.append(line).append('\n'));
        return told.toString();
    }

    /** The ids of everything that is one relation with that root. */
    private static Set<String> records(World world, String root) {
        var records = new HashSet<String>(Set.of(root));
        var twins = new Twins(world);
        for (var side : Side.values())
            for (var each : world.vendor(side).history.roots())
                if (each.equals(root) || twins.roots(side, each).contains(root))
                    world.vendor(side).history.of(each).forEach(state -> add(records, world.vendor(side), each, state.relation()));
        return records;
    }

    private static void add(Set<String> records, SimulatedVendor vendor, String root, Relation relation) {
        records.addAll(List.of(root, vendor.id(root)));
        if (relation == null) return;
        records.addAll(relation.handles().values());
        relation.parts().forEach(part -> {
            records.add(part.id());
            records.addAll(part.handles().values());
        });
    }
}
