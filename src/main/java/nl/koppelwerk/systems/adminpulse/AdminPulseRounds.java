package nl.koppelwerk.systems.adminpulse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How often a list is read. Nobody promises an order of its rows: where one comes twice, another may have stayed away, so the list is
 * read again until as many different ones were seen as it has.
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
    private int before;
    private int rounds;
    private int quiet;

    /** The page after that one; empty at the end. */
    synchronized OptionalInt after(int page, int pages, List<String> ids) {
        // The same rows first as in the round before: the list has an order, and simply has a row twice.
        if (page == 0) isOrdered = ids.equals(first);
        if (page == 0) first = List.copyOf(ids);
        seen.addAll(ids);
        received.put(page, ids.size());
        return page + 1 < pages && !ids.isEmpty() ? OptionalInt.of(page + 1) : again();
    }

    private OptionalInt again() {
        int total = received.values().stream().mapToInt(Integer::intValue).sum();
        quiet = seen.size() > before ? 0 : quiet + 1;
        before = seen.size();
        received.clear();
        return before < total && !isOrdered && quiet < QUIET && ++rounds < MOST ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
