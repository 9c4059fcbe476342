package nl.koppelwerk.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their Dutch, English, French and German names; what two languages call by one word is what Dutch and English call so. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() { }

    /** What is no name of a country stays as it was typed, and is judged by the address. */
    static String code(String typed) { return CODES.getOrDefault(Headers.tidy(typed).toLowerCase(Locale.ROOT), typed); }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var language : List.of(Locale.GERMAN, Locale.FRENCH))
            for (var code : Locale.getISOCountries()) codes.put(new Locale("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
        for (var code : Locale.getISOCountries()) {
            var country = new Locale("", code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(new Locale("nl")).toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(Map.of("holland", "NL", "belgie", "BE", "engeland", "GB", "groot-brittannië", "GB", "amerika", "US", "vs", "US"));
        return codes;
    }
}
