package nl.koppelwerk.link;

/** One of the two systems of a link; new relations are born on the source. */
public enum Side {
    SOURCE,
    TARGET;

    public Side other() { return this == SOURCE ? TARGET : SOURCE; }
}
