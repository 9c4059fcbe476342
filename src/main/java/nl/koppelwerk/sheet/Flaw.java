package nl.koppelwerk.sheet;

/** Trouble with the cell in one column, the first being 0. */
record Flaw(int column, String given, Trouble trouble) { }
