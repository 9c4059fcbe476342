/** The proofs of the whole program: packaged jar, vendors and database as processes of their own, judged from outside. */
package nl.koppelwerk.proof;
