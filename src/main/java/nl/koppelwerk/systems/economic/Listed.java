package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;

/** A value that must stand in one of the office's lists; there its text is what the list gives to a name. */
record Listed<T>(String list, Codec<T> inner) implements Codec<T> {

    @Override public String name() { return inner.name() + " of " + list; }

    @Override public Value<T> read(JsonNode node, Missing missing) { return inner.read(node, missing); }

    @Override public JsonNode write(T value, References references) { return inner.write(value, references); }

    @Override public List<Reason> problems(T value, References references) {
        return has(references, list, inner.shown(value).asText()) ? inner.problems(value, references) : List.of(unknown(list));
    }

    static boolean has(References references, String list, String value) {
        return references.idOf(list, value).isPresent() || references.lists().getOrDefault(list, Map.of()).containsValue(value);
    }

    static Reason unknown(String list) { return new Reason(ReasonCode.NOT_IN_REFERENCE_LIST, "", Map.of("list", Said.word("list." + list))); }
}
