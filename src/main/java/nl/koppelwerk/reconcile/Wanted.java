package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.Set;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** What a person wants of a relation by having applied a plan; a look carries it out where both sides still hold what the plan was based on. */
public sealed interface Wanted {

    /** Names it in the ledger; what is wanted anew of the same field has another one. */
    String id();

    /** Who applied the plan. */
    String by();

    Instant at();

    /**
     * One side shall hold this value.
     *
     * @param record the id of the record or contact person of that side for which it was planned
     * @param value what is to stand there, in the form of that side
     * @param held  what stood there when it was planned
     * @param other what the other side held then
     * @param doubted a write for this relation was given up in doubt since: it may land late, and is no edit of a person then
     */
    record Put(String id, String by, Instant at, Side side, String record, PartKey part, Field<?> field, Value<?> value, Value<?> held, Value<?> other,
               boolean doubted) implements Wanted {

        /** It is of the same field of the same side. */
        boolean isInPlaceOf(Put another) { return side == another.side && part.equals(another.part) && field.equals(another.field); }

        /** It is of a field that this import overwrites, too. */
        boolean isOf(Carry carry) { return side == Side.TARGET && part.equals(PartKey.ROOT) && carry.fields().contains(field.name()); }

        public Put doubted(boolean isDoubted) { return new Put(id, by, at, side, record, part, field, value, held, other, isDoubted); }
    }

    /**
     * A record of the source shall be carried over as it was shown: made in the target, or some of its fields put over those of its partner.
     *
     * @param partner what the plan showed as its partner; empty where it was to be made
     * @param shown   what both held then: where either moved, nothing is written
     * @param fields  names of the fields that overwrite; of no meaning where it is made
     * @param given   what a new record gets that the source does not hold
     */
    record Carry(String id, String by, Instant at, String partner, Plan.Shown shown, Set<String> fields, Values given) implements Wanted {

        public Carry {
            fields = Set.copyOf(fields);
        }

        public boolean makes() { return partner.isEmpty(); }

        /** One of its fields, and since it is wanted. */
        boolean isWritten(Sent sent) {
            return sent.isOf(Side.TARGET, PartKey.ROOT, sent.field()) && fields.contains(sent.field().name()) && !sent.at().isBefore(at);
        }

        /** It makes the very same record. */
        boolean isAlike(Carry other) { return shown.source().equals(other.shown().source()) && given.equals(other.given()); }
    }

    /** The two records shall no longer be kept the same; both stay. */
    record Cut(String id, String by, Instant at) implements Wanted {}
}
