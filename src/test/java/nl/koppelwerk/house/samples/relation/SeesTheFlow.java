package nl.koppelwerk.house.samples.relation;

import nl.koppelwerk.house.samples.flow.Road;

/** Breaks the direction of the arrows. */
public final class SeesTheFlow {
    Road road;
}
