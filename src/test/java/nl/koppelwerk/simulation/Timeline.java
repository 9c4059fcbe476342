package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The clock of a simulated run and all that is to happen, in order; time moves only from one event to the next. */
final class Timeline implements InstantSource {

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::nr));
    private Instant now;
    private long count;

    private final Consumer<Instant> clock;

    Timeline(Instant start) { this(start, moment -> { }); }

    /** @param clock another one that shall always show the same moment */
    Timeline(Instant start, Consumer<Instant> clock) {
        this.now = start;
        this.clock = clock;
        clock.accept(start);
    }

    private record Event(Instant at, long nr, Runnable what) {}

    @Override public Instant instant() { return now; }

    void at(Instant moment, Runnable what) { events.add(new Event(moment.isBefore(now) ? now : moment, count++, what)); }

    void after(Duration delay, Runnable what) { at(now.plus(delay), what); }

    /** The moment of the next event; null when nothing is left. */
    Instant next() { return events.isEmpty() ? null : events.peek().at(); }

    void runNext() {
        var event = events.poll();
        moveTo(event.at());
        event.what().run();
    }

    void moveTo(Instant moment) {
        if (!moment.isAfter(now)) return;
        now = moment;
        clock.accept(moment);
    }
}
