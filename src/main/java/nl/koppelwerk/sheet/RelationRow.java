package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Relation;

/**
 * A row that is a relation; a field whose type refuses what was typed is in it as invalid, as from any other road.
 *
 * @param id its number in Compenda
 */
public record RelationRow(long line, String id, Relation relation) implements CompendaRow {

    public SheetRelation sheetRelation() { return new SheetRelation(id, relation); }
}
