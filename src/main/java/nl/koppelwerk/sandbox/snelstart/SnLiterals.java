package nl.koppelwerk.sandbox.snelstart;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.snelstart.SnTerm.Type;
import nl.koppelwerk.sandbox.snelstart.SnTerm.Unreadable;

/** The values that stand in a filter, in the style of OData v3. */
final class SnLiterals {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)[LlMmDdFf]?");
    private static final Pattern QUOTED = Pattern.compile("([a-z]*)'(.*)'", Pattern.DOTALL);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\S*)?");

    private final SnStamps stamps;
    private final SwitchPanel switches;

    SnLiterals(SnStamps stamps, SwitchPanel switches) {
        this.stamps = stamps;
        this.switches = switches;
    }

    /** The value that a word of the filter is; empty if it is a name. */
    Optional<SnTerm> read(String word) {
        var quoted = QUOTED.matcher(word);
        var number = NUMBER.matcher(word);
        if (quoted.matches()) {
            return Optional.of(quoted(quoted.group(1), quoted.group(2)));
        }
        if (number.matches()) {
            return Optional.of(SnTerm.literal(Type.NUMBER, new BigDecimal(number.group(1))));
        }
        return ISO.matcher(word).matches() ? Optional.of(bare(word)) : plain(word);
    }

    private static Optional<SnTerm> plain(String word) {
        return switch (word) {
            case "null" -> Optional.of(SnTerm.literal(Type.NOTHING, null));
            case "true", "false" -> Optional.of(SnTerm.literal(Type.FLAG, word.equals("true")));
            default -> Optional.empty();
        };
    }

    private SnTerm quoted(String sort, String text) {
        return switch (sort) {
            case "" -> SnTerm.literal(Type.TEXT, text.replace("''", "'"));
            case "guid" -> id(text);
            case "datetime" -> moment(text, false);
            case "datetimeoffset" -> offset(text);
            default -> throw new Unreadable("there is no value of the sort " + sort);
        };
    }

    private static SnTerm id(String text) {
        if (!SnBinding.isId(text)) {
            throw new Unreadable(text + " is no id");
        }
        return SnTerm.literal(Type.ID, text.toLowerCase());
    }

    private SnTerm offset(String text) {
        if (switches.is("date-literals", "datetime-only")) {
            throw new Unreadable("datetimeoffset is not known");
        }
        return moment(text, true);
    }

    private SnTerm bare(String text) {
        if (!switches.is("date-literals", "+bare-iso")) {
            throw new Unreadable("a moment stands in datetime'...'");
        }
        return moment(text, text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)"));
    }

    /** Without a zone it is of the zone in which moments are kept. */
    private SnTerm moment(String text, boolean zoned) {
        try {
            var local = zoned ? OffsetDateTime.parse(text).atZoneSameInstant(stamps.zone()).toLocalDateTime()
                    : text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            return SnTerm.literal(Type.MOMENT, local);
        } catch (DateTimeException e) {
            throw new Unreadable(text + " is no moment");
        }
    }
}
