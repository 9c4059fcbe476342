package nl.koppelwerk.sandbox.economic;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A condition of the query parameter {@code filter}; it asks a record for the values of properties, null where it has none. */
sealed interface EcoFilter {

    boolean test(Function<EcoProperty, Object> values);

    /** A filter that cannot be understood; the message says what was met. */
    final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    record Always() implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            return true;
        }
    }

    record And(EcoFilter left, EcoFilter right) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            return left.test(values) && right.test(values);
        }
    }

    record Or(EcoFilter left, EcoFilter right) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            return left.test(values) || right.test(values);
        }
    }

    /** Whether a property has a value at all. */
    record Empty(EcoProperty property, boolean wanted) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            return (values.apply(property) == null) == wanted;
        }
    }

    /** A record without a value fits no comparison, as in the database behind it. */
    record Comparison(EcoProperty property, String operator, Comparable<?> literal) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            var found = values.apply(property);
            if (found == null) {
                return false;
            }
            var order = order(found);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        }

        @SuppressWarnings("unchecked")
        private int order(Object found) {
            return found instanceof String text ? text.toLowerCase(Locale.ROOT).compareTo(literal.toString().toLowerCase(Locale.ROOT))
                    : ((Comparable<Object>) found).compareTo(literal);
        }
    }

    record Like(EcoProperty property, Pattern pattern) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            var found = values.apply(property);
            return found != null && pattern.matcher(found.toString()).matches();
        }
    }

    record In(EcoProperty property, List<Comparable<?>> literals, boolean wanted) implements EcoFilter {
        @Override
        public boolean test(Function<EcoProperty, Object> values) {
            var found = values.apply(property);
            return found != null && literals.stream().anyMatch(literal -> new Comparison(property, "eq", literal).test(values)) == wanted;
        }
    }
}
