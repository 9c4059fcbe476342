/** Broken on purpose: the rules of the packages are tried on it. */
package nl.koppelwerk.house.samples.flow;
