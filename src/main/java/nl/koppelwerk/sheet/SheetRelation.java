package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Relation;

/**
 * A relation as it stands in a sheet.
 *
 * @param id its number in the system that keeps it
 */
public record SheetRelation(String id, Relation relation) { }
