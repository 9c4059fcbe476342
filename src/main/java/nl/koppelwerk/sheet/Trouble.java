package nl.koppelwerk.sheet;

/** Why a cell or a row of a sheet cannot be read, with the remedy. */
enum Trouble {
    QUOTE_NOT_CLOSED("A quote opens here and is never closed.", "Close the quote, or take it away."),
    QUOTE_INSIDE("A quote stands inside a cell that is in quotes itself.", "Write that quote twice, or take it away."),
    ROW_TOO_LONG("The row is longer than " + Limits.LONGEST_ROW + " characters.", "Shorten its cells; a quote that is not closed makes a row as long as this."),
    CELL_TOO_LONG("The cell holds more than " + Limits.LONGEST_CELL + " characters.", "Shorten the cell."),
    TOO_MANY_CELLS("The row has more than " + Limits.MOST_COLUMNS + " cells.", "Leave out what is no column of this sheet."),
    LOST_CHARACTERS("The cell holds a character that cannot be read.", "Save the sheet as CSV UTF-8 and look at this cell."),
    ERROR_VALUE("The cell holds an error instead of a value.", "Mend its formula, or type the value."),
    NO_STORED_VALUE("The cell holds a formula without a value.", "Open the workbook in Excel and save it, or type the value.");

    private final String reason;
    private final String remedy;

    Trouble(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    RowProblem at(long line, String column, String given) { return new RowProblem(line, column, given, reason, remedy); }
}
