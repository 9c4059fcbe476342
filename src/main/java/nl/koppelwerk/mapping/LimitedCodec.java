package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** A codec whose texts have a greatest length; nothing is cut off, it is refused. */
record LimitedCodec<T>(Codec<T> inner, int limit) implements Codec<T> {

    @Override public String name() { return inner.name() + " up to " + limit; }

    @Override public List<String> members() { return inner.members(); }

    @Override public Value<T> read(JsonNode node, Missing missing) { return inner.read(node, missing); }

    @Override public JsonNode write(T value, References references) { return inner.write(value, references); }

    @Override public JsonNode shown(T value) { return inner.shown(value); }

    @Override public JsonNode empty(EmptyWrites style) { return inner.empty(style); }

    @Override public List<Reason> problems(T value, References references) {
        var problems = new ArrayList<>(inner.problems(value, references));
        if (longest(inner.shown(value)) > limit)
            problems.add(new Reason(ReasonCode.TOO_LONG, "", Map.of("limit", Integer.toString(limit))));
        return problems;
    }

    private static int longest(JsonNode node) {
        int longest = node.isTextual() ? node.textValue().length() : 0;
        for (var child : node) longest = Math.max(longest, longest(child));
        return longest;
    }
}
