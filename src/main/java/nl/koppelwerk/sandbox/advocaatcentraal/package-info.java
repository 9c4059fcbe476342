/** A stand-in for AdvocaatCentraal by the assumed contract {@code assumed-advocaatcentraal/v0}, which is ours and not the vendor's. */
package nl.koppelwerk.sandbox.advocaatcentraal;
