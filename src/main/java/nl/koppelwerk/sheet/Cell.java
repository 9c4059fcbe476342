package nl.koppelwerk.sheet;

/**
 * What stands in one cell.
 *
 * @param isNumber the cell of a workbook holds a number, so a point in its text is a decimal one; text that looks like a number is text
 */
public record Cell(String text, boolean isNumber) {

    static final Cell BLANK = new Cell("", false);

    static Cell text(String text) { return new Cell(text, false); }

    boolean isBlank() { return text.isBlank(); }
}
