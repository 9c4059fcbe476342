package nl.koppelwerk.systems.adminpulse;

import java.util.regex.Pattern;
import nl.koppelwerk.systems.Connector;

/**
 * Where a pass over relations stands.
 *
 * @param size  rows of a page; a page's number means nothing where another size was asked for
 * @param began when its tasks were asked for, in milliseconds; 0 for a pass that has not begun
 */
record AdminPulsePlace(int page, int size, long began) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,4})/(\\d{1,15})");

    static AdminPulsePlace of(Connector.PageRequest request, int largest) {
        var text = TEXT.matcher(request.position());
        return text.matches() ? new AdminPulsePlace(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)), Long.parseLong(text.group(3)))
            : new AdminPulsePlace(0, Math.min(request.limit(), largest), 0);
    }

    boolean isFirst() { return began == 0; }

    AdminPulsePlace at(int other) { return new AdminPulsePlace(other, size, began); }

    AdminPulsePlace begun(long moment) { return isFirst() ? new AdminPulsePlace(page, size, moment) : this; }

    String text() { return page + "/" + size + "/" + began; }
}
