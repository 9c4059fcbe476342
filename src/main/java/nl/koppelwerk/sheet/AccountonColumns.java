package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;

import java.util.Set;
import java.util.function.Function;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Values;

/**
 * The columns of Accounton's template as far as they are known (accounton.md): one row is one declaration, B to F hold the one who declares, and O the
 * number of the partner. Since places count, a column without a value stays where it is.
 */
final class AccountonColumns {

    static final Set<Field<?>> FIELDS = Set.of(FIRST_NAMES, LAST_NAME, EMAIL, LANGUAGE, MOBILE, RESPONSIBLE, PRIVATE_ADDRESS, RIJKSREGISTERNUMMER, PARTNER_RIJKSREGISTERNUMMER);

    static final Layout<Values> LAYOUT = Layout.of("Klanten",
        Column.text("type", 10, row -> "person"),
        field("first name", 20, FIRST_NAMES),
        field("last name", 24, LAST_NAME),
        field("email", 32, EMAIL),
        field("language", 10, LANGUAGE),
        field("mobile number", 16, MOBILE),
        field("responsible", 28, RESPONSIBLE),
        part("street", 28, Address::street),
        part("house number", 14, AccountonColumns::wholeNumber),
        part("box", 8, Address::box),
        part("postal code", 12, Address::postalCode),
        part("city", 20, Address::city),
        part("country", 8, Address::country),
        field("national number", 18, RIJKSREGISTERNUMMER),
        field("national number partner", 22, PARTNER_RIJKSREGISTERNUMMER));

    private AccountonColumns() { }

    private static Column<Values> field(String name, int width, Field<?> field) { return Column.text(name, width, row -> row.get(field).text()); }

    private static Column<Values> part(String name, int width, Function<Address, String> part) {
        return Column.text(name, width, row -> part.apply(Address.typed(row.get(PRIVATE_ADDRESS))));
    }

    /** There is one column for what stands in two fields here: 7 bis. */
    private static String wholeNumber(Address address) { return (address.houseNumber() + " " + address.huisnummertoevoeging()).strip(); }
}
