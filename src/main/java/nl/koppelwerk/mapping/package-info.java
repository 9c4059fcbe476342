/** Field tables: one line says how a member of wire JSON becomes a field of the relation, and back. */
package nl.koppelwerk.mapping;
