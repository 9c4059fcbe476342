package nl.koppelwerk.sheet;

/**
 * One physical line of a text.
 *
 * @param end   the line break after it, as it was written; empty at the end of the text
 * @param isCut it was longer than a row may be, and only its beginning is here
 */
record Line(long number, String text, String end, boolean isCut) { }
