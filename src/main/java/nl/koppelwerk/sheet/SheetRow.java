package nl.koppelwerk.sheet;

/** What became of one row of a sheet: it was read, or it is bad and stops no other. */
public sealed interface SheetRow permits Row, BadRow {

    /** Where it begins: in a CSV the line of the text, line breaks inside quotes counted too; in a workbook the number of the row. */
    long line();
}
