package nl.koppelwerk.sheet;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/** The words of a sheet for what Compenda keeps as codes and numbers. */
final class CompendaWords {

    private static final Map<String, Kind> KINDS = Map.of("organisatie", Kind.ORGANISATION, "organisation", Kind.ORGANISATION, "organization", Kind.ORGANISATION,
        "bedrijf", Kind.ORGANISATION, "company", Kind.ORGANISATION, "persoon", Kind.PERSON, "person", Kind.PERSON, "particulier", Kind.PERSON);
    private static final Map<String, String> ROLES = Map.of("debtor", "DEBTOR", "debiteur", "DEBTOR", "klant", "DEBTOR", "customer", "DEBTOR",
        "creditor", "CREDITOR", "crediteur", "CREDITOR", "leverancier", "CREDITOR", "supplier", "CREDITOR", "prospect", "PROSPECT");
    private static final Map<String, String> WORDS = Map.of("DEBTOR", "debiteur", "CREDITOR", "crediteur", "PROSPECT", "prospect");
    private static final Map<String, Boolean> YES_OR_NO = Map.of("ja", true, "yes", true, "true", true, "1", true, "nee", false, "no", false, "false", false, "0", false);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern DAYS = Pattern.compile("(-?[0-9]{1,5})\\s*(dagen|dag|days)(\\s+(netto|net))?", Pattern.CASE_INSENSITIVE);

    private CompendaWords() { }

    /** Bookkeeping makes no difference, so a row that says nothing is an organisation. */
    static Optional<Kind> kind(String word) {
        return word.isBlank() ? Optional.of(Kind.ORGANISATION) : Optional.ofNullable(KINDS.get(Headers.tidy(word).toLowerCase(Locale.ROOT)));
    }

    static String kind(SheetRelation of) {
        return switch (of.relation().kind()) {
            case ORGANISATION -> "Organisatie";
            case PERSON -> "Persoon";
            case COST_CENTRE -> "Project";
        };
    }

    /** None where one of the words is no role. */
    static Optional<Codes> roles(String words) {
        var codes = BETWEEN_WORDS.splitAsStream(words).filter(word -> !word.isEmpty())
            .map(word -> ROLES.getOrDefault(word.toLowerCase(Locale.ROOT), "")).toList();
        return codes.contains("") ? Optional.empty() : Optional.of(Codes.of(codes));
    }

    static String roles(SheetRelation of) { return words(of.relation()).stream().map(code -> WORDS.getOrDefault(code, code)).collect(joining(", ")); }

    /** None where the word is neither yes nor no. */
    static Optional<Boolean> archived(String word) {
        return word.isBlank() ? Optional.of(false) : Optional.ofNullable(YES_OR_NO.get(Headers.tidy(word).toLowerCase(Locale.ROOT)));
    }

    static String archived(SheetRelation of) { return of.relation().marks().contains(Mark.ARCHIVED) ? "ja" : "nee"; }

    private static List<String> words(Relation relation) {
        return relation.values().get(Fields.ROLES) instanceof Value.Present<Codes> roles ? List.copyOf(roles.value().all()) : List.of();
    }

    /** 30, or 30 dagen netto; no number is picked out of any other sentence. */
    static Value<Days> days(Cell cell) {
        var found = DAYS.matcher(Headers.tidy(cell.text()));
        return Days.TYPE.parse(found.matches() ? found.group(1) : cell.text());
    }
}
