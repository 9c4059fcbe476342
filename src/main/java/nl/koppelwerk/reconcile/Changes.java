package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Change;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Values;

/** The values whose life begins with this look, for the history. */
final class Changes {

    private Changes() {}

    static List<Change> of(Knowledge known) {
        var changes = new ArrayList<Change>();
        known.seen.forEach((side, now) -> {
            Sighting before = known.situation.lastKnown().get(side);
            boolean same = before != null && before.root().equals(now.root());
            add(known, changes, side, PartKey.ROOT, same ? before.relation().values() : Values.NONE, now.relation().values());
            for (Part part : now.relation().parts())
                add(known, changes, side, key(known, side, part), same ? values(before, part) : Values.NONE, part.values());
        });
        return changes;
    }

    private static Values values(Sighting before, Part part) {
        return before.relation().parts().stream().filter(p -> p.kind() == part.kind() && p.id().equals(part.id()))
            .map(Part::values).findFirst().orElse(Values.NONE);
    }

    private static PartKey key(Knowledge known, Side side, Part part) {
        return known.pair.partners(side, part.kind(), part.id()).map(nl.koppelwerk.link.Partners::key)
            .orElse(new PartKey(part.kind(), side == Side.SOURCE ? part.id() : "t:" + part.id()));
    }

    private static void add(Knowledge known, List<Change> changes, Side side, PartKey part, Values before, Values now) {
        for (var field : now.fields())
            if (!now.get(field).equals(before.get(field)) && !(now.get(field).isEmpty() && before.get(field).isAbsent()))
                changes.add(new Change(side, part, field, now.get(field), known.sentNow.contains(side + " " + part.subject(field))));
    }
}
