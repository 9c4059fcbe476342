package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.PartPairing.Pairing;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Compares both sides of a pair, part by part and field by field. */
final class Merging {

    private final Knowledge known;
    private final Findings findings;
    private final Rules rules;
    private final ByHand byHand;

    private Merging(Knowledge known) {
        this.known = known;
        GivenUp.recall(known);
        this.findings = new Findings(known.pair);
        this.rules = known.situation.rules();
        this.byHand = new ByHand(known);
    }

    static Findings findings(Knowledge known) { return new Merging(known).find(); }

    private Findings find() {
        Relation source = view(Side.SOURCE);
        Relation target = view(Side.TARGET);
        part(source.kind(), PartKey.ROOT, source.values(), target.values());
        var parts = new PartPairing(known, findings, source, target);
        parts.pair();
        for (Pairing pairing : parts.pairs())
            part(source.kind(), pairing.key(), pairing.source().values(), pairing.target().values());
        new LeavingOut(known, findings, Side.TARGET).leave(target.values());
        keepUnjudged();
        findings.reasons.addAll(rules.remarks(Side.SOURCE, known.source().relation()));
        if (!byHand.reasons().isEmpty()) findings.onlyByHand(byHand.reasons());
        return findings;
    }

    private Relation view(Side side) { return rules.view(side, known.pair.facet(), known.seen.get(side).relation()); }

    private void part(Kind kind, PartKey part, Values source, Values target) {
        var echo = new Echo(known, findings);
        var subject = new Subject(known, findings, kind, part, source, target);
        List<Field<?>> fields = source.fields().stream().<Field<?>>filter(field -> isCommon(subject, field)).toList();
        Set<Field<?>> left = new LinkedHashSet<>();
        for (var field : fields)
            if (echo.judge(part, field, Side.SOURCE, source.get(field)) & echo.judge(part, field, Side.TARGET, target.get(field))) left.add(field);
        fields.stream().filter(field -> !left.contains(field)).forEach(field -> waits(subject, field));
        new Restoring(subject).restore(fields, left);
        new Carrying(known).carry(subject, fields, left);
        byHand.leave(subject, left);
        for (Side joined : Side.values()) groups(subject, joined, fields, left);
        left.forEach(field -> new FieldMerge(subject).merge(field));
        for (Side side : Side.values()) unshown(subject, side);
        new Following(subject).note(fields);
    }

    /** What a side once held and leaves out now may be empty or merely not told: it is no move, and a difference gets its reason. */
    private void unshown(Subject subject, Side side) {
        for (var field : findings.baseline(side).of(subject.part()).fields())
            if (subject.held(side, field).isAbsent() && subject.base(side, field).isFilled() && subject.held(side.other(), field).isFilled())
                findings.reasons.add(known.named(ReasonCode.NO_LONGER_SHOWN, side).about(subject.name(field)));
    }

    /** Of fields that one member feeds, either all are compared or, while one of them does not show yet what we wrote, none. */
    private void groups(Subject subject, Side joined, List<Field<?>> fields, Set<Field<?>> left) {
        for (List<Field<?>> group : subject.dialect(joined).groups(subject.kind(), subject.part().kind())) {
            var together = new ArrayList<Field<?>>(group);
            together.retainAll(fields);
            if (together.size() < 2) continue;
            if (left.containsAll(together)) new GroupMerge(subject, joined, together).merge();
            else together.forEach(field -> waits(subject, field));
            together.forEach(left::remove);
        }
    }

    /** Nothing is concluded of it in this look, so what was said of it goes on. */
    private void waits(Subject subject, Field<?> field) {
        var said = known.pair.standing().get(subject.name(field));
        if (said != null && !findings.standing.containsKey(subject.name(field))) findings.stand(subject.name(field), said);
    }

    /** Absent never moves, never writes, never enters a baseline. */
    private boolean isCommon(Subject subject, Field<?> field) {
        Dialect source = subject.dialect(Side.SOURCE);
        Dialect target = subject.dialect(Side.TARGET);
        var part = subject.part().kind();
        return source.knows(subject.kind(), part, field) && target.knows(subject.kind(), part, field)
            && !subject.source().get(field).isAbsent() && !subject.target().get(field).isAbsent()
            && subject.rule(field).compares();
    }

    /** It went along when the root was made, and its system never shows it; by it is told that we made the root, for as long as somebody waits to hear that. */
    private boolean isGivenOnce(Sent sent) {
        if (known.situation.wanted().stream().anyMatch(want -> want instanceof Wanted.Carry carry && carry.makes())) return false;
        boolean isOfRoot = sent.part().equals(PartKey.ROOT) && known.readNow.contains(sent.side()) && known.seen.containsKey(sent.side());
        return isOfRoot && !rules.rule(PartKind.ROOT, sent.field()).compares()
            && known.seen.get(sent.side()).relation().values().get(sent.field()).isAbsent();
    }

    /** What was written to something that this look does not show keeps waiting to be seen. */
    private void keepUnjudged() {
        known.pair.recent().stream()
            .filter(sent -> !sent.confirmed() && findings.recent.stream().noneMatch(r -> r.isOf(sent.side(), sent.part(), sent.field())))
            .filter(sent -> findings.baseline(sent.side()).of(sent.part(), sent.field()).isAbsent() && !isGivenOnce(sent))
            .forEach(findings.recent::add);
    }
}
