package nl.koppelwerk.sheet;

/**
 * One thing that is wrong in a sheet, so that who made the sheet can mend it.
 *
 * @param line   where it stands, counted as {@link SheetRow#line()}
 * @param column the column as the sheet names it; empty where it is about the row or the sheet as a whole
 * @param given  what stands there, shortened
 */
public record RowProblem(long line, String column, String given, String reason, String remedy) {

    private static final int LONGEST_SHOWN = 100;

    public RowProblem {
        given = shortened(given);
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_SHOWN) return text;
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
