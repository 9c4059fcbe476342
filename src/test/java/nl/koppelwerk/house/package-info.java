/** The rules of the house as tests; each names file, line and what was expected, and is tried on a broken sample. */
package nl.koppelwerk.house;
