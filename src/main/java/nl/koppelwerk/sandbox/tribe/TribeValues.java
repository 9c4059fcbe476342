package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What Tribe accepts as the value of a field; text over 255 signs, another kind of value or a broken e-mail address is a 400. */
final class TribeValues {

    private static final int LONGEST = 255;
    private static final Pattern NUMBER_AND_REST = Pattern.compile("\\s*(\\d{1,9})\\s*(.*)");

    private final SwitchPanel switches;
    private final TribeErrors errors;

    TribeValues(SwitchPanel switches, TribeErrors errors) {
        this.switches = switches;
        this.errors = errors;
    }

    void set(EntityType type, ObjectNode record, String field, JsonNode value) {
        var refusal = refusal(type.fields().get(field), field, value);
        if (refusal != null) {
            throw errors.refused(400, field + " " + refusal);
        }
        record.set(field, value);
    }

    /** Cuts a house number with letters in two, where Tribe does that: before the fields are looked at, because both parts may be given. */
    void split(ObjectNode body) {
        if (!body.path("HouseNumber").isTextual() || !switches.is("house-number-letters", "kept-in-suffix")) {
            return;
        }
        var parts = NUMBER_AND_REST.matcher(body.get("HouseNumber").textValue());
        if (!parts.matches()) {
            throw errors.refused(400, "HouseNumber has no number");
        }
        body.put("HouseNumber", Integer.parseInt(parts.group(1)));
        if (!parts.group(2).isEmpty()) {
            body.put("HouseNumberSuffix", (parts.group(2) + " " + body.path("HouseNumberSuffix").asText("")).strip());
        }
    }

    private static String refusal(EntityType.Kind kind, String field, JsonNode value) {
        return switch (kind) {
            case NUMBER -> value.isNumber() ? null : "must be a number";
            case BOOL -> value.isBoolean() ? null : "must be true or false";
            case DATE -> value.asText().matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])") ? null : "must be a date";
            default -> text(field, value);
        };
    }

    private static String text(String field, JsonNode value) {
        if (!value.isTextual()) {
            return "must be text";
        }
        if (value.textValue().length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        return field.endsWith("EmailAddress") && !value.textValue().matches("|[^@\\s]+@[^@\\s]+") ? "is not an e-mail address" : null;
    }
}
