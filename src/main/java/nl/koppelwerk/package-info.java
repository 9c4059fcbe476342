/** Starting and stopping the program: its data directory, its database, its key, its port. */
package nl.koppelwerk;
