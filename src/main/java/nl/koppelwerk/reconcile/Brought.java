package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Wanted.Carry;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/** What stands in the target already of what an applied import wants of a record. */
record Brought(Subject subject, Carry wanted) {

    /** Told by what went along with it: one that was found to be its partner meanwhile got nothing from us. */
    boolean isMade() {
        return wanted.given().fields().stream().anyMatch(field -> known().pair.recent().stream().anyMatch(sent -> sent.isOf(Side.TARGET, PartKey.ROOT, field)
            && sent.sent().equals(wanted.given().get(field)) && !sent.at().isBefore(wanted.at())));
    }

    /** All that was chosen stands there as it was shown, or was written, whatever else moved and whatever was typed over it. */
    boolean isDone() {
        return known().pair.target().equals(wanted.partner()) && chosen().allMatch(field -> isThere(field) || isWritten(field) || isTypedOver(field));
    }

    /** Fields are written together: what is neither as it was shown nor as it was chosen, beside one that was written, was there too. */
    private boolean isTypedOver(Field<?> field) {
        return isWritten() && !subject.target().get(field).isAbsent() && !subject.target().get(field).equals(wanted.shown().target().get(field));
    }

    /** What stood there before may differ from it in spelling alone, and is not what was chosen. */
    private boolean isThere(Field<?> field) {
        var held = subject.target().get(field);
        return held.equals(value(field)) || Spelling.same(value(field), held) && !held.equals(wanted.shown().target().get(field));
    }

    /** Some of it, and not by a person or for another import before. */
    boolean isWritten() { return chosen().anyMatch(this::isWritten); }

    private boolean isWritten(Field<?> field) {
        return Stream.of(known().situation.pair().recent(), known().landed, known().sent).flatMap(List::stream)
            .anyMatch(sent -> sent.field().equals(field) && wanted.isWritten(sent) && sent.sent().equals(value(field)));
    }

    private Stream<Field<?>> chosen() { return wanted.shown().source().fields().stream().filter(field -> wanted.fields().contains(field.name())); }

    private Value<?> value(Field<?> field) { return subject.form(Side.TARGET, field, wanted.shown().source().get(field)); }

    private Knowledge known() { return subject.known(); }
}
