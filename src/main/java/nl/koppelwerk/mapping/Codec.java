package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** How one value stands in wire JSON, in both directions; pure. */
public interface Codec<T> {

    /** For the documentation. */
    String name();

    /** What a member says that is there and not {@code null}; something unusable is invalid, never an exception. */
    Value<T> read(JsonNode node, Missing missing);

    /** What is sent; a missing node where nothing can be (see {@link #problems}). */
    JsonNode write(T value, References references);

    /** What the system would show after it took the value over. */
    default JsonNode shown(T value) { return write(value, References.NONE); }

    /** Why the system would not take the value; subjects are filled in by the table. */
    default List<Reason> problems(T value, References references) { return List.of(); }

    /** What is sent to empty the member; a missing node where nothing is. */
    default JsonNode empty(EmptyWrites style) {
        return switch (style) {
            case NULL -> NullNode.getInstance();
            case EMPTY_TEXT -> TextNode.valueOf("");
            case OMIT -> MissingNode.getInstance();
        };
    }

    /** The members of a wire record that are the value together; none where one member is. */
    default List<String> members() { return List.of(); }

    /** The same, for a system that keeps no longer texts; counted in UTF-16 units, the strictest of the usual ways. */
    default Codec<T> upTo(int limit) { return new LimitedCodec<>(this, limit); }
}
