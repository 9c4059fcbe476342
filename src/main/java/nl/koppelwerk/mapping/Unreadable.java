package nl.koppelwerk.mapping;

/** A record whose very shape is not the one of its table; asking again does not mend it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    public Unreadable(String record, String pointer, String expected) {
        super(record + " at " + (pointer.isEmpty() ? "/" : pointer) + ": expected " + expected);
        this.pointer = pointer;
    }

    /** Where in the record, as a JSON pointer. */
    public String pointer() { return pointer; }
}
