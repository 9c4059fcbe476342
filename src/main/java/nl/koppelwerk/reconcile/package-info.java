/** The decision core: match, merge, plan and explain, without I/O and without a clock. */
package nl.koppelwerk.reconcile;
