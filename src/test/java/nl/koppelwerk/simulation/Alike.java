package nl.koppelwerk.simulation;

import nl.koppelwerk.relation.Relation;

/** Whether a record of the source and one of the target are one relation by the keys of a link, in the words of the judges. */
interface Alike {

    boolean isSame(String sourceRoot, Relation source, Relation target);

    /** The record of the target names another one of the source as its partner, whatever else the two share. */
    default boolean namesAnother(Relation target) { return false; }
}
