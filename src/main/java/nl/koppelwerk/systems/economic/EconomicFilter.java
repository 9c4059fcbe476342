package nl.koppelwerk.systems.economic;

import java.util.Collection;
import java.util.stream.Collectors;

/** A condition in e-conomic's own language, as the running service reads it: brackets stand as they are, other signs of it are doubled up. */
record EconomicFilter(String text) {

    static final EconomicFilter NONE = new EconomicFilter("");

    static EconomicFilter equal(String member, Object value) { return new EconomicFilter(member + "$eq:" + escaped(value)); }

    static EconomicFilter above(String member, Object value) { return new EconomicFilter(member + "$gt:" + escaped(value)); }

    static EconomicFilter from(String member, Object value) { return new EconomicFilter(member + "$gte:" + escaped(value)); }

    /** Of numbers only: texts match nothing. */
    static EconomicFilter oneOf(String member, Collection<String> numbers) {
        return new EconomicFilter(member + numbers.stream().collect(Collectors.joining(",", "$in:[", "]")));
    }

    EconomicFilter and(EconomicFilter other) { return joined("$and:", other); }

    EconomicFilter or(EconomicFilter other) { return joined("$or:", other); }

    private EconomicFilter joined(String word, EconomicFilter other) {
        if (isNone() || other.isNone()) return isNone() ? other : this;
        return new EconomicFilter(text + word + other.text);
    }

    boolean isNone() { return text.isEmpty(); }

    private static String escaped(Object value) { return String.valueOf(value).replaceAll("[$()*,]", "\\$$0"); }
}
