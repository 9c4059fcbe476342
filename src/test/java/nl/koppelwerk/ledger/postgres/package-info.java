/** The ledger in PostgreSQL under the contract of every ledger, and what only it promises. */
package nl.koppelwerk.ledger.postgres;
