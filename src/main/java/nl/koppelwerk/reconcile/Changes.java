package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Change;
import nl.koppelwerk.reconcile.Wanted.Put;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The values whose life begins with this look, for the history. */
final class Changes {

    private Changes() {}

    static List<Change> of(Knowledge known) {
        var changes = new ArrayList<Change>();
        // what stands under an id that may be another relation's is none of this history until a person says that it is
        known.seen.forEach((side, now) -> {
            if (!Reuse.isAnother(known, now) || known.isReleased(ReasonCode.ID_REUSED)) add(known, changes, side, now);
        });
        return changes;
    }

    private static void add(Knowledge known, List<Change> changes, Side side, Sighting now) {
        var before = Optional.ofNullable(known.situation.looked().get(side)).filter(looked -> looked.root().equals(now.root()));
        add(known, changes, side, PartKey.ROOT, before.map(looked -> known(known, looked, PartKey.ROOT, looked.relation().values())).orElse(Values.NONE), now.relation().values());
        for (Part part : now.relation().parts()) {
            var key = key(known, side, part);
            add(known, changes, side, key, before.map(looked -> known(known, looked, key, values(looked, part))).orElse(Values.NONE), part.values());
        }
    }

    /** What a look saw before that is in this history: of another relation's that was not, only what was agreed on before. */
    private static Values known(Knowledge known, Sighting looked, PartKey part, Values seen) {
        return Reuse.isAnother(known, looked) ? known.pair.baseline(looked.side()).of(part) : seen;
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
        for (var field : now.fields()) {
            // What stood there when this look wrote was seen by no look before: it is kept all the same.
            Value<?> between = known.overwritten.getOrDefault(side + " " + part.subject(field), before.get(field));
            if (isNews(before.get(field), between)) changes.add(new Change(side, part, field, between, false));
            if (isNews(between, now.get(field))) changes.add(news(known, side, part, field, now.get(field)));
        }
    }

    private static boolean isNews(Value<?> before, Value<?> now) { return !now.isAbsent() && !now.equals(before) && !(now.isEmpty() && before.isAbsent()); }

    private static Change news(Knowledge known, Side side, PartKey part, Field<?> field, Value<?> now) {
        var kind = known.seen.get(side).relation().kind();
        var fed = Stream.concat(Stream.of(field), known.situation.rules().dialect(side).groups(kind, part.kind()).stream()
            .filter(group -> group.contains(field)).flatMap(List::stream)).collect(Collectors.<Field<?>>toSet());
        boolean isOurs = fed.stream().anyMatch(each -> known.sentNow.contains(side + " " + part.subject(each)) || isAwaited(known, side, part, each, now));
        var wanted = !isOurs ? Optional.<String>empty() : known.situation.wanted().stream()
            .filter(one -> one instanceof Put put && put.side() == side && put.part().equals(part) && fed.contains(put.field()) && Spelling.same(put.value(), now))
            .map(Wanted::id).findFirst();
        return new Change(side, part, field, now, isOurs, wanted);
    }

    /** Written by a look that ended before it saw what it had written, or before it had its answer. */
    private static boolean isAwaited(Knowledge known, Side side, PartKey part, Field<?> field, Value<?> now) {
        return Stream.concat(known.situation.pair().recent().stream().filter(sent -> !sent.confirmed()), known.landed.stream())
            .anyMatch(sent -> sent.isOf(side, part, field) && Spelling.same(sent.sent(), now));
    }
}
