/** Runnable stand-ins for the vendors, which share no code with the hub. */
package nl.koppelwerk.sandbox;
