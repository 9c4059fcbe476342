package nl.koppelwerk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import nl.koppelwerk.ledger.postgres.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same histories on the embedded PostgreSQL, whose clock the simulation moves; {@code -Dsimulation.postgres.seeds=N} runs more of them.
 * Its retries are spread by chance of its own, so a seed that fails here is a place to look, not always a replay.
 */
class SimulationOnPostgresTest {

    static LongStream seeds() {
        long from = Long.getLong("simulation.postgres.from", 1);
        return LongStream.range(from, from + Integer.getInteger("simulation.postgres.seeds", 2));
    }

    @ParameterizedTest @MethodSource("seeds")
    void no_seed_finds_anything_on_postgresql_either(long seed) {
        var database = TestDatabase.get();
        var ledger = database.ledger();
        var time = new Timeline(Installation.START, database::standAt);

        var failures = Simulation.run(seed, time, ledger, false, true).failures();

        assertThat(failures).isEmpty();
        database.empty();
    }
}
