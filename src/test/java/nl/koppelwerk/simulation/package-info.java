/** Seeded runs of the whole core between two simulated vendors, judged by five judges once all is quiet. */
package nl.koppelwerk.simulation;
