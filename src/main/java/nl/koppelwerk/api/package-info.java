/** The REST interface for people and programs. */
package nl.koppelwerk.api;
