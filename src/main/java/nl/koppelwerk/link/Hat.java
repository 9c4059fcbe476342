package nl.koppelwerk.link;

import java.util.Optional;

/**
 * One of the hats that a record wears, where each has a partner of its own: a relation of a CRM that is debtor and creditor is two
 * relaties in bookkeeping. A root is the record under one hat, so that each is looked at, counted and explained for itself.
 *
 * @param record the system's id of the record
 * @param facet  the hat, one of the link type's facets
 */
public record Hat(String record, String facet) {

    /** No system's ids have it. */
    private static final char BETWEEN = '#';

    /** The root under that hat. */
    public String root() { return record + BETWEEN + facet; }

    /** Empty for the root of a record that wears no hats. */
    public static Optional<Hat> of(String root) {
        int between = root.lastIndexOf(BETWEEN);
        return between < 0 ? Optional.empty() : Optional.of(new Hat(root.substring(0, between), root.substring(between + 1)));
    }
}
