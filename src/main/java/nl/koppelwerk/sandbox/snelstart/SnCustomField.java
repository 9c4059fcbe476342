package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import nl.koppelwerk.sandbox.Json;

/** An extra field that an administration defined, and what may stand in it. */
record SnCustomField(String name, String type, int longest, List<String> choices) {

    static final List<SnCustomField> OF_CUSTOMERS = List.of(text("Regio", 30), new SnCustomField("Segment", "Enum", 0, List.of("A", "B", "C")), of("Aantal", "Integer"),
            of("Sinds", "DateTime"), of("Actief", "Boolean"), of("Budget", "Money"), of("Factor", "Float"));
    static final List<SnCustomField> OF_SUPPLIERS = List.of(text("Regio", 30), of("Levertijd", "Integer"));

    private static final LocalDateTime FIRST = LocalDateTime.parse("1899-12-30T00:00:00");
    private static final LocalDateTime LAST = LocalDateTime.parse("2401-01-01T00:00:00");
    private static final BigDecimal MOST = new BigDecimal("100000000000");

    private static SnCustomField text(String name, int longest) {
        return new SnCustomField(name, "String", longest, List.of());
    }

    private static SnCustomField of(String name, String type) {
        return new SnCustomField(name, type, 0, List.of());
    }

    ObjectNode shown(JsonNode value) {
        var shown = Json.object();
        shown.set("value", value);
        var properties = shown.putObject("definition").put("name", name).put("type", type).putArray("properties");
        if (longest > 0) {
            properties.addObject().put("name", "MaxLength").put("value", longest);
        }
        if (!choices.isEmpty()) {
            choices.forEach(properties.addObject().put("name", "PossibleValues").putArray("value")::add);
        }
        return shown;
    }

    /** Nothing may stand in every field. */
    void judge(JsonNode value, SnFlaws flaws) {
        if (value.isNull()) {
            return;
        }
        switch (type) {
            case "Enum" -> flaws.check(choices.contains(value.asText()), "REF-0005", name + " is geen van de mogelijke waarden");
            case "Integer" -> flaws.check(value.asText().matches("-?\\d{1,9}"), "REF-0007", name + " is geen geheel getal");
            case "Boolean" -> flaws.check(value.asText().matches("(?i)true|false"), "REF-0009", name + " is niet waar of onwaar");
            case "Float" -> flaws.check(isNumber(value), "REF-0011", name + " is geen getal");
            case "Money" -> money(value, flaws);
            case "DateTime" -> moment(value, flaws);
            default -> {
                flaws.check(value.isTextual(), "REF-0014", name + " is geen tekst");
                flaws.check(value.asText().length() <= longest, "REF-0004", name + " is langer dan " + longest);
            }
        }
    }

    private void money(JsonNode value, SnFlaws flaws) {
        if (flaws.check(isNumber(value), "REF-0010", name + " is geen bedrag")) {
            var amount = new BigDecimal(value.asText());
            flaws.check(amount.abs().compareTo(MOST) <= 0, "REF-0012", name + " is een te groot bedrag");
            flaws.check(amount.stripTrailingZeros().scale() <= 4, "REF-0013", name + " heeft te veel decimalen");
        }
    }

    private void moment(JsonNode value, SnFlaws flaws) {
        try {
            var moment = LocalDateTime.parse(value.asText());
            flaws.check(!moment.isBefore(FIRST) && !moment.isAfter(LAST), "REF-0015", name + " ligt te ver weg");
        } catch (DateTimeException e) {
            flaws.add("REF-0008", name + " is geen moment");
        }
    }

    private static boolean isNumber(JsonNode value) {
        return value.asText().matches("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    }
}
