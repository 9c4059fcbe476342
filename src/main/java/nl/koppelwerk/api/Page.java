package nl.koppelwerk.api;

import java.util.List;

/** A part of a list; no next cursor at its end. */
record Page<T>(List<T> items, String nextCursor) {

    static <T> Page<T> whole(List<T> items) { return new Page<>(items, null); }
}
