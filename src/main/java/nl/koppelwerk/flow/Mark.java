package nl.koppelwerk.flow;

import java.time.Duration;

/** A moment by both clocks of this machine: one of them stands still while a machine sleeps, the other may be set. */
record Mark(long nanos, long millis) {

    static Mark now() { return new Mark(System.nanoTime(), System.currentTimeMillis()); }

    /** The longer of what the two say: at least as long as it was, unless the time was set back while the machine slept. */
    Duration elapsed() {
        var steady = Duration.ofNanos(System.nanoTime() - nanos);
        var told = Duration.ofMillis(System.currentTimeMillis() - millis);
        return steady.compareTo(told) > 0 ? steady : told;
    }
}
