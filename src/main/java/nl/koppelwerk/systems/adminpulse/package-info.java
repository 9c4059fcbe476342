/** AdminPulse, of whose API a part is known: relations with the taskflows and the partner of each; the names of fields that nobody has seen are guesses and stay in here; read, never written. */
package nl.koppelwerk.systems.adminpulse;
