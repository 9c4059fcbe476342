package nl.koppelwerk.relation;

/** How far the relation with a customer is. */
public enum Status {
    PROSPECT,
    ACTIVE,
    INACTIVE;

    public static final ValueType<Status> TYPE = OneOf.names(values());
}
