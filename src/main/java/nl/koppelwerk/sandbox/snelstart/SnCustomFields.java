package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /relaties/{id}/customFields}: the extra fields of a relation, of its own kind only. */
final class SnCustomFields {

    /** One of the two lists: its name on the wire, whose it is, where its values are kept. */
    private record Side(String list, String kind, String kept, List<SnCustomField> fields) {
    }

    private static final List<Side> SIDES = List.of(new Side("klantCustomFields", "Klant", "klantVelden", SnCustomField.OF_CUSTOMERS),
            new Side("leverancierCustomFields", "Leverancier", "leverancierVelden", SnCustomField.OF_SUPPLIERS));

    private final SnRelaties relaties;
    private final SnRequests requests;
    private final SnStamps stamps;
    private final SnErrors errors;

    SnCustomFields(SnRelaties relaties, SnRequests requests, SnStamps stamps, SnErrors errors) {
        this.relaties = relaties;
        this.requests = requests;
        this.stamps = stamps;
        this.errors = errors;
    }

    Answer read(ObjectNode relatie) {
        var shown = Json.object();
        for (var side : SIDES) {
            var list = shown.putArray(side.list());
            if (SnRules.isKind(relatie, side.kind())) {
                side.fields().forEach(field -> list.add(field.shown(Optional.ofNullable(relatie.path(side.kept()).get(field.name())).orElse(Json.object().nullNode()))));
            }
        }
        return Answer.json(200, shown);
    }

    /** What is not named stays. */
    Answer change(Call call, ObjectNode relatie) {
        var wanted = requests.object(call, "REF-0016");
        errors.judge(flaws -> {
            flaws.check(SIDES.stream().anyMatch(side -> wanted.has(side.list())), "REF-0016", "Het verzoek noemt geen extra velden");
            SIDES.forEach(side -> judge(side, wanted.path(side.list()), relatie, flaws));
        });
        for (var side : SIDES) {
            wanted.path(side.list()).forEach(change -> set(relatie.withObject("/" + side.kept()), change.get("name").textValue(), change.get("value")));
        }
        relaties.put(relatie.put("modifiedOn", stamps.now()));
        return read(relatie);
    }

    private static void set(ObjectNode values, String name, JsonNode value) {
        if (value.isNull()) {
            values.remove(name);
        } else {
            values.set(name, value);
        }
    }

    private static void judge(Side side, JsonNode changes, ObjectNode relatie, SnFlaws flaws) {
        flaws.check(changes.isMissingNode() || changes.isNull() || changes instanceof ArrayNode, "REF-0016", side.list() + " is geen lijst");
        flaws.check(changes.isEmpty() || SnRules.isKind(relatie, side.kind()), "REF-0006", side.list() + " hoort niet bij deze relatie");
        var names = new HashSet<String>();
        for (var change : changes) {
            var name = change.path("name").asText();
            if (!flaws.check(change.path("name").isTextual() && change.has("value"), "REF-0016", "Een extra veld heeft name en value")) {
                continue;
            }
            flaws.check(names.add(name), "REF-0003", name + " staat er twee keer");
            side.fields().stream().filter(field -> field.name().equals(name)).findFirst()
                    .ifPresentOrElse(field -> field.judge(change.path("value"), flaws), () -> flaws.add("REF-0002", name + " bestaat niet"));
        }
    }
}
