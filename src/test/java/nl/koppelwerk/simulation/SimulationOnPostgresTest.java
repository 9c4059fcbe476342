package nl.koppelwerk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;

import nl.koppelwerk.ledger.postgres.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same histories on the embedded PostgreSQL, whose clock the simulation moves; {@code -Dsimulation.postgres.seeds=N} runs more of them.
 * Its retries are spread by chance of its own, so a seed that fails here is a place to look, not always a replay.
 */
class SimulationOnPostgresTest {

    static Stream<Arguments> seeds() {
        long from = Long.getLong("simulation.postgres.from", 1);
        int count = Integer.getInteger("simulation.postgres.seeds", 2);
        return Cast.ALL.keySet().stream().flatMap(link -> LongStream.range(from, from + count).mapToObj(seed -> Arguments.of(link, seed)));
    }

    @ParameterizedTest @MethodSource("seeds")
    void no_seed_finds_anything_on_postgresql_either(String link, long seed) {
        var database = TestDatabase.get();
        var ledger = database.ledger();
        var time = new Timeline(Installation.START, database::standAt);

        var failures = Simulation.run(link, seed, time, ledger, false, true).failures();

        assertThat(failures).isEmpty();
        database.empty();
    }
}
