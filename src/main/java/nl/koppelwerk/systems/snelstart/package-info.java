/** SnelStart by its B2B API, version 2: relaties with both their addresses, and kostenplaatsen. */
package nl.koppelwerk.systems.snelstart;
