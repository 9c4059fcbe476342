package nl.koppelwerk.ledger.postgres;

/** How a relation's id is resolved: the row it was folded into answers for it. */
final class RelationRows {

    /** Takes the id twice. */
    static final String RESOLVED = "coalesce((SELECT a.relation_id FROM relation_alias a WHERE a.id = ?), ?)";

    private RelationRows() { }
}
