/** A stand-in for Compenda by the assumed contract {@code assumed-compenda/v0}, which is ours and not the vendor's. */
package nl.koppelwerk.sandbox.compenda;
