/** A stand-in for Tribe CRM: OData, OAuth2 client credentials and signed webhooks, with a switch for everything the vendor leaves open. */
package nl.koppelwerk.sandbox.tribe;
