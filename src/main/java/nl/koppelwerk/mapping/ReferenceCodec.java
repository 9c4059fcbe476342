package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;

/**
 * A navigation to a reference list: written as the id that the vendor gave to the name, read from the expanded name.
 *
 * @param idMember   where the id stands in the navigation
 * @param inner      how the name itself is read
 * @param candidates the names under which a value may stand in the list, the best first
 */
record ReferenceCodec<T>(String list, String idMember, String nameMember, Codec<T> inner, Function<T, List<String>> candidates)
    implements Codec<T> {

    @Override public String name() { return "reference to " + list + " by " + nameMember; }

    /** A navigation that was not expanded says nothing of the name. */
    @Override public Value<T> read(JsonNode node, Missing missing) {
        if (!node.isObject()) return new Value.Invalid<>(node.asText(), ReasonCode.UNMAPPABLE);
        var name = node.path(nameMember);
        if (name.isMissingNode()) return missing.value();
        return name.isNull() ? Value.empty() : inner.read(name, missing);
    }

    @Override public JsonNode write(T value, References references) {
        return id(value, references).<JsonNode>map(id -> JsonNodeFactory.instance.objectNode().put(idMember, id))
            .orElse(MissingNode.getInstance());
    }

    @Override public JsonNode shown(T value) {
        return JsonNodeFactory.instance.objectNode().set(nameMember, inner.shown(value));
    }

    @Override public List<Reason> problems(T value, References references) {
        return id(value, references).isPresent() ? inner.problems(value, references)
            : List.of(new Reason(ReasonCode.NOT_IN_REFERENCE_LIST, "", Map.of("list", Said.word("list." + list))));
    }

    private Optional<String> id(T value, References references) {
        return candidates.apply(value).stream().flatMap(name -> references.idOf(list, name).stream()).findFirst();
    }
}
