package nl.koppelwerk.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.BirthDate;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** The words of a sheet of clients, in Dutch, French and English. */
final class ClientWords {

    private static final Set<String> PERSONS = Set.of("person", "persoon", "personne", "natuurlijk persoon", "natural person", "personne physique", "particulier", "individual");
    private static final Set<String> ORGANISATIONS = Set.of("organisation", "organization", "organisatie", "bedrijf", "company", "vennootschap", "société", "societe", "entreprise",
        "onderneming", "rechtspersoon", "personne morale", "legal entity");
    private static final Map<String, String> LANGUAGES = languages();
    private static final Pattern WITH_REGION = Pattern.compile("([a-z]{2})[-_][a-z]{2}");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[/.\\-]([0-9]{1,2})[/.\\-]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{4,5}");
    /** Excel counts days from here, if one leaves the day out that 1900 did not have. */
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    /** A number below it is rather a year. */
    private static final int LEAST_SERIAL = 2_200;

    private ClientWords() { }

    /** Of a row that says nothing a person; none where the word is not known. */
    static Optional<Kind> kind(String word) {
        var known = plain(word);
        if (known.isEmpty() || PERSONS.contains(known)) return Optional.of(Kind.PERSON);
        return ORGANISATIONS.contains(known) ? Optional.of(Kind.ORGANISATION) : Optional.empty();
    }

    /** A word that is not known stays as it was typed, and is judged as a code. */
    static Value<Language> language(Cell cell) {
        var word = plain(cell.text());
        var region = WITH_REGION.matcher(word);
        return Language.TYPE.parse(LANGUAGES.getOrDefault(word, region.matches() ? region.group(1) : cell.text()));
    }

    private static Map<String, String> languages() {
        var codes = new HashMap<String, String>();
        Map.of("nl", List.of("n", "nld", "nederlands", "nederlandstalig", "vlaams", "dutch", "néerlandais", "neerlandais"),
            "fr", List.of("f", "fra", "frans", "franstalig", "french", "français", "francais"),
            "en", List.of("e", "eng", "engels", "engelstalig", "english", "anglais"),
            "de", List.of("d", "deu", "duits", "duitstalig", "german", "allemand", "deutsch"))
            .forEach((code, words) -> words.forEach(word -> codes.put(word, code)));
        return Map.copyOf(codes);
    }

    /** The colleague is known by an e-mail address. */
    static Value<String> responsible(Cell cell) {
        return EmailAddress.TYPE.parse(cell.text()) instanceof Value.Invalid<EmailAddress> wrong ? new Value.Invalid<>(wrong.text(), wrong.reason()) : Text.TYPE.parse(cell.text());
    }

    /** 30/07/1985, 30-07-1985, 30.7.1985 or 1985-07-30, or the number of a day in Excel; no century is guessed. */
    static Value<BirthDate> birthDate(Cell cell) {
        var typed = Headers.tidy(cell.text());
        var dayFirst = DAY_FIRST.matcher(typed);
        var yearFirst = YEAR_FIRST.matcher(typed);
        var read = dayFirst.matches() ? BirthDate.TYPE.parse(iso(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)))
            : yearFirst.matches() ? BirthDate.TYPE.parse(iso(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)))
            : BirthDate.TYPE.parse(cell.isNumber() ? serial(typed) : typed);
        return read.isValid() ? read : new Value.Invalid<>(typed, ReasonCode.DATE_FORMAT);
    }

    private static String iso(String year, String month, String day) { return year + "-" + ("0" + month).substring(month.length() - 1) + "-" + ("0" + day).substring(day.length() - 1); }

    private static String serial(String typed) {
        return SERIAL.matcher(typed).matches() && Integer.parseInt(typed) >= LEAST_SERIAL ? EXCEL_ZERO.plusDays(Integer.parseInt(typed)).toString() : typed;
    }

    private static String plain(String word) { return Headers.tidy(word).toLowerCase(Locale.ROOT); }
}
