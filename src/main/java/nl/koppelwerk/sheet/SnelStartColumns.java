package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.sheet.Column.Form.AMOUNT;
import static nl.koppelwerk.sheet.Column.Form.COUNT;
import static nl.koppelwerk.sheet.SnelStartColumn.SYSTEM;
import static nl.koppelwerk.sheet.SnelStartColumn.of;
import static nl.koppelwerk.sheet.SnelStartColumn.valid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** The columns of SnelStart's relaties, with the limits of its model (snelstart.md, sections 2.2 and 2.3). */
final class SnelStartColumns {

    private static final int LONG = 50;
    private static final int SHORT = 25;
    private static final int FEWEST_DAYS = -365;
    private static final int MOST_DAYS = 1000;
    private static final String HOME = "NL";

    private static final List<SnelStartColumn> ALL = List.of(
        of("Naam", 32, NAME, LONG),
        of("Contactpersoon", 24, CONTACT_PERSON, LONG),
        of("Straat", 28, VISIT_ADDRESS, LONG, Address::onOneLine),
        of("Postcode", 10, VISIT_ADDRESS, SHORT, Address::postalCode),
        of("Plaats", 20, VISIT_ADDRESS, LONG, Address::city),
        of("Land", 6, VISIT_ADDRESS, 2, SnelStartColumns::country),
        of("Correspondentie straat", 28, POSTAL_ADDRESS, LONG, Address::onOneLine),
        of("Correspondentie postcode", 10, POSTAL_ADDRESS, SHORT, Address::postalCode),
        of("Correspondentie plaats", 20, POSTAL_ADDRESS, LONG, Address::city),
        of("Correspondentie land", 6, POSTAL_ADDRESS, 2, SnelStartColumns::country),
        of("Telefoon", 16, PHONE, SHORT),
        of("Mobiel", 16, MOBILE, SHORT),
        of("E-mail", 32, EMAILS, 250),
        of("Website", 28, WEBSITE, 100),
        of("KvK-nummer", 12, KVK_NUMMER, 12),
        of("Btw-nummer", 18, BTW_NUMMER, LONG),
        new SnelStartColumn("Krediettermijn", 14, COUNT, PAYMENT_DAYS, row -> isTerm(row) ? valid(row, PAYMENT_DAYS) : "", 6),
        new SnelStartColumn("Kredietlimiet", 14, AMOUNT, CREDIT_LIMIT, row -> row.relatiesoort().equals(SnelStartRow.CUSTOMER) ? valid(row, CREDIT_LIMIT) : "", 30));

    private static final Map<Field<?>, List<SnelStartColumn>> BY_FIELD = ALL.stream().collect(Collectors.groupingBy(SnelStartColumn::field));
    private static final List<Column<SnelStartRow>> OWN = List.of(
        Column.text("Relatiesoort", 14, SnelStartRow::relatiesoort), Column.text("Relatiecode", 14, SnelStartRow::relatiecode).as(COUNT));

    /** After the name stand what the relatie is and its number. */
    static final Layout<SnelStartRow> LAYOUT = new Layout<>("Relaties", Stream.of(columns(ALL.subList(0, 1)), OWN.stream(), columns(ALL.subList(1, ALL.size())))
        .flatMap(columns -> columns).toList());

    private SnelStartColumns() { }

    private static Stream<Column<SnelStartRow>> columns(List<SnelStartColumn> of) { return of.stream().map(column -> column.column(SnelStartColumns::fits)); }

    /** A field is written whole or not at all: SnelStart takes a complete visiting address or none (REL-0060). */
    static boolean fits(SnelStartRow row, Field<?> field) {
        return BY_FIELD.get(field).stream().allMatch(column -> column.reason(row).isEmpty()) && (!field.equals(VISIT_ADDRESS) || incomplete(row).isEmpty());
    }

    static List<Reason> reasons(SnelStartRow row) {
        var invalid = ALL.stream().map(SnelStartColumn::field).distinct().flatMap(field -> invalid(row, field).stream());
        var tooLong = ALL.stream().flatMap(column -> column.reason(row).stream());
        return Stream.of(nameless(row).stream(), invalid, tooLong, incomplete(row).stream(), outOfRange(row).stream()).flatMap(reasons -> reasons).distinct().toList();
    }

    private static Optional<Reason> nameless(SnelStartRow row) {
        var value = row.relation().values().get(NAME);
        return value.isFilled() ? Optional.empty() : Optional.of(new Reason(ReasonCode.REQUIRED_MISSING, NAME.name(), Map.of("system", SYSTEM)));
    }

    private static Optional<Reason> invalid(SnelStartRow row, Field<?> field) {
        return row.relation().values().get(field) instanceof Value.Invalid<?> odd ? Optional.of(new Reason(odd.reason(), field.name())) : Optional.empty();
    }

    private static Optional<Reason> incomplete(SnelStartRow row) {
        var missing = SnelStartColumn.address(row, VISIT_ADDRESS).map(SnelStartColumns::missing).orElse("");
        return missing.isEmpty() ? Optional.empty()
            : Optional.of(new Reason(ReasonCode.ADDRESS_INCOMPLETE, VISIT_ADDRESS.name(), Map.of("system", SYSTEM, "missing", missing)));
    }

    private static Optional<Reason> outOfRange(SnelStartRow row) {
        return isTerm(row) ? Optional.empty() : Optional.of(new Reason(ReasonCode.NOT_IN_RANGE, PAYMENT_DAYS.name(),
            Map.of("system", SYSTEM, "least", Integer.toString(FEWEST_DAYS), "most", Integer.toString(MOST_DAYS))));
    }

    /** REL-0003. */
    private static boolean isTerm(SnelStartRow row) {
        return !(row.relation().values().get(PAYMENT_DAYS) instanceof Value.Present<Days> days) || days.value().count() >= FEWEST_DAYS && days.value().count() <= MOST_DAYS;
    }

    private static String missing(Address address) {
        return Stream.of(address.hasStreetOrBox() ? "" : "street", address.postalCode().isEmpty() ? "postal code" : "", address.city().isEmpty() ? "city" : "")
            .filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    /** An address that names no country is a Dutch one. */
    private static String country(Address address) { return address.country().isEmpty() ? HOME : address.country(); }
}
