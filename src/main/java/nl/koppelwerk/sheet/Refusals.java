package nl.koppelwerk.sheet;

/** What is wrong with a file as a whole. */
final class Refusals {

    private static final String SAVE_AS_XLSX = "Save it in Excel as an Excel workbook (.xlsx), or as CSV UTF-8.";

    private Refusals() { }

    static SheetRefused empty() {
        return refused(1, "The file has no row with the names of its columns.", "Put the names of the columns in the first row.");
    }

    static SheetRefused noSheet() { return refused(1, "The file is neither a CSV nor an Excel workbook.", SAVE_AS_XLSX); }

    static SheetRefused noWorkbook() { return refused(1, "The file is an archive, and no Excel workbook (.xlsx).", SAVE_AS_XLSX); }

    static SheetRefused oldOrProtected() {
        return refused(1, "The file is a workbook of an old kind (.xls), or one that is protected with a password.",
            "Take the password off, and save it in Excel as an Excel workbook (.xlsx).");
    }

    static SheetRefused macros() {
        return refused(1, "The workbook holds macros.", "Save it in Excel as an Excel workbook without macros (.xlsx).");
    }

    static SheetRefused binary() { return refused(1, "The workbook is a binary one (.xlsb).", SAVE_AS_XLSX); }

    static SheetRefused tooLarge(String what) {
        return refused(1, "The workbook unpacks to more than is read: " + what + ".", "Save the sheet with its people alone as CSV UTF-8, or cut it into several.");
    }

    static SheetRefused damaged(long line) {
        return refused(line, "The workbook is damaged.", "Open it in Excel, let Excel repair it, and save it as an Excel workbook (.xlsx).");
    }

    static SheetRefused noVisibleSheet() { return refused(1, "The workbook has no sheet.", "Put the rows on its first sheet."); }

    static SheetRefused tooManyRows(long line) {
        return refused(line, "The sheet has more than " + Limits.MOST_ROWS + " rows.", "Cut it into several sheets.");
    }

    private static SheetRefused refused(long line, String reason, String remedy) { return new SheetRefused(new RowProblem(line, "", "", reason, remedy)); }
}
