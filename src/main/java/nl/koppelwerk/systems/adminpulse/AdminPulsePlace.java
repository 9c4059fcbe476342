package nl.koppelwerk.systems.adminpulse;

import java.time.Instant;
import java.util.regex.Pattern;
import nl.koppelwerk.systems.Connector;

/**
 * Where a pass over relations stands.
 *
 * @param size rows of a page; a page's number means nothing where another size was asked for
 */
record AdminPulsePlace(int page, int size, String began) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,4})/(\\d{1,19})");

    static AdminPulsePlace of(Connector.PageRequest request, int largest, Instant now) {
        var text = TEXT.matcher(request.position());
        return text.matches() ? new AdminPulsePlace(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)), text.group(3))
            : new AdminPulsePlace(0, Math.min(request.limit(), largest), Long.toString(now.toEpochMilli()));
    }

    String at(int other) { return other + "/" + size + "/" + began; }
}
