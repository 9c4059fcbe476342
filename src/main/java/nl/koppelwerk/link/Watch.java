package nl.koppelwerk.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A create that was in doubt and is settled: its request may still reach the vendor, so another record of the same identity is
 * looked for a few times, ever further apart, before the watch ends.
 *
 * @param side   where it was to be made
 * @param part   what was to be made
 * @param looked when a look last looked for it; {@code since} before the first
 * @param given  what each attempt had sent that was given up
 */
public record Watch(Side side, PartKey part, Instant since, Instant until, Instant looked, List<List<Sent>> given) {

    /** Of a day: ten minutes, one hour, six hours, and five minutes before the end. */
    private static final double[] SHARES = {1 / 144.0, 1 / 24.0, 1 / 4.0, 287 / 288.0};

    /** When it is to be looked for again; empty once the last look was. */
    public Optional<Instant> due() { return DoubleStream.of(SHARES).mapToObj(this::at).filter(moment -> moment.isAfter(looked)).findFirst(); }

    public boolean isDue(Instant now) { return due().filter(moment -> !moment.isAfter(now)).isPresent(); }

    public Watch lookedAt(Instant now) { return new Watch(side, part, since, until, now, given); }

    private Instant at(double share) { return since.plusMillis(Math.round(Duration.between(since, until).toMillis() * share)); }
}
