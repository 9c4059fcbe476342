package nl.koppelwerk.reconcile;

import nl.koppelwerk.link.Pair;

/**
 * A root that this one is told to have been before it was renumbered, with the pair that it has.
 *
 * @param relation the ledger's row of that pair
 */
public record Predecessor(String root, String relation, Pair pair) {}
