/** The ledger in PostgreSQL: the statements of the ledger's ports, and the encryption of what they store. */
package nl.koppelwerk.ledger.postgres;
