package nl.koppelwerk.sandbox;

import io.vertx.core.Vertx;

/** What every stand-in stands on. */
public record Ground(Vertx vertx, Journal journal, Switches switches, SandboxClock clock, long seed) {
}
