package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.EmptyWrites;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** What a relatie is to the administration: one thing, said once. The administration's own relatie is read as such and never made. */
record Relatiesoorten() implements Codec<Codes> {

    /** {@code Geen} is none. */
    private static final Map<String, String> READ = Map.of("Klant", "DEBTOR", "Leverancier", "CREDITOR", "Eigen", "OWN", "Geen", "");
    private static final Map<String, String> WRITTEN = Map.of("DEBTOR", "Klant", "CREDITOR", "Leverancier");

    @Override public String name() { return "DEBTOR as Klant, CREDITOR as Leverancier"; }

    @Override public Value<Codes> read(JsonNode node, Missing missing) {
        if (node.isMissingNode()) return Value.absent();
        var codes = new TreeSet<String>();
        for (var word : node) codes.add(READ.getOrDefault(word.asText(), "?"));
        return !node.isArray() || codes.contains("?") ? new Value.Invalid<>(node.toString(), ReasonCode.CODE_UNKNOWN) : Codes.TYPE.of(Codes.of(codes));
    }

    @Override public JsonNode write(Codes value, References references) {
        return isOne(value) ? JsonNodeFactory.instance.arrayNode().add(WRITTEN.get(value.all().first())) : MissingNode.getInstance();
    }

    @Override public List<Reason> problems(Codes value, References references) { return isOne(value) ? List.of() : List.of(new Reason(ReasonCode.CODE_UNKNOWN)); }

    @Override public JsonNode empty(EmptyWrites style) { return JsonNodeFactory.instance.arrayNode(); }

    private static boolean isOne(Codes value) { return value.all().size() == 1 && WRITTEN.containsKey(value.all().first()); }
}
