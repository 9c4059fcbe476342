/** The ledger in memory: the same promises as PostgreSQL's, for the simulation and for tests of one thread. */
package nl.koppelwerk.ledger.memory;
