/** AdvocaatCentraal by {@code assumed-advocaatcentraal/v0}, an assumed contract and not the vendor's: read and update by id, never create or delete. */
package nl.koppelwerk.systems.advocaatcentraal;
