package nl.koppelwerk.systems.snelstart;

import java.time.Instant;
import java.util.Arrays;

/**
 * Where a page of relaties starts, as text: when its pass began, and its range.
 *
 * @param began by the hub's clock; only how long the pass takes is told by it
 */
record SnelStartPosition(Instant began, CodeRange range) {

    private static final String OPEN = "-";

    static SnelStartPosition of(String position, Instant now) {
        if (position.isEmpty()) return new SnelStartPosition(now, CodeRange.ALL);
        var parts = Arrays.asList(position.split(" "));
        return new SnelStartPosition(Instant.parse(parts.get(0)), new CodeRange(number(parts.get(1)), number(parts.get(2))));
    }

    /** The place of a page after it, in the same pass. */
    String after(CodeRange next) { return began + " " + text(next.above()) + " " + text(next.below()); }

    private static Long number(String text) { return text.equals(OPEN) ? null : Long.valueOf(text); }

    private static String text(Long number) { return number == null ? OPEN : number.toString(); }
}
