package nl.koppelwerk.relation;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A value type of one line of text: cleaned, checked, and wrapped. */
record Checked<T>(UnaryOperator<String> clean, Predicate<String> check, ReasonCode refusal,
                  Function<String, T> wrap, Function<T, String> unwrap) implements ValueType<T> {

    /** For types whose own {@code toString} is their canonical text. */
    static <T> Checked<T> of(UnaryOperator<String> clean, Predicate<String> check, ReasonCode refusal, Function<String, T> wrap) {
        return new Checked<>(clean, check, refusal, wrap, Object::toString);
    }

    @Override public Value<T> parse(String raw) {
        var typed = Blanks.trimmed(raw);
        if (typed.isEmpty()) return Value.empty();
        var cleaned = clean.apply(typed);
        return check.test(cleaned) ? of(wrap.apply(cleaned)) : new Value.Invalid<>(typed, refusal);
    }

    @Override public Value<T> of(T value) {
        var text = unwrap.apply(value);
        return text.isEmpty() ? Value.empty() : new Value.Present<>(value, text);
    }

    static void require(boolean valid, ReasonCode refusal) {
        if (!valid) throw new IllegalArgumentException(refusal.name());
    }
}
