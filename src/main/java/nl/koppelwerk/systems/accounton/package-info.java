/** Accounton by the assumed contract {@code assumed-accounton/v0}, which is ours and not the vendor's: clients, and imports of one row that make them. */
package nl.koppelwerk.systems.accounton;
