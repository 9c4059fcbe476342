/** Link types, the rulebook of each koppeling, and the links that offices activated. */
package nl.koppelwerk.link;
