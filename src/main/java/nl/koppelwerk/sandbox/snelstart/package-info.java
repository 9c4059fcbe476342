/** A stand-in for SnelStart's B2B API v2 by the contract, down to its error codes. */
package nl.koppelwerk.sandbox.snelstart;
