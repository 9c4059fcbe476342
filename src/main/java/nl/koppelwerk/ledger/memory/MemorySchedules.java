package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Schedules;

final class MemorySchedules implements Schedules {

    private final Map<String, Entry> entries = new TreeMap<>();
    private final MemoryState state;

    MemorySchedules(MemoryState state) { this.state = state; }

    private static final class Entry {
        String link;
        String what;
        Duration every;
        Instant due;
        Instant leaseEnds = Instant.MIN;
        long token;
    }

    @Override public void lay(String link, String what, Duration every, boolean dueNow) {
        var first = dueNow ? state.now() : state.now().plus(every);
        var entry = entries.computeIfAbsent(link + " " + what, absent -> laid(link, what, first));
        entry.every = every;
        // a shortened interval counts from now; a longer one keeps the turn that is near
        if (entry.due.isAfter(state.now().plus(every))) entry.due = state.now().plus(every);
    }

    private static Entry laid(String link, String what, Instant due) {
        var entry = new Entry();
        entry.link = link;
        entry.what = what;
        entry.due = due;
        return entry;
    }

    @Override public void layAt(String link, String what, Instant due) {
        var entry = entries.computeIfAbsent(link + " " + what, absent -> laid(link, what, due));
        entry.every = Duration.ofDays(1);
        entry.due = due;
        entry.leaseEnds = Instant.MIN;
        entry.token = 0;
    }

    @Override public void drop(String link, String what) { entries.remove(link + " " + what); }

    @Override public void drop(String link) { entries.values().removeIf(entry -> entry.link.equals(link)); }

    @Override public List<Due> claim(int most) {
        var now = state.now();
        return entries.values().stream()
            .filter(entry -> !entry.due.isAfter(now) && !entry.leaseEnds.isAfter(now) && state.isActive(entry.link))
            .limit(most).map(this::claimed).toList();
    }

    private Due claimed(Entry entry) {
        entry.token = state.next();
        entry.leaseEnds = state.leaseFromNow();
        return new Due(entry.link, entry.what, entry.every, entry.token);
    }

    @Override public void done(Due due) {
        var entry = entries.get(due.link() + " " + due.what());
        if (entry == null || entry.token != due.token()) return;
        var onTime = entry.due.plus(entry.every);
        entry.due = onTime.isAfter(state.now()) ? onTime : state.now().plus(entry.every);
        entry.leaseEnds = Instant.MIN;
        entry.token = 0;
    }
}
