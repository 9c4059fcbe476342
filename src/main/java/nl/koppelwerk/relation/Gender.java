package nl.koppelwerk.relation;

/** The gender that a system states; a system that states none has an empty value. */
public enum Gender {
    MALE,
    FEMALE,
    /** Stated to be neither, or stated to be unknown. */
    UNSPECIFIED;

    public static final ValueType<Gender> TYPE = OneOf.names(values());
}
