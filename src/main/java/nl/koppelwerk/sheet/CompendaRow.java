package nl.koppelwerk.sheet;

/** What became of one row of a sheet of Compenda's relations. */
public sealed interface CompendaRow permits RelationRow, BadRow {

    /** Where it begins, as {@link SheetRow#line()}. */
    long line();
}
