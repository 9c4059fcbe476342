package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** A setting that differs by country: its own, else that of the Union, else that of all others. */
record ByCountry(JsonNode map) {

    private static final String UNION = "EU";
    private static final String OTHERS = "*";
    /** The member states of the European Union; Greece by its ISO code. */
    private static final Set<String> MEMBERS = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
        "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    static boolean isPlace(String key) { return key.equals(UNION) || key.equals(OTHERS) || key.matches("[A-Z]{2}"); }

    /** @param country ISO 3166-1 alpha-2; empty counts as home */
    Optional<String> of(String country, String home) {
        var place = country.isEmpty() ? home : country;
        if (map.has(place)) return Optional.of(map.get(place).asText());
        if (MEMBERS.contains(place) && map.has(UNION)) return Optional.of(map.get(UNION).asText());
        return Optional.ofNullable(map.get(OTHERS)).map(JsonNode::asText);
    }
}
