package nl.koppelwerk.simulation;

import java.time.Instant;

import nl.koppelwerk.reconcile.Step;

/** The import of one row, by which a client is made in Accounton: begun, sorted when its time has come, applied once. */
final class SimulatedImport {

    /** Where its row stands once it is sorted. */
    enum Bucket { ONLY_IN_IMPORT, DUPLICATE, INVALID }

    final Step.Write write;
    final String key;
    final Instant begunAt;
    /** Null while nobody has sorted it. */
    Bucket bucket;
    /** Who is there already, or was made by it. */
    String client = "";

    SimulatedImport(Step.Write write, String key, Instant begunAt) {
        this.write = write;
        this.key = key;
        this.begunAt = begunAt;
    }

    boolean isSorted() { return bucket != null; }
}
