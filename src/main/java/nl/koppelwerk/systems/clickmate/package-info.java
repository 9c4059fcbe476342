/** Clickmate CRM by {@code assumed-clickmate/v0}, an assumed contract and not the vendor's: read, create and update customers and their contacts, never delete. */
package nl.koppelwerk.systems.clickmate;
