package nl.koppelwerk.link;

import java.time.Instant;
import nl.koppelwerk.relation.Relation;

/**
 * What a root was seen to hold (an observation).
 *
 * @param version    the system's own version of the record, or empty where it has none
 * @param modifiedAt the system's own stamp, or null
 * @param askedAt    the moment the question was sent, by the hub's clock; what was asked later is newer
 */
public record Sighting(Side side, String root, Relation relation, String version, Instant modifiedAt, Instant askedAt) {

    public Sighting with(Relation changed) { return new Sighting(side, root, changed, version, modifiedAt, askedAt); }

    public Sighting withVersion(String newer) { return new Sighting(side, root, relation, newer, modifiedAt, askedAt); }
}
