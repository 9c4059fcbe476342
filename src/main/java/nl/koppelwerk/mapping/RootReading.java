package nl.koppelwerk.mapping;

import java.time.Instant;
import nl.koppelwerk.relation.Relation;

/**
 * What a whole root says: its own record with its parts.
 *
 * @param version  the system's own version, or empty where it has none
 * @param modified the system's own stamp, or null
 */
public record RootReading(String id, Relation relation, String version, Instant modified) {}
