package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;

/** Two spellings of one value made one; written for the comparison alone and shared with nothing that is compared. */
final class Wording {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

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

    /** One address; several in one text are none, and so is one whose domain has a label of more than 63 signs (RFC 1035). */
    static String email(JsonNode value) {
        return text(value).matches("[^@\\s,;]+@([^@\\s,;.]{1,63}\\.)+[^@\\s,;.]{1,63}") ? text(value) : "";
    }

    /** A web address without what people leave out; one whose host has such a label is none. */
    static String host(JsonNode value) {
        var typed = site(value);
        return typed.split("/")[0].matches("([^.]{1,63}\\.)+[^.]{1,63}") ? typed : "";
    }

    /** Whether the plan of its country gives a number to anybody; digits with the country in front. */
    static boolean isGiven(String whole) {
        try {
            return PLANS.isValidNumber(PLANS.parse("+" + whole, ""));
        } catch (NumberParseException none) {
            return false;
        }
    }
}
