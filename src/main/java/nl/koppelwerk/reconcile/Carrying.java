package nl.koppelwerk.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Wanted.Carry;
import nl.koppelwerk.reconcile.Wanted.Put;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Carries a record over as an applied import wants it, and only where both sides still hold what the import showed. */
final class Carrying {

    private final Knowledge known;
    private final Optional<Carry> carry;

    Carrying(Knowledge known) {
        this.known = known;
        this.carry = known.situation.wanted().stream().filter(Carry.class::isInstance).map(Carry.class::cast).findFirst();
    }

    /** What is to be made of a record that has no partner; empty where nobody chose it, or it is no longer what was shown. */
    Optional<Relation> born(Sighting seen) {
        if (carry.isEmpty()) return Optional.empty();
        var view = known.situation.rules().view(Side.SOURCE, known.pair.facet(), seen.relation());
        if (carry.get().makes() && isAllThatWasShown(view.values(), carry.get())) return Optional.of(view.with(carry.get().given().fields().stream()
            .reduce(view.values(), (values, field) -> values.with(field, carry.get().given().get(field)), (one, other) -> other)));
        known.cameTo.put(carry.get().id(), Outcome.CHANGED_SINCE_PREVIEW);
        return Optional.empty();
    }

    /** A field that the source did not say when it was shown would go along unseen. */
    private boolean isAllThatWasShown(Values held, Carry wanted) {
        var shown = wanted.shown().source();
        return holds(held, shown) && held.fields().stream().allMatch(field -> held.get(field).isAbsent() || !shown.get(field).isAbsent() || !known.situation.rules().rule(PartKind.ROOT, field).compares());
    }

    private static boolean holds(Values held, Values shown) { return shown.fields().stream().allMatch(field -> held.get(field).equals(shown.get(field))); }

    /**
     * Takes the fields that overwrite out of those that are left to merge.
     *
     * @param common what both sides can say now
     * @param left   of these, what does not wait to show what we wrote
     */
    void carry(Subject subject, Collection<Field<?>> common, Set<Field<?>> left) {
        if (carry.isEmpty() || !subject.part().equals(PartKey.ROOT) || known.created) return;
        var wanted = carry.get();
        if (wanted.makes()) {
            made(subject, wanted);
            return;
        }
        var chosen = common.stream().<Field<?>>filter(field -> wanted.fields().contains(field.name())).toList();
        if (isPutBackSince(wanted) || !isAsShown(subject, wanted)) subject.findings().overtaken.add(wanted.id());
        else if (!left.containsAll(chosen)) subject.findings().pending.add(wanted.id());
        else write(subject, wanted, chosen, left);
    }

    /** By an earlier look, whatever moved since: a create may be judged later, and a look may not live to say that it made something. */
    private void made(Subject subject, Carry wanted) {
        if (isMade(wanted)) known.cameTo.put(wanted.id(), Outcome.CREATED);
        (isMade(wanted) ? subject.findings().carriedOut : subject.findings().overtaken).add(wanted.id());
    }

    /** Told by what went along with it: one that was found to be its partner meanwhile got nothing from us. */
    private boolean isMade(Carry wanted) {
        return wanted.given().fields().stream().anyMatch(field -> known.pair.recent().stream().anyMatch(sent -> sent.isOf(Side.TARGET, PartKey.ROOT, field)
            && sent.sent().equals(wanted.given().get(field)) && !sent.at().isBefore(wanted.at())));
    }

    /** A look that fails leaves an import wanted: what a person had put back since is not written over, and then put back again. */
    private boolean isPutBackSince(Carry wanted) {
        return known.situation.wanted().stream().anyMatch(want -> want instanceof Put put && put.isOf(wanted) && !put.at().isBefore(wanted.at()));
    }

    private boolean isAsShown(Subject subject, Carry wanted) {
        if (!known.pair.target().equals(wanted.partner()) || !holds(subject.source(), wanted.shown().source())) return false;
        return wanted.shown().target().fields().stream().allMatch(field -> subject.target().get(field).equals(wanted.shown().target().get(field)) || isCarried(subject, wanted, field));
    }

    /** By an earlier write of this import; or a person typed the very same. */
    private static boolean isCarried(Subject subject, Carry wanted, Field<?> field) {
        return wanted.fields().contains(field.name()) && isHeld(subject, field);
    }

    private static boolean isHeld(Subject subject, Field<?> field) {
        return Spelling.same(subject.form(Side.TARGET, field, subject.source().get(field)), subject.target().get(field));
    }

    private void write(Subject subject, Carry wanted, List<Field<?>> chosen, Set<Field<?>> left) {
        var outbound = new Outbound(subject);
        var findings = subject.findings();
        boolean isDue = false;
        for (var field : chosen) {
            int before = findings.writes.size();
            if (isGiven(subject, outbound, field)) subject.agree(field);
            isDue |= findings.writes.size() > before;
        }
        chosen.forEach(left::remove);
        (isDue ? findings.pending : findings.carriedOut).add(wanted.id());
    }

    /** To the letter, for that is what was shown; a system that answers in its own spelling is not given the same again. */
    private static boolean isGiven(Subject subject, Outbound outbound, Field<?> field) {
        var value = subject.source().get(field);
        return subject.isSentNow(Side.TARGET, field) ? outbound.push(Side.TARGET, field, value) : outbound.edit(Side.TARGET, field, value);
    }
}
