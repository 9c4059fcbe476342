package nl.koppelwerk.link;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** A link type's rulebook with one office's settings filled in. Pure. */
public interface Rules {

    Dialect dialect(Side side);

    /** The part of a record that this link looks at under a facet: fields, parts and roles that are in its scope. */
    Relation view(Side side, String facet, Relation seen);

    /** Why a root is not synchronised at all; empty where it is. Asked afresh at each look. */
    List<Reason> outOfScope(Side side, Relation seen);

    /** A row of a listing that says no is passed over where its root is not known: a hat that the record does not wear ({@link Hat}). */
    default boolean isWorn(Side side, Relation seen) { return true; }

    /** Why an unpaired root is not born on the other side; empty where it is. */
    List<Reason> notBorn(Side side, Relation seen);

    /** The keys of others of its side in whose record it may go over, if one of them does and {@link #takesAlong} it. */
    default List<MatchKey> mayGoAlongWith(Side side, Relation seen) { return List.of(); }

    /** Of two of one side that are one record on the other side, the one in whose record the other goes over. */
    default boolean takesAlong(Relation one, Relation other) { return true; }

    /** Why nothing is written any more for a pair of which this side was seen so; empty where it goes on. */
    List<Reason> noLongerWritten(Side side, Relation seen);

    /**
     * Why it is not kept the same by itself, and only carried over where a person says so; empty where it flows.
     *
     * @param paired it has a partner already
     */
    default List<Reason> waitsForHand(Side side, Relation seen, boolean paired) { return List.of(); }

    /** New parts of this kind may be made on that side. */
    boolean bears(Side side, PartKind part);

    FieldRule rule(PartKind part, Field<?> field);

    /** The keys by which this root is recognised on the other side, strongest first; identity in the sense of engine.md. */
    List<MatchKey> identity(Side side, String root, Relation seen);

    /** A key of that kind is one system's word about a record of the other, and no property of the relation itself. */
    default boolean isReference(String kind) { return false; }

    /**
     * Each key is to be one record's alone: one that shares a weaker key and has another of that kind, a company's number in the trade register, is asked about.
     * Elsewhere it is another company, and that is all.
     */
    default boolean asksWhereOther(String kind) { return false; }

    /** Parts of one pair that carry no reference to each other are one by what they hold. */
    default boolean isSamePart(PartKind kind, Values atSource, Values atTarget) { return false; }

    /**
     * Of fields that cannot stand there without each other, one that a write has to leave out, or its system refuses the whole; empty where none has.
     *
     * @param result  what the root would hold after the write
     * @param written the fields that it names
     */
    default Optional<Reason> leftOut(Side side, Values result, Set<Field<?>> written) { return Optional.empty(); }

    /** What the target keeps of ours, so that a lost create is found again. */
    Optional<String> ownReference(String sourceRoot);

    FirstMeeting firstMeeting();

    /** The system of that side may give the id of a vanished record to another relation. */
    default boolean reusesIds(Side side) { return false; }

    /** An invalid optional value refuses the whole relation (imports), instead of stopping its field only. */
    default boolean refusesInvalid() { return false; }

    /** What is left aside without stopping anything, for people to see. */
    default List<Reason> remarks(Side side, Relation seen) { return List.of(); }

    enum FirstMeeting { SOURCE_WINS, ASK }
}
