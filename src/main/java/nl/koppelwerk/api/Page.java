package nl.koppelwerk.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list; no next cursor at its end. */
record Page<T>(List<T> items, @Schema(nullable = true) String nextCursor) {

    static <T> Page<T> whole(List<T> items) { return new Page<>(items, null); }
}
