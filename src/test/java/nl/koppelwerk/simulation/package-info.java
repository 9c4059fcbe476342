/** Seeded runs of the whole core between the two simulated vendors of a link, judged once all is quiet. */
package nl.koppelwerk.simulation;
