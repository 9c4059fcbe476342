package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;

/** What is wrong with a file as a whole. */
final class Refusals {

    private static final String SAVE_AS_XLSX = "Save it in Excel as an Excel workbook (.xlsx), or as CSV UTF-8.";

    private Refusals() { }

    static SheetRefused empty() {
        return refused(1, Phrase.SHEET_EMPTY.said(), "Put the names of the columns in the first row.");
    }

    static SheetRefused noSheet() { return refused(1, Phrase.SHEET_NEITHER.said(), SAVE_AS_XLSX); }

    static SheetRefused noWorkbook() { return refused(1, Phrase.SHEET_ARCHIVE.said(), SAVE_AS_XLSX); }

    static SheetRefused oldOrProtected() {
        return refused(1, Phrase.SHEET_OLD.said(),
            "Take the password off, and save it in Excel as an Excel workbook (.xlsx).");
    }

    static SheetRefused macros() {
        return refused(1, Phrase.SHEET_MACROS.said(), "Save it in Excel as an Excel workbook without macros (.xlsx).");
    }

    static SheetRefused binary() { return refused(1, Phrase.SHEET_BINARY.said(), SAVE_AS_XLSX); }

    static SheetRefused tooLarge(String what) {
        return refused(1, Phrase.SHEET_TOO_LARGE.with("what", what), "Save the sheet with its people alone as CSV UTF-8, or cut it into several.");
    }

    static SheetRefused damaged(long line) {
        return refused(line, Phrase.SHEET_DAMAGED.said(), "Open it in Excel, let Excel repair it, and save it as an Excel workbook (.xlsx).");
    }

    static SheetRefused noVisibleSheet() { return refused(1, Phrase.SHEET_INVISIBLE.said(), "Put the rows on its first sheet."); }

    static SheetRefused tooManyRows(long line) {
        return refused(line, Phrase.SHEET_TOO_LONG.with("most", Limits.MOST_ROWS), "Cut it into several sheets.");
    }

    private static SheetRefused refused(long line, Said reason, String remedy) {
        return new SheetRefused(new RowProblem(line, "", "", reason.in(Wording.EN), remedy), reason);
    }
}
