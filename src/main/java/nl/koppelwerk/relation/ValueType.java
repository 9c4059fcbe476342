package nl.koppelwerk.relation;

/** How text becomes a checked value and back; {@code parse(parse(x).text())} equals {@code parse(x)}. */
public interface ValueType<T> {

    /** Blank text is {@link Value.Empty}; text that fails the check is {@link Value.Invalid}, never an exception. */
    Value<T> parse(String raw);

    /** The checked value as {@link Value.Present}, with its canonical text. */
    Value<T> of(T value);
}
