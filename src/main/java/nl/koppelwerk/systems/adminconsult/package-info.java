/** Admin-IS | Consult: the customers of an accountancy office, as people and companies with the taskflows they stand in; read, never written. */
package nl.koppelwerk.systems.adminconsult;
