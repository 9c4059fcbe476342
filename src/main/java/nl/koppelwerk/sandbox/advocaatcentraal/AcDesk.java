package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** What a person does in AdvocaatCentraal's own screens: sees everything, changes anything, archives, deletes. */
final class AcDesk {

    private final AcRecords records;
    private final AcStamps stamps;
    private final Ids ids;
    private final AcWebhooks webhooks;
    private final AcParts parts;

    AcDesk(AcRecords records, AcStamps stamps, Ids ids, AcWebhooks webhooks) {
        this.records = records;
        this.stamps = stamps;
        this.ids = ids;
        this.webhooks = webhooks;
        this.parts = new AcParts(ids);
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> create(body(call));
            case "2 GET records" -> Answer.json(200, readable(found(steps.get(1))));
            case "2 PATCH records" -> patch(found(steps.get(1)), body(call), call.query().containsKey("silently"));
            case "2 DELETE records" -> delete(steps.get(1));
            case "3 POST records" -> changed(201, parts.add(found(steps.get(1)), steps.get(2), body(call)));
            case "4 PATCH records" -> changed(200, parts.patch(found(steps.get(1)), steps.get(2), steps.get(3), body(call)));
            case "4 DELETE records" -> changed(200, parts.remove(found(steps.get(1)), steps.get(2), steps.get(3)));
            case "1 GET webhooks" -> Answer.json(200, webhooks.state());
            case "1 POST webhooks" -> Answer.json(201, webhooks.register(body(call)));
            default -> throw refused(404, "no such address at the desk");
        };
    }

    void export(Consumer<ObjectNode> line) {
        records.after(null).forEach(place -> line.accept(readable(records.find(place.id()).orElseThrow())));
    }

    private Answer list(Call call) {
        var query = call.query();
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var items = Json.array();
        var after = query.containsKey("cursor") ? records.place(query.get("cursor")).orElseThrow(() -> refused(400, "unknown cursor")) : null;
        for (var place : records.after(after)) {
            var relation = records.find(place.id()).orElseThrow();
            if (items.size() < limit && relation.get("soort").textValue().equals(query.getOrDefault("set", relation.get("soort").textValue()))) {
                items.add(readable(relation));
            }
        }
        var next = items.size() < limit ? null : items.get(items.size() - 1).get("id").textValue();
        return Answer.json(200, Json.object().put("nextCursor", next).set("items", items));
    }

    private Answer create(ObjectNode wanted) {
        var relation = Json.object().put("id", String.format("AC-%09d", 900_000_000 + ids.number())).put("soort", "BEDRIJF");
        relation.putArray("relatietypen").add("CLIENT");
        relation.putArray("contactpersonen");
        relation.putArray("adressen");
        relation.put("gearchiveerd", false).put("verwijderd", false).put("aangemaaktOp", stamps.now()).put("versie", 0);
        relation.setAll(wanted);
        relation.path("contactpersonen").forEach(parts::named);
        return changed(201, relation);
    }

    /** Silently: as by a mend in the vendor's own database, which moves neither version nor moment and tells nobody. */
    private Answer patch(ObjectNode relation, ObjectNode change, boolean silently) {
        change.remove(List.of("id", "versie", "gewijzigdOp", "aangemaaktOp"));
        relation = Json.merge(relation, change);
        relation.path("contactpersonen").forEach(parts::named);
        if (!silently) {
            return changed(200, relation);
        }
        records.put(relation);
        return Answer.json(200, readable(relation));
    }

    private Answer delete(String id) {
        found(id);
        records.remove(id);
        return Answer.empty(204);
    }

    private ObjectNode found(String id) {
        return records.find(id).orElseThrow(() -> refused(404, "no relation " + id));
    }

    private Answer changed(int status, ObjectNode relation) {
        records.save(relation, true);
        return Answer.json(status, readable(relation));
    }

    private static ObjectNode readable(ObjectNode relation) {
        return relation.put("gewijzigdOp", moment(relation, "gewijzigdOp")).put("aangemaaktOp", moment(relation, "aangemaaktOp"));
    }

    private static String moment(ObjectNode relation, String name) {
        return Instant.ofEpochMilli(relation.path(name).asLong()).toString();
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> refused(400, "the body is not a JSON object"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
