package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import nl.koppelwerk.sandbox.economic.EcoFilter.Unreadable;

/** A property that lists may filter or sort by: its name on that road, what it is, and where its value is found. */
record EcoProperty(String name, Type type, boolean filters, boolean sorts, Function<EcoRow, Object> atHand, Function<ObjectNode, Object> read) {

    enum Type { TEXT, NUMBER, FLAG, MOMENT }

    static EcoProperty number(String name, Function<EcoRow, Integer> at, boolean filters, boolean sorts) {
        return new EcoProperty(name, Type.NUMBER, filters, sorts, row -> BigDecimal.valueOf(at.apply(row)), null);
    }

    static EcoProperty lastUpdated(boolean sorts) {
        return new EcoProperty("lastUpdated", Type.MOMENT, true, sorts, row -> Instant.parse(row.lastUpdated()), null);
    }

    static EcoProperty of(String name, String kept, Type type, boolean filters, boolean sorts) {
        return new EcoProperty(name, type, filters, sorts, null, record -> value(record.get(kept), type));
    }

    /** A literal of a filter as a value of this property. */
    Comparable<?> literal(String text) {
        try {
            return switch (type) {
                case TEXT -> text;
                case NUMBER -> new BigDecimal(text.trim());
                case FLAG -> flag(text);
                case MOMENT -> text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new Unreadable("The value '" + text + "' does not fit property '" + name + "'.");
        }
    }

    private Boolean flag(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new Unreadable("The value '" + text + "' does not fit property '" + name + "'.");
        }
        return Boolean.valueOf(text);
    }

    private static Object value(JsonNode node, Type type) {
        if (type == Type.FLAG) {
            return node != null && node.asBoolean();
        }
        return node == null ? null : type == Type.NUMBER ? node.decimalValue() : node.asText();
    }
}
