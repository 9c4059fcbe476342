package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A payment term as a text: {@code 30 dagen netto}. */
final class CpTerms {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}) dagen netto");

    private CpTerms() {
    }

    static String text(int days) {
        return days + " dagen netto";
    }

    static OptionalInt days(JsonNode text) {
        var met = TEXT.matcher(text.asText());
        return met.matches() ? OptionalInt.of(Integer.parseInt(met.group(1))) : OptionalInt.empty();
    }
}
