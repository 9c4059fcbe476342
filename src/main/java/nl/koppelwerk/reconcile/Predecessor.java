package nl.koppelwerk.reconcile;

import java.util.Optional;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;

/**
 * A root that this one is told to have been before it was renumbered, with the pair that it has.
 *
 * @param relation the ledger's row of that pair
 * @param looked   what was last seen under the former id
 */
public record Predecessor(String root, String relation, Pair pair, Optional<Sighting> looked) {}
