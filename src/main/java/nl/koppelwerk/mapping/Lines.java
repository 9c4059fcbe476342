package nl.koppelwerk.mapping;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/** What people type on the lines above postcode and city, as one line: a line break reads as a comma. */
final class Lines implements ValueType<String> {

    @Override public Value<String> parse(String raw) { return Text.TYPE.parse(raw.strip().replaceAll("\\s*(?:,\\s+|,?\\s*\\R\\s*)", ", ")); }

    @Override public Value<String> of(String value) { return Text.TYPE.of(value); }

    static String of(Address address) {
        return Stream.of(address.street(), number(address), address.box()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A letter, or what begins with a sign, stands close: 12A, 12-14; a word does not: 12 bis. */
    private static String number(Address address) {
        var rest = address.huisnummertoevoeging();
        boolean isWord = rest.length() > 1 && Character.isLetterOrDigit(rest.charAt(0));
        return (address.houseNumber() + (isWord ? " " : "") + rest).strip();
    }
}
