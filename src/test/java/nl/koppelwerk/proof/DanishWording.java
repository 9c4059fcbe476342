package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Danish values in one spelling; written for the comparison alone. What cannot cross is empty here. */
final class DanishWording {

    private static final int[] CVR = {2, 7, 6, 5, 4, 3, 2, 1};
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private DanishWording() {
    }

    /** Eight digits whose weighted sum is divisible by eleven, however they are typed. */
    static String cvr(JsonNode value) {
        var digits = text(value).toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "").replaceFirst("^DK", "");
        var fits = digits.matches("[1-9]\\d{7}") && IntStream.range(0, 8).map(at -> CVR[at] * (digits.charAt(at) - '0')).sum() % 11 == 0;
        return fits ? digits : "";
    }

    /** Thirteen digits, the last of which checks the others. */
    static String ean(JsonNode value) {
        var digits = text(value).replaceAll("[\\s.-]", "");
        var fits = digits.matches("\\d{13}") && IntStream.range(0, 13).map(at -> (at % 2 == 0 ? 1 : 3) * (digits.charAt(at) - '0')).sum() % 10 == 0;
        return fits ? digits : "";
    }

    /** Digits with the country in front; a number without one is Danish, and one that the plan of its country gives to nobody is none. */
    static String phone(JsonNode value) {
        var typed = text(value);
        var digits = typed.replaceAll("\\D", "");
        var whole = typed.startsWith("+") ? digits : digits.startsWith("00") ? digits.substring(2) : "45" + digits;
        return digits.isEmpty() || !Wording.isGiven(whole) ? "" : whole;
    }

    /** A code for what is a code already, or the Danish name of a country. */
    static String country(JsonNode value) {
        var typed = text(value);
        return Arrays.stream(Locale.getISOCountries()).filter(code -> code.equals(typed) || new Locale("", code).getDisplayCountry(DANISH).equalsIgnoreCase(typed))
                .findFirst().orElse(typed);
    }
}
