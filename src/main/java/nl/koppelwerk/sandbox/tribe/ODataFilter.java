package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition of {@code $filter}; it asks a record for the value of a path such as {@code Relation/ID}. */
sealed interface ODataFilter {

    boolean test(Function<String, JsonNode> value);

    /** All paths that the condition names. */
    Stream<String> paths();

    record Always() implements ODataFilter {
        @Override
        public boolean test(Function<String, JsonNode> value) {
            return true;
        }

        @Override
        public Stream<String> paths() {
            return Stream.empty();
        }
    }

    record And(ODataFilter left, ODataFilter right) implements ODataFilter {
        @Override
        public boolean test(Function<String, JsonNode> value) {
            return left.test(value) && right.test(value);
        }

        @Override
        public Stream<String> paths() {
            return Stream.concat(left.paths(), right.paths());
        }
    }

    record Or(ODataFilter left, ODataFilter right) implements ODataFilter {
        @Override
        public boolean test(Function<String, JsonNode> value) {
            return left.test(value) || right.test(value);
        }

        @Override
        public Stream<String> paths() {
            return Stream.concat(left.paths(), right.paths());
        }
    }

    record Not(ODataFilter inner) implements ODataFilter {
        @Override
        public boolean test(Function<String, JsonNode> value) {
            return !inner.test(value);
        }

        @Override
        public Stream<String> paths() {
            return inner.paths();
        }
    }

    /** {@code literal} is null for the word null; {@code text} tells a quoted literal from a bare one. */
    record Comparison(String path, String operator, String literal, boolean text) implements ODataFilter {

        static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

        @Override
        public boolean test(Function<String, JsonNode> value) {
            var found = value.apply(path);
            if (literal == null || found == null || found.isNull()) {
                var same = literal == null && (found == null || found.isNull());
                return operator.equals("eq") ? same : operator.equals("ne") && !same;
            }
            var order = order(found);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        }

        @Override
        public Stream<String> paths() {
            return Stream.of(path);
        }

        private int order(JsonNode found) {
            if (found.isNumber()) {
                return found.decimalValue().compareTo(new BigDecimal(literal));
            }
            return text || !literal.contains("T") ? found.asText().compareTo(literal) : moment(found.asText()).compareTo(moment(literal));
        }

        static Instant moment(String text) {
            try {
                return java.time.OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a moment: " + text);
            }
        }
    }

    /** contains, startswith and endswith do not look at capitals. */
    record TextMatch(String function, String path, String literal) implements ODataFilter {

        static final List<String> FUNCTIONS = List.of("contains", "startswith", "endswith");

        @Override
        public boolean test(Function<String, JsonNode> value) {
            var found = value.apply(path);
            if (found == null || found.isNull()) {
                return false;
            }
            var text = found.asText().toLowerCase(Locale.ROOT);
            var wanted = literal.toLowerCase(Locale.ROOT);
            return switch (function) {
                case "contains" -> text.contains(wanted);
                case "startswith" -> text.startsWith(wanted);
                default -> text.endsWith(wanted);
            };
        }

        @Override
        public Stream<String> paths() {
            return Stream.of(path);
        }
    }
}
