package nl.koppelwerk.reconcile;

import nl.koppelwerk.link.Pair;

/**
 * A root that this one is told to have been before it was renumbered, with the pair that it has.
 *
 * @param relation the ledger's row of that pair
 * @param isDirect it was told of this root itself, and not of an id that this root is told to have had
 */
public record Predecessor(String root, String relation, Pair pair, boolean isDirect) {}
