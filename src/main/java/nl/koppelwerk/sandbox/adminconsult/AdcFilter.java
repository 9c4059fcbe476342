package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@code Filter} asks for.
 *
 * @param customers the customers that alone can fit; empty where it does not say
 */
record AdcFilter(Predicate<ObjectNode> fits, Optional<Set<String>> customers) {

    static final AdcFilter ALL = new AdcFilter(row -> true, Optional.empty());

    /** The filter cannot be read. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    AdcFilter and(AdcFilter other) {
        return new AdcFilter(fits.and(other.fits), customers.isPresent() ? customers : other.customers);
    }

    AdcFilter or(AdcFilter other) {
        return new AdcFilter(fits.or(other.fits), Optional.empty());
    }

    static AdcFilter on(String field, Predicate<JsonNode> holds) {
        return new AdcFilter(row -> holds.test(row.path(field)), Optional.empty());
    }

    static AdcFilter among(String field, List<String> values, boolean ignoresCase) {
        Predicate<JsonNode> one = node -> values.stream().anyMatch(value -> compare(node, value, ignoresCase) == 0);
        return new AdcFilter(row -> one.test(row.path(field)), field.equals("CustomerId") ? Optional.of(Set.copyOf(values)) : Optional.empty());
    }

    /** Numbers as numbers, truth as 0 and 1, the rest as text; what is nothing is below all. */
    static int compare(JsonNode node, String value, boolean ignoresCase) {
        if (node.isNull() || node.isMissingNode()) {
            return -1;
        }
        if (node.isBoolean()) {
            return (node.booleanValue() ? "1" : "0").compareTo(value);
        }
        if (node.isNumber()) {
            return node.decimalValue().compareTo(number(value));
        }
        return ignoresCase ? node.asText().compareToIgnoreCase(value) : node.asText().compareTo(value);
    }

    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException none) {
            throw new Unreadable(value + " is no number");
        }
    }
}
