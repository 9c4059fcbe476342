package nl.koppelwerk.relation;

/** What a part of a root is; {@link #ROOT} stands for the root itself, so that one rule can speak of both. */
public enum PartKind {
    ROOT,
    CONTACT,
    /** Known within its root by its name, the same on both sides, whatever id the vendor gives it. */
    ROLE;

    public boolean hasNaturalKey() { return this == ROLE; }
}
