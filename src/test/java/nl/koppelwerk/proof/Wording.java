package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Two spellings of one value made one; written for the comparison alone and shared with nothing that is compared. */
final class Wording {

    private Wording() {
    }

    static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
    }

    static String lower(JsonNode value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    /** Digits with the country in front; a number without one is Dutch. */
    static String phone(JsonNode value) {
        var typed = text(value);
        var digits = typed.replaceAll("\\D", "");
        if (typed.startsWith("+") || digits.startsWith("00")) {
            return digits.replaceFirst("^00", "").replaceFirst("^310", "31");
        }
        return digits.replaceFirst("^0", "31");
    }

    static String site(JsonNode value) {
        return lower(value).replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    /** Only a number that can be one: eight digits. */
    static String kvk(JsonNode value) {
        var typed = text(value).replace(" ", "");
        return typed.matches("\\d{8}") ? typed : "";
    }

    static String squeezed(String value) {
        return value.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /** 12.0, as JSON may have it, is 12. */
    static String number(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : text(value);
    }
}
