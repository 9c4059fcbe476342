package nl.koppelwerk.relation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Postcodes by the country of their address; a country without a rule here takes any. */
final class Postcode {

    private static final Pattern DUTCH = Pattern.compile("[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}");

    private static final Map<String, Pattern> RULES = Map.of(
        "NL", DUTCH,
        "BE", Pattern.compile("[1-9][0-9]{3}"),
        "DK", Pattern.compile("[0-9]{4}"),
        "GL", Pattern.compile("39[0-9]{2}"),
        "FO", Pattern.compile("(FO-)?[0-9]{3}"));

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Postcode() { }

    /** Upper case, and the Dutch form with its space also where the country is not given. */
    static String normal(String typed, String country) {
        var upper = typed.toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !country.equals("NL")) return upper;
        var close = upper.replaceAll("\\s", "");
        return DUTCH.matcher(close).matches() ? close.substring(0, 4) + " " + close.substring(4) : upper;
    }

    static boolean fits(String normal, String country) {
        var rule = RULES.get(country);
        return normal.isEmpty() || rule == null || rule.matcher(normal).matches();
    }

    static boolean isCountry(String code) { return code.isEmpty() || COUNTRIES.contains(code); }
}
