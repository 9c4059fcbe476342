package nl.koppelwerk.relation;

/**
 * What a system says of one field: it cannot say, it says that there is nothing, or it says something.
 * Something that fails the check of its type is kept as it was typed, with the reason, and never crosses.
 */
public sealed interface Value<T> {

    record Absent<T>() implements Value<T> {
        @Override public String toString() { return "absent"; }
    }

    record Empty<T>() implements Value<T> {
        @Override public String toString() { return "empty"; }
    }

    /** A checked value with its canonical text, by which values are compared and stored. */
    record Present<T>(T value, String text) implements Value<T> {
        @Override public String toString() { return "present"; }
    }

    /** Something was typed that its type refuses: kept, shown, not sent. */
    record Invalid<T>(String text, ReasonCode reason) implements Value<T> {
        @Override public String toString() { return "invalid"; }
    }

    static <T> Value<T> absent() { return new Absent<>(); }

    static <T> Value<T> empty() { return new Empty<>(); }

    default boolean isAbsent() { return this instanceof Absent; }

    default boolean isEmpty() { return this instanceof Empty; }

    /** Something stands there, valid or not. */
    default boolean isFilled() { return this instanceof Present || this instanceof Invalid; }

    default boolean isValid() { return !(this instanceof Invalid); }

    /** The canonical (or, where invalid, the typed) text; the empty string where nothing stands. */
    default String text() {
        if (this instanceof Present<T> present) return present.text();
        return this instanceof Invalid<T> invalid ? invalid.text() : "";
    }
}
