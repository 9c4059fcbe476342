/** The decision core: a state machine without I/O that asks for one thing at a time and is told the answer. */
package nl.koppelwerk.reconcile;
