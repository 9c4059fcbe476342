package nl.koppelwerk.ledger;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.OpenCreate;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Predecessor;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Wanted;

/**
 * What the ledger knows of the root of a claim, under the relation's lease.
 *
 * @param stored     observations that no hint has made stale
 * @param lastKnown  all stored observations
 * @param looked     what a look last saw, where a listing has brought a newer one since; else the same
 * @param openCreate of creates of other relations that share a key, or have none to tell them from this root
 * @param partOf     roots that this id is a part of, by the part index as it is now; empty where the id is a paired or a seen root itself
 * @param was        pairs of the roots that this one, which has none, is told to have been; the nearest first
 * @param watches    creates of this relation that were in doubt and are settled
 */
public record Dossier(String relation, long revision, Pair pair, Map<Side, Sighting> stored, Map<Side, Sighting> lastKnown, Map<Side, Sighting> looked,
                      List<OpenDelivery> deliveries, OpenCreate openCreate, List<String> partOf, List<Watch> watches,
                      List<Question.Answered> answered, List<Wanted> wanted, List<Predecessor> was) {}
