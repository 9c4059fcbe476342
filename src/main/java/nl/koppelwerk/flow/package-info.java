/** What the routes call: the roads that every notice takes. */
package nl.koppelwerk.flow;
