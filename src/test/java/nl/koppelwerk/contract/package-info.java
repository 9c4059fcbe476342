/** Promises that every system and every link keeps, run over all of them. */
package nl.koppelwerk.contract;
