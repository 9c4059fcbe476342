package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** A VAT number; one that names no country is Belgian where it fits as such. */
record BelgianVat() implements Codec<BtwNummer> {

    @Override public String name() { return "VAT number, of BE where none is named"; }

    @Override public Value<BtwNummer> read(JsonNode node, Missing missing) {
        if (!node.isValueNode()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        var typed = BtwNummer.TYPE.parse(node.asText());
        var belgian = BtwNummer.TYPE.parse("BE" + node.asText());
        return !typed.isValid() && belgian.isValid() ? belgian : typed;
    }

    @Override public JsonNode write(BtwNummer value, References references) { return TextNode.valueOf(value.text()); }
}
