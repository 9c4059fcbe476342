/** Sheets of people: CSV and XLSX, read and written row by row in bounded memory. */
package nl.koppelwerk.sheet;
