/** AdvocaatCentraal by its assumed contract: read and update by id, never create or delete. */
package nl.koppelwerk.systems.advocaatcentraal;
