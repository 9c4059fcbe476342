package nl.koppelwerk.house.samples.flow;

/** What nothing pure may see. */
public final class Road {
}
