/** Clients of an office that come as sheets: no system answers for them, so what the newest sheet said of each is all that is known; read, never written. */
package nl.koppelwerk.systems.excel;
