package nl.koppelwerk.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Value;

/** The columns of where a client lives; they make one value together. */
final class ClientAddress {

    private static final Pattern BELGIAN = Pattern.compile("[1-9][0-9]{3}");

    private final Column<SheetRelation> street = part("straat", 28, Address::street, "adres", "straatnaam", "street", "address", "rue", "adresse");
    private final Column<SheetRelation> houseNumber = part("huisnummer", 12, Address::houseNumber, "huisnr", "house number", "numéro de maison", "numero de maison", "numéro", "numero");
    private final Column<SheetRelation> box = part("bus", 8, Address::box, "busnummer", "box", "box number", "boîte", "boite");
    private final Column<SheetRelation> postalCode = part("postcode", 10, Address::postalCode, "postal code", "zip", "zip code", "code postal");
    private final Column<SheetRelation> city = part("gemeente", 20, Address::city, "plaats", "woonplaats", "stad", "city", "town", "municipality", "commune", "ville", "localité", "localite");
    private final Column<SheetRelation> country = part("land", 8, Address::country, "landcode", "country", "pays");

    private static Column<SheetRelation> part(String name, int width, Function<Address, String> part, String... synonyms) {
        return Column.text(name, width, of -> part.apply(Address.typed(of.relation().values().get(Fields.PRIVATE_ADDRESS))), synonyms);
    }

    List<Column<SheetRelation>> columns() { return List.copyOf(byPart().values()); }

    Map<String, Column<SheetRelation>> byPart() {
        var parts = new LinkedHashMap<String, Column<SheetRelation>>();
        parts.put("street", street);
        parts.put("houseNumber", houseNumber);
        parts.put("box", box);
        parts.put("postalCode", postalCode);
        parts.put("city", city);
        parts.put("country", country);
        return parts;
    }

    /** Absent where the sheet has none of the columns; a Belgian postcode without a country is in Belgium. */
    Value<Address> read(RowCells row) {
        if (columns().stream().noneMatch(row::has)) return Value.absent();
        var postcode = Headers.tidy(row.cell(postalCode).text());
        var land = Headers.tidy(row.cell(country).text());
        return Address.TYPE.of(new Address("", row.cell(street).text(), row.cell(houseNumber).text(), "", row.cell(box).text(), postcode, row.cell(city).text(),
            land.isEmpty() && BELGIAN.matcher(postcode).matches() ? "BE" : Countries.code(land)));
    }
}
