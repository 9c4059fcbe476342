/** What the hub remembers, in memory for simulation and in PostgreSQL for life. */
package nl.koppelwerk.ledger;
