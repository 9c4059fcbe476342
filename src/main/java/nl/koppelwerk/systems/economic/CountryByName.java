package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** A country as people type it: its name in Danish, English, German or Dutch, or its code; written by its Danish name. */
record CountryByName() implements Codec<String> {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    /** The first to claim a name keeps it. */
    private static final List<Locale> LANGUAGES = List.of(DANISH, Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("nl"));

    /** What everybody says and no list of names has. */
    private static final Map<String, String> SPOKEN = Map.of("holland", "NL", "england", "GB", "uk", "GB", "great britain", "GB",
        "storbritannien", "GB", "usa", "US", "nederlandene", "NL", "tjekkiet", "CZ");

    private static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var language : LANGUAGES) for (var code : Locale.getISOCountries()) {
            var country = new Locale("", code);
            codes.putIfAbsent(folded(country.getDisplayCountry(language)), code);
            codes.putIfAbsent(folded(code), code);
            codes.putIfAbsent(folded(country.getISO3Country()), code);
        }
        SPOKEN.forEach(codes::putIfAbsent);
        return Map.copyOf(codes);
    }

    private static String folded(String name) { return name.strip().toLowerCase(Locale.ROOT); }

    @Override public String name() { return "country by its name"; }

    /** Text that no country is called stays as it is, so that the address which holds it is left alone. */
    @Override public Value<String> read(JsonNode node, Missing missing) {
        if (!node.isValueNode()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        return Text.TYPE.parse(CODES.getOrDefault(folded(node.asText()), node.asText()));
    }

    @Override public JsonNode write(String code, References references) {
        return TextNode.valueOf(new Locale("", code).getDisplayCountry(DANISH));
    }
}
