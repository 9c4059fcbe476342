package nl.koppelwerk.link;

import java.time.Instant;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/**
 * One field that the hub wrote, so that what it sees next can be told from a person's edit.
 *
 * @param sent      what was sent, in the form of the side it went to
 * @param old       what that side held before
 * @param otherHeld what the other side held when this was decided
 * @param at        when it was answered, or known to be done: from then on the vendor's visibility delay counts
 * @param confirmed the side was seen to hold it since
 */
public record Sent(Side side, PartKey part, Field<?> field, Value<?> sent, Value<?> old, Value<?> otherHeld,
                   Instant at, boolean confirmed) {

    public boolean isOf(Side aSide, PartKey aPart, Field<?> aField) {
        return side == aSide && part.equals(aPart) && field.equals(aField);
    }

    public Sent seen() { return new Sent(side, part, field, sent, old, otherHeld, at, true); }
}
