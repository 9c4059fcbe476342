/** A stand-in for Admin-IS | Consult as its vendor's article and a public client show its API. */
package nl.koppelwerk.sandbox.adminconsult;
