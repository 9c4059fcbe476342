/** A stand-in for Accounton by the assumed contract {@code assumed-accounton/v0}, which is ours and not the vendor's. */
package nl.koppelwerk.sandbox.accounton;
