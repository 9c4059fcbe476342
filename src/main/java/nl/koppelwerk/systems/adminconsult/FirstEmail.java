package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** Of the e-mail addresses in one text the first that is one; where none is, the text as it was typed. */
record FirstEmail() implements Codec<EmailAddress> {

    @Override public String name() { return "first e-mail of the text"; }

    @Override public Value<EmailAddress> read(JsonNode node, Missing missing) {
        if (!node.isValueNode()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        return Arrays.stream(node.asText().split("[\\s,;]+")).map(EmailAddress.TYPE::parse).filter(one -> one instanceof Value.Present)
            .findFirst().orElseGet(() -> EmailAddress.TYPE.parse(node.asText()));
    }

    @Override public JsonNode write(EmailAddress value, References references) { return TextNode.valueOf(value.text()); }
}
