package nl.koppelwerk.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

/** Moments and days within a sentence as people of its language write them; English keeps the form of the interface, ISO 8601. */
final class Calendar {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Map<Wording, String> DAYS = Map.of(Wording.NL, "dd-MM-yyyy", Wording.FR, "dd/MM/yyyy");

    private Calendar() {}

    /** @param name of the fact: a text of ten signs is a day only where it is called so, for anything else may be what a person typed */
    static String told(String name, String fact, Wording wording) {
        var form = DAYS.get(wording);
        if (form == null) return fact;
        if (MOMENT.matcher(fact).matches()) return DateTimeFormatter.ofPattern(form + " HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC).format(Instant.parse(fact));
        return name.equals("day") && DAY.matcher(fact).matches() ? DateTimeFormatter.ofPattern(form).format(LocalDate.parse(fact)) : fact;
    }
}
