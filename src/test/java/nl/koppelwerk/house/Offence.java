package nl.koppelwerk.house;

/** One breach of a house rule: where, and what was expected there. */
record Offence(String file, int line, String expected) {
    @Override
    public String toString() {
        return file + ":" + line + ": expected " + expected;
    }
}
