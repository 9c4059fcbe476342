package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.relation.PhoneNumber;

/** The columns of a sheet of clients: those of Accounton's template as far as they are known (accounton.md), and what offices keep besides. */
final class ClientColumns {

    private static final String REGION = "BE";

    static final Column<SheetRelation> TYPE = Column.text("type", 10, of -> "person", "soort", "kind", "genre", "type klant", "client type", "type de client");

    static final FieldColumn<String> FIRST_NAME = FieldColumn.of("voornaam", 20, FIRST_NAMES, "voornamen", "first name", "first names", "given name", "prénom", "prenom",
        "prénoms", "prenoms");
    static final FieldColumn<String> LAST = FieldColumn.of("achternaam", 24, LAST_NAME, "naam", "familienaam", "last name", "surname", "family name", "name", "nom",
        "nom de famille");
    static final FieldColumn<?> MAIL = FieldColumn.of("e-mail", 32, EMAIL, "e-mailadres", "mail", "mailadres", "email address", "mail address", "adresse e-mail", "adresse mail",
        "courriel");
    static final FieldColumn<?> SPOKEN = FieldColumn.of("taal", 8, LANGUAGE, "taalcode", "language", "langue").read(Column.Form.TEXT, ClientWords::language);
    static final FieldColumn<?> NATIONAL_NUMBER = FieldColumn.of("rijksregisternummer", 16, RIJKSREGISTERNUMMER, "rijksregisternr", "rrn", "insz", "insz-nummer", "nationaal nummer",
        "national number", "national register number", "national registry number", "niss", "numéro national", "numero national", "registre national", "numéro de registre national",
        "numero de registre national").read(Column.Form.TEXT, NationalNumber::read);
    static final FieldColumn<?> PARTNERS_NUMBER = FieldColumn.of("rijksregisternummer partner", 16, PARTNER_RIJKSREGISTERNUMMER, "rijksregisternummer van de partner",
        "partner rijksregisternummer", "rijksregisternr partner", "rrn partner", "insz partner", "partner national number", "national number partner", "partner's national number",
        "national number of the partner", "niss partenaire", "niss du partenaire", "numéro national partenaire", "numéro national du partenaire", "numéro national du conjoint",
        "numero national du partenaire", "registre national partenaire", "registre national du partenaire").read(Column.Form.TEXT, NationalNumber::read);
    static final FieldColumn<String> CLIENT_NUMBER = FieldColumn.of("klantnummer", 14, NUMBER, "klantnr", "klant-id", "klantcode", "dossiernummer", "client number", "client id",
        "client code", "customer number", "numéro de client", "numero de client", "numéro client", "numero client", "code client");

    static final List<FieldColumn<?>> FIELDS = List.of(FIRST_NAME, LAST, MAIL, SPOKEN,
        FieldColumn.of("mobiel", 16, MOBILE, PhoneNumber.in(REGION), "gsm", "gsm-nummer", "mobiel nummer", "mobiele telefoon", "mobile", "mobile number", "mobile phone", "portable",
            "numéro de gsm", "numero de gsm", "numéro de portable", "téléphone mobile", "telephone mobile"),
        FieldColumn.of("verantwoordelijke", 28, RESPONSIBLE, "dossierverantwoordelijke", "dossierbeheerder", "dossiermedewerker", "responsible", "responsible email", "responsable",
            "responsable du dossier", "gestionnaire", "gestionnaire de dossier").read(Column.Form.TEXT, ClientWords::responsible),
        NATIONAL_NUMBER, PARTNERS_NUMBER,
        FieldColumn.of("geboortedatum", 12, BIRTH_DATE, "birth date", "date of birth", "date de naissance").read(Column.Form.TEXT, ClientWords::birthDate),
        CLIENT_NUMBER,
        FieldColumn.of("label", 12, LABEL, "etiket", "étiquette", "etiquette", "libellé", "libelle"),
        FieldColumn.of("ondernemingsnummer", 14, ONDERNEMINGSNUMMER, "ondernemingsnr", "kbo", "kbo-nummer", "enterprise number", "company number", "bce", "numéro bce", "numero bce",
            "numéro d'entreprise", "numero d'entreprise"));

    static final ClientAddress ADDRESS = new ClientAddress();

    static final Layout<SheetRelation> LAYOUT = new Layout<>("Klanten",
        Stream.of(Stream.of(TYPE), FIELDS.stream().map(FieldColumn::column), ADDRESS.columns().stream()).flatMap(columns -> columns).toList());

    private ClientColumns() { }

    /** By the names that a link's setting has for them. */
    static Map<String, Column<SheetRelation>> byField() {
        var named = new LinkedHashMap<String, Column<SheetRelation>>();
        named.put("type", TYPE);
        FIELDS.forEach(field -> named.put(field.field().name(), field.column()));
        named.putAll(ADDRESS.byPart());
        return named;
    }
}
