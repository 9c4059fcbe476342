package nl.koppelwerk.sheet;

/**
 * The text of one row of a CSV.
 *
 * @param flaw what is wrong with its quotes or its length, so that it cannot be cut into cells; or null
 */
record RowText(long line, String text, Flaw flaw) { }
