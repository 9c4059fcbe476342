package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Relation;

/**
 * A row that is a relation; a field whose type refuses what was typed is in it as invalid, as from any other road.
 *
 * @param id its number in the system that keeps it; of a sheet without numbers, a name that is the same in every file
 */
public record RelationRow(long line, String id, Relation relation) implements BroughtRow {

    public SheetRelation sheetRelation() { return new SheetRelation(id, relation); }
}
