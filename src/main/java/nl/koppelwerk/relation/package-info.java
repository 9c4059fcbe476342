/** The canonical relation, its fields and its value types: pure, and the same for every system. */
package nl.koppelwerk.relation;
