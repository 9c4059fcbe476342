package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** AdvocaatCentraal: polled, stamps in whole seconds, an update names the version it was decided on, nothing is made from outside. */
final class SimulatedAdvocaatCentraal extends SimulatedVendor {

    private static final SimulatedDialect DIALECT = SimulatedDialect.advocaatCentraal();

    SimulatedAdvocaatCentraal(World world) { super(Side.SOURCE, world); }

    @Override SimulatedDialect dialect() { return DIALECT; }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.now(read.root());
        return state == null ? new Answer.Gone() : new Answer.Seen(seen(read.root(), state, askedAt));
    }

    private Sighting seen(String root, History.State state, Instant askedAt) {
        return sighting(root, state, state.relation(), state.at(), askedAt);
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        var state = history.now(write.root());
        if (state == null || !write.version().equals("" + state.version())) return new Answer.Stale();
        boolean onContact = !write.part().equals(PartKey.ROOT);
        if (write.action() == Step.Action.CREATE || onContact && Held.part(state.relation(), write.partId()).isEmpty()) return bornElsewhere(write);
        return update(write, state, onContact ? write.partId() : "", knownAt);
    }

    private Answer update(Step.Write write, History.State state, String partId, Instant knownAt) {
        var before = partId.isEmpty() ? state.relation().values() : Held.part(state.relation(), partId).orElseThrow().values();
        var taken = taken(state.relation(), write.part().kind(), write.values(), before);
        store(write.root(), Held.with(state.relation(), partId, taken), write, knownAt, List.of(write.root()));
        return new Answer.Done("", "" + history.now(write.root()).version(), echo(write.values(), before.with(taken)), Map.of());
    }

    private static Answer bornElsewhere(Step.Write write) {
        return new Answer.Refused(List.of(new Reason(ReasonCode.BORN_ELSEWHERE, write.part().toString(), Map.of("system", DIALECT.label()))));
    }

    @Override List<String> listings() { return List.of("relations"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) {
        var rows = new ArrayList<Sighting>();
        for (var root : history.living())
            if (isSince(history.now(root).at(), since)) rows.add(seen(root, history.now(root), askedAt));
        return rows;
    }

    @Override void changed(String root, List<String> records) { }

    @Override long nextVersion(String root) { return history.of(root).size() + 1L; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
