/** Compenda CRM by {@code assumed-compenda/v0}, an assumed contract and not the vendor's: relations under each of their hats, and projects; read, never written. */
package nl.koppelwerk.systems.compenda;
