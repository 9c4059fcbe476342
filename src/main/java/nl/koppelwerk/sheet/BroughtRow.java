package nl.koppelwerk.sheet;

/** What became of one row of a sheet that somebody brought. */
public sealed interface BroughtRow permits RelationRow, BadRow {

    /** Where it begins, as {@link SheetRow#line()}. */
    long line();
}
