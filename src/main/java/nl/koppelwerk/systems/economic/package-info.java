/** Visma e-conomic: customers and their contact persons, by the REST API, the customers API and the webhooks API. */
package nl.koppelwerk.systems.economic;
