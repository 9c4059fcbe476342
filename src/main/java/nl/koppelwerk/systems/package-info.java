/** What every outside system brings: its dialect, its listings, its requests; one package below for each. */
package nl.koppelwerk.systems;
