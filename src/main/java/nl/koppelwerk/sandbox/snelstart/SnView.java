package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept record as it looks on the wire under the switches of the moment: nothing is left out, what is empty is shown as such. */
final class SnView {

    private final SwitchPanel switches;
    private final SnStamps stamps;
    private final SnLanden landen;

    SnView(SwitchPanel switches, SnStamps stamps, SnLanden landen) {
        this.switches = switches;
        this.stamps = stamps;
        this.landen = landen;
    }

    /** As it is read. */
    ObjectNode relatie(ObjectNode kept) {
        return dressed(written(kept).put("fax", kept.path("fax").textValue()));
    }

    /** As a write answers it. */
    ObjectNode relatieWritten(ObjectNode kept) {
        return dressed(written(kept));
    }

    ObjectNode kostenplaats(ObjectNode kept) {
        return dressed(kept.deepCopy().put("uri", "/kostenplaatsen/" + kept.get("id").textValue()));
    }

    ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("interneKleur", "blauw").set("koppelingen", Json.object().putNull("crm"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }

    static ObjectNode reference(String resource, String id) {
        return Json.object().put("id", id).put("uri", "/" + resource + "/" + id);
    }

    private ObjectNode written(ObjectNode kept) {
        var id = kept.get("id").textValue();
        var shown = shown(SnModel.RELATIE, kept).put("modifiedOn", stamps.text(kept.get("modifiedOn").longValue()));
        SnModel.ADDRESSES.forEach(name -> shown.set(name, address(shown.get(name))));
        if (kept.hasNonNull("factuurRelatie")) {
            shown.set("factuurRelatie", reference("relaties", kept.get("factuurRelatie").textValue()));
        }
        shown.put("inkoopBoekingenUri", "/relaties/" + id + "/inkoopboekingen").put("verkoopBoekingenUri", "/relaties/" + id + "/verkoopboekingen");
        shown.putArray("documents");
        var extra = shown.putArray("extraVeldenKlant");
        kept.path("klantVelden").properties().forEach(field -> extra.addObject().put("naam", field.getKey()).put("waarde", field.getValue().asText()));
        return shown.put("uri", "/relaties/" + id);
    }

    private ObjectNode shown(List<SnField> fields, JsonNode kept) {
        var shown = Json.object();
        fields.forEach(field -> shown.set(field.name(), value(field, kept.path(field.name()))));
        return shown;
    }

    private JsonNode value(SnField field, JsonNode kept) {
        return switch (field.kind()) {
            case OBJECT -> shown(field.parts(), kept);
            case TEXT -> text(kept);
            // As .NET writes a double: with a point, never with an exponent of ten.
            case NUMBER -> kept.isNumber() ? Json.object().numberNode(kept.doubleValue()) : Json.object().nullNode();
            default -> kept.isMissingNode() ? field.standard() : kept.deepCopy();
        };
    }

    private JsonNode text(JsonNode kept) {
        var nodes = Json.object();
        var empty = kept.asText("").isEmpty() || kept.isNull();
        return switch (switches.get("empty-text")) {
            case "as-written" -> kept.isMissingNode() ? nodes.nullNode() : kept;
            case "empty-string" -> empty ? nodes.textNode("") : kept;
            default -> empty ? nodes.nullNode() : kept;
        };
    }

    private JsonNode address(JsonNode shown) {
        var address = (ObjectNode) shown;
        if (!SnAddressRules.isEmpty(address)) {
            return address.set("land", landen.reference(address.path("land").asText()));
        }
        return switch (switches.get("empty-address")) {
            case "null" -> Json.object().nullNode();
            case "object-with-country" -> address.set("land", landen.reference("NL"));
            default -> address;
        };
    }
}
