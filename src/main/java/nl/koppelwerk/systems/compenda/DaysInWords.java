package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** A payment term as people write it, {@code 30 dagen netto}; any other sentence is kept as it was typed, and no number is picked out of it. */
record DaysInWords() implements Codec<Days> {

    private static final Pattern TERM = Pattern.compile("(\\d{1,5})\\s+dagen(\\s+netto)?", Pattern.CASE_INSENSITIVE);

    @Override public String name() { return "days, as {days} dagen netto"; }

    @Override public Value<Days> read(JsonNode node, Missing missing) {
        var typed = node.isValueNode() ? node.asText().strip() : node.toString();
        var term = TERM.matcher(typed);
        if (typed.isEmpty()) return Value.empty();
        return term.matches() ? Days.TYPE.parse(term.group(1)) : new Value.Invalid<>(typed, ReasonCode.NUMBER_FORMAT);
    }

    @Override public JsonNode write(Days value, References references) { return TextNode.valueOf(value + " dagen netto"); }
}
