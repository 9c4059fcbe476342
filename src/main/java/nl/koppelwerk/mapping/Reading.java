package nl.koppelwerk.mapping;

import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.relation.Values;

/**
 * What one wire record says.
 *
 * @param version   the system's own version of the record, or empty
 * @param modified  the system's own stamp, or null
 * @param reference our own reference that the record keeps for us, or empty
 * @param handles   ids of the wire records inside it that stand for themselves, by resource
 */
public record Reading(String id, String version, Instant modified, String reference, Values values, Map<String, String> handles) {

    public Reading {
        handles = Map.copyOf(handles);
    }
}
