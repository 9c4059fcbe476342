/** A stand-in for Visma e-conomic: its REST API, its customers API and its webhooks, over one set of records, with a switch for everything that nobody could tell. */
package nl.koppelwerk.sandbox.economic;
