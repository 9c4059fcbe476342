package nl.koppelwerk.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

import nl.koppelwerk.ledger.Certificates.Attested;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Evidence;
import nl.koppelwerk.reconcile.Settlement;

/**
 * What the hub says, in the words of the judges: a record that a vendor may give another id, or whose id it may give to another, has a
 * name of its own that it keeps.
 */
final class Books {

    private final World world;

    Books(World world) { this.world = world; }

    Pair of(Pair pair) { return of(pair, (side, id) -> world.vendor(side).record(id)); }

    private static Pair of(Pair pair, BiFunction<Side, String, String> name) {
        var named = pair;
        for (var side : Side.values()) if (pair.root(side).isPresent()) named = named.withRoot(side, name.apply(side, pair.root(side).get()));
        return named;
    }

    /** Who has another id by now is not what is certified under the old one. */
    private String present(Side side, String id) {
        var record = world.vendor(side).record(id);
        return world.vendor(side).id(record).equals(id) ? record : id;
    }

    private Sighting of(Sighting seen) {
        return new Sighting(seen.side(), world.vendor(seen.side()).record(seen.root()), seen.relation(), seen.version(), seen.modifiedAt(), seen.askedAt());
    }

    Settlement of(Settlement told) {
        return new Settlement(told.state(), told.outcome(), told.reasons(), of(told.pair()), told.foldsIn(), told.sightings().stream().map(this::of).toList(),
            told.questions(), told.deliveries(), told.changes(), told.wanted(), told.moved(), told.again(), told.looked(), told.visits());
    }

    Attested of(Attested one) {
        var told = one.evidence();
        Map<Side, Sighting> seen = new EnumMap<>(Side.class);
        told.seen().forEach((side, sighting) -> seen.put(side, of(sighting)));
        return new Attested(new Evidence(told.relation(), of(told.pair(), this::present), told.state(), told.reasons(), seen, told.read(), told.waits(), told.written()), one.attestation());
    }
}
