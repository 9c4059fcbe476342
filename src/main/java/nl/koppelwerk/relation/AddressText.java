package nl.koppelwerk.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The canonical text of an address: its members in fixed order, one {@code name=value} a line, blank ones left out. */
final class AddressText implements ValueType<Address> {

    private static final List<String> NAMES = List.of("attention", "street", "houseNumber", "huisnummertoevoeging", "box",
        "postalCode", "city", "country");

    @Override public Value<Address> parse(String raw) { return of(members(raw)); }

    /** Text that names no member is taken for a street. */
    static Address members(String raw) {
        var text = Blanks.trimmed(raw);
        var members = new LinkedHashMap<String, String>();
        for (var line : text.split("\n")) {
            var parts = line.split("=", 2);
            if (parts.length < 2 || !NAMES.contains(parts[0])) return address(Map.of("street", text));
            members.put(parts[0], unescaped(parts[1]));
        }
        return address(members);
    }

    @Override public Value<Address> of(Address address) {
        if (address.isBlank()) return Value.empty();
        return address.problem().<Value<Address>>map(refusal -> new Value.Invalid<>(text(address), refusal))
            .orElseGet(() -> new Value.Present<>(address, text(address)));
    }

    private static Address address(Map<String, String> of) {
        return new Address(of.get("attention"), of.get("street"), of.get("houseNumber"), of.get("huisnummertoevoeging"),
            of.get("box"), of.get("postalCode"), of.get("city"), of.get("country"));
    }

    private static String text(Address a) {
        var values = List.of(a.attention(), a.street(), a.houseNumber(), a.huisnummertoevoeging(), a.box(), a.postalCode(),
            a.city(), a.country());
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) text.append('\n').append(NAMES.get(i)).append('=').append(escaped(values.get(i)));
        }
        return text.substring(1);
    }

    /** A line break inside a member is refused, but what was typed is still shown. */
    private static String escaped(String value) { return value.replace("\\", "\\\\").replace("\n", "\\n"); }

    private static String unescaped(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length();
            text.append(!escape ? c : value.charAt(++i) == 'n' ? '\n' : value.charAt(i));
        }
        return text.toString();
    }
}
