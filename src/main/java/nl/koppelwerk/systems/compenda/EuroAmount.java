package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** An amount with its currency, which is the euro where none is named; one in another currency is never taken for euros. */
record EuroAmount() implements Codec<Amount> {

    private static final String EURO = "EUR";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    @Override public String name() { return "amount in euro"; }

    @Override public Value<Amount> read(JsonNode node, Missing missing) {
        var amount = node.path(AMOUNT);
        if (!node.isObject() || amount.isContainerNode()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        var read = amount.isMissingNode() || amount.isNull() ? Value.<Amount>empty() : Amount.TYPE.parse(amount.asText());
        var currency = node.path(CURRENCY).asText("").strip();
        boolean isEuro = currency.isEmpty() || currency.equalsIgnoreCase(EURO);
        return isEuro || read.isEmpty() ? read : new Value.Invalid<>(read.text() + " " + currency, ReasonCode.CURRENCY_FOREIGN);
    }

    @Override public JsonNode write(Amount value, References references) {
        return JsonNodeFactory.instance.objectNode().put(AMOUNT, value.toString()).put(CURRENCY, EURO);
    }
}
