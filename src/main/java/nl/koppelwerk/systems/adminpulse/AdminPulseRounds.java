package nl.koppelwerk.systems.adminpulse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How often a list is read. Nobody promises an order of its rows: where one comes twice, another may have stayed away, so the list is
 * read again until as many different ones were seen as it has; and once more where it ended before its end.
 */
final class AdminPulseRounds {

    /** Far above what chance needs for the last rows of a large list. */
    private static final int MOST = 30;
    /** Rounds in a row that bring nothing new, where chance orders the rows: then there is nothing new. */
    private static final int QUIET = 8;

    private final Set<String> seen = new HashSet<>();
    /** By page, for a page may be asked for again. */
    private final Map<Integer, Integer> received = new HashMap<>();
    private List<String> first = List.of();
    private boolean isOrdered;
    private int promised;
    private boolean isCut;
    private int before;
    private int rounds;
    private int quiet;

    /** The page after that one; empty at the end. */
    synchronized OptionalInt after(int page, int pages, List<String> ids) {
        if (page == 0) begin(ids);
        seen.addAll(ids);
        received.put(page, ids.size());
        promised = Math.max(promised, pages);
        if (page + 1 < pages && !ids.isEmpty()) return OptionalInt.of(page + 1);
        isCut = page + 1 < promised;
        return again();
    }

    private void begin(List<String> ids) {
        // The same rows first as in the round before: the list has an order, and simply has a row twice.
        isOrdered = ids.equals(first);
        first = List.copyOf(ids);
        promised = 0;
    }

    private OptionalInt again() {
        int total = received.values().stream().mapToInt(Integer::intValue).sum();
        quiet = seen.size() > before ? 0 : quiet + 1;
        before = seen.size();
        received.clear();
        boolean isWhole = before >= total && !isCut;
        return !isWhole && !isOrdered && quiet < QUIET && ++rounds < MOST ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** It had fewer pages than it said, and not because it was read a second time. */
    synchronized boolean endedEarly() { return isCut; }
}
