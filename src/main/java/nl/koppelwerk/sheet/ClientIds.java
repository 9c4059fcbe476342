package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.ClientColumns.CLIENT_NUMBER;
import static nl.koppelwerk.sheet.ClientColumns.LAST;
import static nl.koppelwerk.sheet.ClientColumns.MAIL;
import static nl.koppelwerk.sheet.ClientColumns.NATIONAL_NUMBER;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * By what a client is known from one sheet to the next: its number at the office, else a keyed name for its national number, else for its e-mail
 * address and name, else for its name and line. Nobody reads a person's data in it.
 *
 * @param keyed the same text has the same name in every sheet of the link
 */
record ClientIds(UnaryOperator<String> keyed) {

    private static final int LONGEST = 100;

    /**
     * @param column what it was made of
     * @param isTold what stands there is no personal data
     */
    record Id(String root, Column<SheetRelation> column, boolean isTold) {}

    Id of(Values values, long line) {
        var number = values.get(Fields.NUMBER).text();
        if (!number.isEmpty() && !isNational(number)) return new Id(isPlain(number) ? "C-" + number : named("number", number), CLIENT_NUMBER.column(), true);
        if (values.get(Fields.RIJKSREGISTERNUMMER) instanceof Value.Present<Rijksregisternummer> own) return new Id(named("national", own.text()), NATIONAL_NUMBER.column(), false);
        if (!number.isEmpty()) return new Id(named("national", Rijksregisternummer.TYPE.parse(number).text()), CLIENT_NUMBER.column(), false);
        var name = folded(values.get(Fields.FIRST_NAMES).text()) + "|" + folded(values.get(Fields.LAST_NAME).text());
        var email = values.get(Fields.EMAIL).text().toLowerCase(Locale.ROOT);
        return email.isEmpty() ? new Id(named("line", line + "|" + name), LAST.column(), false) : new Id(named("email", email + "|" + name), MAIL.column(), false);
    }

    /** An office that numbers its clients by their national numbers has no number that may be told. */
    Values kept(Values values) { return isNational(values.get(Fields.NUMBER).text()) ? values.with(Fields.NUMBER, Value.absent()) : values; }

    private String named(String kind, String text) { return "R-" + keyed.apply(kind + " " + text); }

    private static boolean isNational(String number) { return NationalNumber.mayStandIn(number); }

    /** A # parts a record from its hat. */
    private static boolean isPlain(String number) { return number.length() <= LONGEST && number.indexOf('#') < 0 && number.chars().noneMatch(Character::isISOControl); }

    private static String folded(String name) { return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""); }
}
