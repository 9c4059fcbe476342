/** A stand-in for AdminPulse by what public clients and a part of its API page tell; the names of the fields that nobody has seen are ours. */
package nl.koppelwerk.sandbox.adminpulse;
