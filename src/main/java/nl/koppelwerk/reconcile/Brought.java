package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Wanted.Carry;
import nl.koppelwerk.relation.Field;

/** What stands in the target already of what an applied import wants of a record. */
record Brought(Subject subject, Carry wanted) {

    /** Told by what went along with it: one that was found to be its partner meanwhile got nothing from us. */
    boolean isMade() {
        return wanted.given().fields().stream().anyMatch(field -> known().pair.recent().stream().anyMatch(sent -> sent.isOf(Side.TARGET, PartKey.ROOT, field)
            && sent.sent().equals(wanted.given().get(field)) && isSince(sent)));
    }

    /** All that was chosen, as it was shown, whatever else moved. */
    boolean isThere() {
        return known().pair.target().equals(wanted.partner()) && wanted.shown().source().fields().stream().filter(this::isChosen).allMatch(this::isThere);
    }

    /** What stood there before may differ from it in spelling alone, and is not what was chosen. */
    private boolean isThere(Field<?> field) {
        var chosen = subject.form(Side.TARGET, field, wanted.shown().source().get(field));
        var held = subject.target().get(field);
        return held.equals(chosen) || Spelling.same(chosen, held) && !held.equals(wanted.shown().target().get(field));
    }

    /** The hub wrote some of it since it is wanted. */
    boolean isOurs() {
        return Stream.of(known().situation.pair().recent(), known().landed, known().sent).flatMap(List::stream)
            .anyMatch(sent -> sent.isOf(Side.TARGET, PartKey.ROOT, sent.field()) && isChosen(sent.field()) && isSince(sent));
    }

    private boolean isChosen(Field<?> field) { return wanted.fields().contains(field.name()); }

    private boolean isSince(Sent sent) { return !sent.at().isBefore(wanted.at()); }

    private Knowledge known() { return subject.known(); }
}
