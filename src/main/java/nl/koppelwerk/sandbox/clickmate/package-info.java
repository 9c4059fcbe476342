/** A stand-in for Clickmate CRM by the assumed contract {@code assumed-clickmate/v0}, which is ours and not the vendor's. */
package nl.koppelwerk.sandbox.clickmate;
