package nl.koppelwerk.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Where a list goes on and how much of it is wanted. */
public final class Cursor {

    static final int MOST = 200;
    /** So that any other text is told from a cursor instead of being taken for an id that no row has. */
    private static final String MARK = "after:";

    @Parameter(description = "nextCursor of the page before; left out for the first page.")
    @QueryParam("cursor") public String cursor;
    @Parameter(description = "How many items at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @QueryParam("limit") @DefaultValue("50") public String limit;

    /** Empty for the first page. */
    String after() {
        if (cursor == null || cursor.isEmpty()) return "";
        var decoded = decoded();
        if (!decoded.startsWith(MARK)) throw Refusal.malformed("/cursor", Phrase.CURSOR_FOREIGN.said());
        return decoded.substring(MARK.length());
    }

    private String decoded() {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    int most() {
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST)
            throw Refusal.malformed("/limit", Phrase.LIMIT_RANGE.with("most", MOST));
        return Integer.parseInt(limit);
    }

    /** A page of at most {@link #most} of what was read, which is one more when the list goes on. */
    <T, V> Page<V> page(List<T> read, Function<T, String> id, Function<T, V> view) {
        var shown = read.subList(0, Math.min(read.size(), most()));
        var next = read.size() > shown.size() ? of(id.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private static String of(String id) { return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + id).getBytes(UTF_8)); }
}
