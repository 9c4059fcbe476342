package nl.koppelwerk.reconcile;

import java.time.Instant;

/** One question of this look and its answer, with the moment the question was sent. */
public record Exchange(Step step, Answer answer, Instant askedAt) {}
