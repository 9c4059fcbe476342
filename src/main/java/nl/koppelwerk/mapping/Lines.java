package nl.koppelwerk.mapping;

import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/** What people type on the lines above postcode and city, as one line: a line break reads as a comma. */
final class Lines implements ValueType<String> {

    @Override public Value<String> parse(String raw) { return Text.TYPE.parse(raw.strip().replaceAll("\\s*(?:,\\s+|,?\\s*\\R\\s*)", ", ")); }

    @Override public Value<String> of(String value) { return Text.TYPE.of(value); }

    static String of(Address address) { return address.onOneLine(); }
}
