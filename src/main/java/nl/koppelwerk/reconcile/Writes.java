package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Turns findings into writes of whole wire records: the root first, then what hangs under it. */
final class Writes {

    private final Knowledge known;

    Writes(Knowledge known) { this.known = known; }

    /** The next write that the vendor has not refused in this look. */
    Optional<Step.Write> next(Findings findings) {
        var all = new ArrayList<>(updates(findings));
        for (var birth : findings.births) birth(birth, findings).ifPresent(all::add);
        return all.stream().filter(write -> !known.isRefused(write.side(), write.target())).findFirst();
    }

    private List<Step.Write> updates(Findings findings) {
        Map<String, List<FieldWrite>> byTarget = new LinkedHashMap<>();
        findings.writes.stream().sorted((a, b) -> a.part().compareTo(b.part()))
            .forEach(write -> byTarget.computeIfAbsent(write.side() + " " + write.part() + "#" + resource(write), k -> new ArrayList<>()).add(write));
        return byTarget.values().stream().map(writes -> update(writes, findings)).toList();
    }

    private Step.Write update(List<FieldWrite> writes, Findings findings) {
        FieldWrite first = writes.get(0);
        Sighting seen = known.seen.get(first.side());
        String resource = resource(first);
        String partId = partId(first, findings);
        int destructive = (int) writes.stream().filter(FieldWrite::destructive).count();
        return new Step.Write(first.side(), seen.root(), kind(first.side()), first.part(), partId, resource,
            handle(seen.relation(), first.part(), partId, resource), Step.Action.UPDATE, values(writes, FieldWrite::value),
            values(writes, FieldWrite::old), values(writes, FieldWrite::otherHeld), seen.version(), "", destructive);
    }

    private static Values values(List<FieldWrite> writes, java.util.function.Function<FieldWrite, nl.koppelwerk.relation.Value<?>> member) {
        Values values = Values.NONE;
        for (var write : writes) values = values.with(write.field(), member.apply(write));
        return values;
    }

    private String partId(FieldWrite write, Findings findings) {
        return write.part().equals(PartKey.ROOT) ? known.seen.get(write.side()).root()
            : findings.pair.partners(write.part()).orElseThrow().on(write.side());
    }

    private static String handle(Relation relation, PartKey part, String partId, String resource) {
        if (part.equals(PartKey.ROOT)) return relation.handles().getOrDefault(resource, "");
        return relation.parts().stream().filter(p -> p.kind() == part.kind() && p.id().equals(partId))
            .map(p -> p.handles().getOrDefault(resource, "")).findFirst().orElse("");
    }

    private Optional<Step.Write> birth(Findings.Birth birth, Findings findings) {
        Part part = birth.born();
        Values values = worthy(birth.side(), birth.key(), part.values(), findings);
        var missing = missing(birth.side(), part.kind(), values);
        if (!missing.isEmpty()) {
            missing.stream().map(reason -> reason.about(birth.key() + "/" + reason.subject())).filter(reason -> isNews(reason, findings)).forEach(findings.reasons::add);
            return Optional.empty();
        }
        return Optional.of(create(birth.side(), birth.key(), values, part.values(), part.id()));
    }

    private Step.Write create(Side side, PartKey key, Values values, Values otherHeld, String reference) {
        Sighting seen = known.seen.get(side);
        return new Step.Write(side, seen == null ? "" : seen.root(), kind(side.other()), key, "", "", "", Step.Action.CREATE, values,
            emptied(values), otherHeld, seen == null ? "" : seen.version(), reference, 0);
    }

    /** The root itself; what the target needs and does not get is said by {@link #missing}. */
    Step.Write root(Side side, Relation view, String reference, Findings findings) {
        return create(side, PartKey.ROOT, worthy(side, PartKey.ROOT, view.values(), findings), view.values(), reference);
    }

    /** In the form of that side, without what it cannot hold; each thing left out with its reason. */
    Values worthy(Side side, PartKey part, Values values, Findings findings) {
        var fit = fit(side);
        Values worthy = Values.NONE;
        for (var field : values.fields()) {
            var value = values.get(field);
            if (!fit.goesAlong(part.kind(), field, value)) continue;
            var problems = fit.problems(part, field, value);
            if (problems.isEmpty()) worthy = worthy.with(field, known.situation.rules().dialect(side).form(fit.kind(), part.kind(), field, value));
            else problems.forEach(problem -> findings.stand(part.subject(field), problem));
        }
        return worthy;
    }

    List<Reason> missing(Side side, PartKind part, Values values) { return fit(side).missing(part, values); }

    private Fit fit(Side side) { return new Fit(known.situation.rules(), side, kind(side.other())); }

    /** A field that is filled in, and left out for a reason that was given, is not to be filled in. */
    static boolean isNews(Reason missing, Findings findings) { return !findings.standing.containsKey(missing.subject()); }

    private static Values emptied(Values values) {
        Values empty = Values.NONE;
        for (var field : values.fields()) empty = empty.with(field, nl.koppelwerk.relation.Value.empty());
        return empty;
    }

    private String resource(FieldWrite write) {
        return known.situation.rules().dialect(write.side()).resourceOf(kind(write.side()), write.part().kind(), write.field());
    }

    private Kind kind(Side side) { return known.kind(side); }
}
