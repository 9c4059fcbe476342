/** Link types (the rulebook of each koppeling), pairs and what a system can hold: pure. */
package nl.koppelwerk.link;
