package nl.koppelwerk.relation;

/** A choice of two. */
public enum YesNo {
    YES,
    NO;

    public static final ValueType<YesNo> TYPE = OneOf.names(values());

    public static YesNo of(boolean yes) { return yes ? YES : NO; }
}
