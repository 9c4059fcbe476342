/** Tribe CRM by its OData contract and signed webhooks. */
package nl.koppelwerk.systems.tribe;
