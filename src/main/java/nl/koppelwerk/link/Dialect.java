package nl.koppelwerk.link;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** What one system can hold of a relation, in which form, and how a write to it is made safe. Pure. */
public interface Dialect {

    /** The system's id, as in its routes. */
    String system();

    /** The name that reasons use for the system. */
    String label();

    boolean knows(Kind root, PartKind part, Field<?> field);

    /** The value as this system would hold it after taking it over. */
    Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value);

    /** The wire record that carries the field: empty for the part's own record, else a resource with an id of its own. */
    String resourceOf(Kind root, PartKind part, Field<?> field);

    /** The fields of a part, those that one wire member feeds together; the first present one is written back. */
    List<List<Field<?>>> groups(Kind root, PartKind part);

    /** Why this system would not take the value; all reasons at once, none where it would. */
    List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value);

    /** What a new part must have. */
    Set<Field<?>> required(Kind root, PartKind part);

    /** A resource that a part does not have yet may be added by a write of ours (an address in Tribe). */
    boolean mayAdd(Kind root, PartKind part, String resource);

    /** An update names the version it was decided on, and the system refuses a stale one. */
    boolean checksVersions();

    /** How a create whose answer was lost is found again. */
    Doubt doubt();

    /** How long this system answers the same idempotency key with the same record. */
    default Duration keyLife() { return Duration.ZERO; }

    /** A create is taken first and judged later: what is said of it under its key then is the answer to it, and a new attempt would only hear it again. */
    default boolean answersLater() { return false; }

    /** How long after a write the old state may still be read. */
    Duration visibilityDelay();

    /** Ways of engine.md section 4 to settle a create in doubt. */
    enum Doubt {
        /** The vendor keeps a reference of ours and can be asked for it. */
        OWN_REFERENCE,
        /** The vendor answers the same idempotency key with the same record. */
        IDEMPOTENCY_KEY,
        /** Only by comparing keys of roots that were not there before. */
        KEYS,
        /** Not at all: a person decides. */
        NONE
    }
}
