package nl.koppelwerk.systems.accounton;

import java.util.regex.Pattern;

/**
 * Whose a client is in the system that it came from; as one text {@code ADMINPULSE:APR00042}, or what a file calls it.
 *
 * @param system as Accounton names it: ADMINPULSE, ADMIN_CONSULT or FILE
 * @param id     of the record there
 */
record SourceReference(String system, String id) {

    private static final String FILE = "FILE";
    private static final Pattern TEXT = Pattern.compile("(ADMINPULSE|ADMIN_CONSULT|FILE):(.+)");

    static SourceReference of(String text) {
        var known = TEXT.matcher(text);
        return known.matches() ? new SourceReference(known.group(1), known.group(2)) : new SourceReference(FILE, text);
    }

    /** Empty where the client has none. */
    static String text(String system, String id) { return id.isEmpty() ? "" : system + ":" + id; }
}
