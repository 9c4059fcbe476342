package nl.koppelwerk.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    /** What imports want that were applied before the newest, which alone writes. */
    private final List<Carry> earlier;

    Carrying(Knowledge known) {
        var all = known.situation.wanted().stream().filter(Carry.class::isInstance).map(Carry.class::cast).toList();
        this.known = known;
        this.carry = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        this.earlier = all.isEmpty() ? List.of() : all.subList(0, all.size() - 1);
    }

    /** What is to be made of a record that has no partner; empty where nobody chose it, or it is no longer what was shown. */
    Optional<Relation> born(Sighting seen) {
        if (carry.isEmpty()) return Optional.empty();
        var view = known.situation.rules().view(Side.SOURCE, known.pair.facet(), seen.relation());
        if (carry.get().makes() && isAllThatWasShown(view.values(), carry.get())) return Optional.of(view.with(carry.get().given().fields().stream()
            .reduce(view.values(), (values, field) -> values.with(field, carry.get().given().get(field)), (one, other) -> other)));
        Stream.concat(earlier.stream(), carry.stream()).forEach(one -> known.cameTo.put(one.id(), Outcome.CHANGED_SINCE_PREVIEW));
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
        if (carry.isEmpty() || !subject.part().equals(PartKey.ROOT)) return;
        var newest = carry.get();
        if (newest.makes() && !known.created) made(subject, newest);
        else if (!known.created) update(subject, newest, common, left);
        earlier.forEach(one -> earlier(subject, one, newest));
    }

    /** By an earlier look, whatever moved since: a create may be judged later, and a look may not live to say that it made something. */
    private void made(Subject subject, Carry wanted) {
        boolean isMade = brought(subject, wanted).isMade();
        if (isMade) known.cameTo.put(wanted.id(), Outcome.CREATED);
        (isMade ? subject.findings().carriedOut : subject.findings().overtaken).add(wanted.id());
    }

    private void update(Subject subject, Carry wanted, Collection<Field<?>> common, Set<Field<?>> left) {
        var chosen = common.stream().<Field<?>>filter(field -> wanted.fields().contains(field.name())).toList();
        if (!left.containsAll(chosen)) subject.findings().pending.add(wanted.id());
        else if (!isPutBackSince(wanted) && isAsShown(subject, wanted)) write(subject, wanted, chosen, left);
        else if (brought(subject, wanted).isDone()) done(subject, wanted);
        else subject.findings().overtaken.add(wanted.id());
    }

    /** It writes nothing any more, and is done where just what it wants is there by then, whoever brought it. */
    private void earlier(Subject subject, Carry one, Carry newest) {
        var findings = subject.findings();
        boolean isForAnother = !newest.isAlike(one) && brought(subject, newest).isMade();
        if (findings.pending.contains(newest.id())) findings.pending.add(one.id());
        else if (one.makes() && !isForAnother) made(subject, one);
        else if (!one.makes() && brought(subject, one).isDone()) done(subject, one);
        else findings.overtaken.add(one.id());
    }

    private void done(Subject subject, Carry wanted) {
        subject.findings().carriedOut.add(wanted.id());
        var brought = brought(subject, wanted);
        if (brought.isDone() && !brought.isWritten()) known.cameTo.put(wanted.id(), Outcome.EQUAL);
    }

    private static Brought brought(Subject subject, Carry wanted) { return new Brought(subject, wanted); }

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
        if (isDue) findings.pending.add(wanted.id());
        else done(subject, wanted);
    }

    /** To the letter, for that is what was shown; a system that answers in its own spelling is not given the same again. */
    private static boolean isGiven(Subject subject, Outbound outbound, Field<?> field) {
        var value = subject.source().get(field);
        return subject.isSentNow(Side.TARGET, field) ? outbound.push(Side.TARGET, field, value) : outbound.edit(Side.TARGET, field, value);
    }
}
