package nl.koppelwerk.mapping;

import java.util.Map;
import java.util.Optional;

/** Reference lists of one account: which id the vendor gave to a name of a list (countries, genders, functions). */
public record References(Map<String, Map<String, String>> lists) {

    public static final References NONE = new References(Map.of());

    public Optional<String> idOf(String list, String name) {
        return Optional.ofNullable(lists.getOrDefault(list, Map.of()).get(name));
    }
}
