package nl.koppelwerk.reconcile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;

/** Leaves out of the writes to a root what would make its system refuse all of them, with its reason, so that the rest crosses. */
final class LeavingOut {

    private final Knowledge known;
    private final Findings findings;
    private final Side side;

    LeavingOut(Knowledge known, Findings findings, Side side) {
        this.known = known;
        this.findings = findings;
        this.side = side;
    }

    void leave(Values held) {
        for (var reason = next(held); reason.isPresent(); reason = next(held)) leave(reason.get());
    }

    private Optional<Reason> next(Values held) {
        Values result = held;
        Set<Field<?>> written = new HashSet<>();
        for (var write : findings.writes)
            if (isOfRoot(write)) {
                result = result.with(write.field(), write.value());
                written.add(write.field());
            }
        return written.isEmpty() ? Optional.empty() : known.situation.rules().leftOut(side, result, written);
    }

    private boolean isOfRoot(FieldWrite write) { return write.side() == side && write.part().equals(PartKey.ROOT); }

    private void leave(Reason reason) {
        findings.writes.removeIf(write -> isOfRoot(write) && write.field().name().equals(reason.subject()));
        findings.stand(reason.subject(), reason);
        known.situation.wanted().stream().filter(wanted -> wanted instanceof Wanted.Put put && put.side() == side && put.part().equals(PartKey.ROOT)
            && put.field().name().equals(reason.subject()) && findings.pending.remove(put.id())).forEach(put -> findings.overtaken.add(put.id()));
    }
}
