package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is at hand of a relation without reading it: what lists are ordered and mostly filtered by. */
record SnRow(String id, int code, long modifiedOn, String name, String kvk, String email, String vat, boolean inactive, String invoicedTo) {

    static SnRow of(ObjectNode relatie) {
        return new SnRow(relatie.get("id").textValue(), relatie.path("relatiecode").asInt(), relatie.path("modifiedOn").asLong(), relatie.path("naam").textValue(),
                relatie.path("kvkNummer").textValue(), relatie.path("email").textValue(), relatie.path("btwNummer").textValue(),
                relatie.path("nonactief").asBoolean(), relatie.path("factuurRelatie").textValue());
    }
}
