package nl.koppelwerk.sheet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/** The columns of one address; Compenda keeps neither an addressee nor a box. */
record AddressColumns(Field<Address> field, List<Column<SheetRelation>> columns) {

    /** @param english how an address of that kind is called in English columns */
    static AddressColumns of(String dutch, String english, Field<Address> field) {
        return new AddressColumns(field, Stream.of(
            part(dutch, "straat", 28, english, "street", field, Address::street),
            part(dutch, "huisnummer", 12, english, "house number", field, Address::houseNumber),
            part(dutch, "toevoeging", 12, english, "addition", field, Address::huisnummertoevoeging),
            part(dutch, "postcode", 12, english, "postal code", field, Address::postalCode),
            part(dutch, "plaats", 20, english, "city", field, Address::city),
            part(dutch, "land", 8, english, "country", field, Address::country)).toList());
    }

    private static Column<SheetRelation> part(String dutch, String name, int width, String english, String translated, Field<Address> field, Function<Address, String> part) {
        return Column.text(dutch + " " + name, width, of -> part.apply(Address.typed(of.relation().values().get(field))), english + " " + translated);
    }

    /** The parts as they are named in the sheet make one value; absent where it has a column for none of them. */
    Value<Address> read(RowCells row) {
        if (columns.stream().noneMatch(row::has)) return Value.absent();
        var parts = columns.stream().map(column -> row.cell(column).text()).toList();
        return Address.TYPE.of(new Address("", parts.get(0), parts.get(1), parts.get(2), "", parts.get(3), parts.get(4), Countries.code(parts.get(5))));
    }
}
