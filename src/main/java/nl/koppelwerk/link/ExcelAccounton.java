package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Phrase;

/** Sheets of an office's clients -&gt; Accounton: the newest sheet is the source. */
public final class ExcelAccounton extends ClientImport {

    /** The setting that tells of columns what they hold. */
    public static final String COLUMNS = "columns";

    /** What a column may hold. */
    public static final List<String> FIELDS = List.of("type", "firstNames", "lastName", "email", "language", "mobile", "responsible", "rijksregisternummer",
        "partnerRijksregisternummer", "birthDate", "number", "label", "ondernemingsnummer", "street", "houseNumber", "box", "postalCode", "city", "country");

    @Override public String sourceSystem() { return "excel"; }

    @Override public Optional<SheetKind> sheet() { return Optional.of(SheetKind.CLIENTS); }

    @Override void judge(GivenSettings given, JsonNode settings) {
        if (settings.has(COLUMNS)) given.map(COLUMNS, Phrase.COLUMNS_BY_NAME.said(), ExcelAccounton::isName, FIELDS::contains, Phrase.ONE_OF_THESE.with("known", String.join(", ", FIELDS)));
    }

    private static boolean isName(String header) { return header.codePoints().anyMatch(Character::isLetterOrDigit); }

    @Override public List<Setting> settings() {
        return Stream.concat(super.settings().stream(), Stream.of(new Setting(COLUMNS, "map", false, "the names of the template", FIELDS,
            "What the columns of a sheet of the office's own hold, by the names that the sheet gives them; with it a column that nobody knows is left aside."))).toList();
    }
}
