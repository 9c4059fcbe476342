package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/** The codes of a system for the values of a closed list; a code that is not in it is invalid and left alone. */
public final class CodeTable<T> implements Codec<T> {

    private final ValueType<T> type;
    private final Map<T, List<String>> spellings;

    CodeTable(ValueType<T> type, Map<T, List<String>> spellings) {
        this.type = type;
        this.spellings = spellings;
    }

    /** The first spelling is written, all of them are read. */
    public CodeTable<T> code(T value, String... newSpellings) {
        var more = new LinkedHashMap<>(spellings);
        more.put(value, List.of(newSpellings));
        return new CodeTable<>(type, more);
    }

    List<String> spellings(T value) { return spellings.getOrDefault(value, List.of()); }

    @Override public String name() {
        return "codes " + String.join(", ", spellings.values().stream().map(list -> list.get(0)).toList());
    }

    @Override public Value<T> read(JsonNode node, Missing missing) {
        var code = node.asText().strip();
        if (node.isValueNode() && code.isEmpty()) return Value.empty();
        for (var entry : spellings.entrySet())
            if (entry.getValue().stream().anyMatch(code::equalsIgnoreCase)) return type.of(entry.getKey());
        return new Value.Invalid<>(node.isValueNode() ? code : node.toString(), ReasonCode.CODE_UNKNOWN);
    }

    @Override public JsonNode write(T value, References references) {
        return spellings(value).isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(spellings(value).get(0));
    }

    @Override public List<Reason> problems(T value, References references) {
        return spellings(value).isEmpty() ? List.of(new Reason(ReasonCode.CODE_UNKNOWN)) : List.of();
    }
}
