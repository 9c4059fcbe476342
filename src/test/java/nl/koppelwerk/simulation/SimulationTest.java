package nl.koppelwerk.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/**
 * {@code -Dsimulation.seeds=N} runs more seeds, {@code -Dsimulation.from=N} others, {@code -Dsimulation.seed=N} one of them.
 * Each seed is one thread's work; several run side by side.
 */
class SimulationTest {

    private static final long ONE = Long.getLong("simulation.seed", -1);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 500);
    private static final long FROM = Long.getLong("simulation.from", 1);

    @Test void no_seed_finds_a_lost_edit_a_duplicate_a_loss_an_idle_write_or_an_unexplained_difference() {
        var seeds = ONE >= 0 ? LongStream.of(ONE) : LongStream.range(FROM, FROM + SEEDS);
        var began = Instant.now();

        var failed = seeds.parallel().filter(seed -> !Simulation.run(seed, false).failures().isEmpty()).sorted().boxed().toList();

        System.out.println(Tally.told(Duration.between(began, Instant.now())));
        assertEquals(List.of(), failed, () -> Retelling.of(failed.get(0)));
    }
}
