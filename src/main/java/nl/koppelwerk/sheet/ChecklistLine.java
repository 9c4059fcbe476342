package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Reason;

/**
 * Something about one relation that a person has to mend.
 *
 * @param id   its number in the system that it comes from
 * @param role the hat under which it was looked at; empty where it has none
 */
public record ChecklistLine(String id, String role, String name, Reason reason) { }
