package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.relation.PhoneNumber;

/** The columns of a sheet of Compenda's relations: no layout of its own is documented, so this one is ours. */
final class CompendaColumns {

    private static final String REGION = "NL";

    static final Column<SheetRelation> ID = Column.text("relatienummer", 16, SheetRelation::id, "nummer", "relatie-id", "id", "number", "relation number");
    static final Column<SheetRelation> KIND = Column.text("soort", 14, CompendaWords::kind, "kind", "type");
    static final Column<SheetRelation> ROLES = Column.text("rollen", 20, CompendaWords::roles, "rol", "roles", "role");
    static final Column<SheetRelation> ARCHIVED = Column.text("gearchiveerd", 12, CompendaWords::archived, "archief", "archived", "inactief", "inactive");
    static final FieldColumn<String> NAME_COLUMN = FieldColumn.of("naam", 32, NAME, "bedrijfsnaam", "name", "company name");

    static final List<FieldColumn<?>> FIELDS = List.of(NAME_COLUMN,
        FieldColumn.of("contactpersoon", 24, CONTACT_PERSON, "contact", "contact person"),
        FieldColumn.of("e-mail", 32, EMAILS, "e-mailadres", "email address", "emails"),
        FieldColumn.of("telefoon", 16, PHONE, PhoneNumber.in(REGION), "telefoonnummer", "phone", "telephone"),
        FieldColumn.of("mobiel", 16, MOBILE, PhoneNumber.in(REGION), "mobiele telefoon", "mobiel nummer", "mobile"),
        FieldColumn.of("website", 28, WEBSITE, "web", "url"),
        FieldColumn.of("kvk-nummer", 12, KVK_NUMMER, "kvk", "kvk number"),
        FieldColumn.of("btw-nummer", 18, BTW_NUMMER, "btw", "btw-id", "vat number", "vat"));

    static final List<AddressColumns> ADDRESSES = List.of(
        AddressColumns.of("bezoekadres", "visiting", VISIT_ADDRESS), AddressColumns.of("postadres", "postal", POSTAL_ADDRESS));

    static final List<FieldColumn<?>> TERMS = List.of(
        FieldColumn.of("betaaltermijn", 14, PAYMENT_DAYS, "betalingstermijn", "payment days", "payment term days").read(Column.Form.COUNT, CompendaWords::days),
        FieldColumn.of("kredietlimiet", 14, CREDIT_LIMIT, "credit limit").read(Column.Form.AMOUNT, DutchAmount::read));

    static final Layout<SheetRelation> LAYOUT = new Layout<>("Relaties", Stream.concat(Stream.of(ID, KIND, ROLES, ARCHIVED), fields()).toList());

    private CompendaColumns() { }

    @SafeVarargs
    static Layout<SheetRelation> backup(Column<SheetRelation>... first) { return new Layout<>("Reservekopie", Stream.concat(Stream.of(first), fields()).toList()); }

    private static Stream<Column<SheetRelation>> fields() {
        return Stream.of(columns(FIELDS), ADDRESSES.stream().flatMap(address -> address.columns().stream()), columns(TERMS)).flatMap(columns -> columns);
    }

    private static Stream<Column<SheetRelation>> columns(List<FieldColumn<?>> fields) { return fields.stream().map(FieldColumn::column); }
}
