package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/**
 * Relations at the desk, in the words in which they are kept: a country is its code, a factuurRelatie its id, and {@code gebruik}
 * ({@code verkooporders, inkooporders, intern}) is what keeps a relation from being removed, as open invoices do.
 */
final class SnDeskRelaties {

    private final SnRelaties relaties;
    private final SnBookings bookings;
    private final SnStamps stamps;
    private final Ids ids;

    SnDeskRelaties(SnRelaties relaties, SnBookings bookings, SnStamps stamps, Ids ids) {
        this.relaties = relaties;
        this.bookings = bookings;
        this.stamps = stamps;
        this.ids = ids;
    }

    Answer answer(Call call, List<String> steps) {
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> shown(201, kept(fresh(Controls.body(call))));
            case "2 GET records" -> shown(200, found(steps.get(1)));
            case "2 PATCH records" -> patch(found(steps.get(1)), Controls.body(call), call.query().containsKey("silently"));
            case "2 DELETE records" -> delete(steps.get(1));
            case "3 POST records" -> invoice(found(steps.get(1)), Controls.body(call));
            case "3 DELETE records" -> settle(found(steps.get(1)));
            case "1 POST load" -> load(call);
            default -> throw refused(404, "no such address at the desk");
        };
    }

    void export(Consumer<ObjectNode> line) {
        relaties.rows().forEach(row -> line.accept(readable(found(row.id()))));
    }

    private Answer list(Call call) {
        var query = call.query();
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var skip = Integer.parseInt(query.getOrDefault("cursor", "0"));
        var items = Json.array();
        relaties.rows().stream().skip(skip).limit(limit).forEach(row -> items.add(readable(found(row.id()))));
        return Answer.json(200, Json.object().put("nextCursor", items.size() < limit ? null : String.valueOf(skip + limit)).set("items", items));
    }

    /** Silently: as by a mend in the vendor's own database, which does not move the moment, but may set it. */
    private Answer patch(ObjectNode relatie, ObjectNode change, boolean silently) {
        change.remove("id");
        if (!silently) {
            return shown(200, kept(merged(relatie, change)));
        }
        if (change.has("modifiedOn")) {
            change.put("modifiedOn", Instant.parse(change.get("modifiedOn").textValue()).toEpochMilli());
        }
        relaties.put(merged(relatie, change));
        return shown(200, relatie);
    }

    private Answer delete(String id) {
        found(id);
        relaties.remove(id);
        return Answer.empty(204);
    }

    private Answer invoice(ObjectNode relatie, ObjectNode wanted) {
        return Answer.json(201, bookings.enter(relatie.get("id").textValue(), SnRules.isKind(relatie, "Leverancier") ? "inkoop" : "verkoop", wanted));
    }

    private Answer settle(ObjectNode relatie) {
        bookings.settle(relatie.get("id").textValue());
        return Answer.empty(204);
    }

    private Answer load(Call call) {
        JsonNode all = Json.read(call.body());
        all.forEach(one -> kept(fresh((ObjectNode) one)));
        return Answer.json(201, Json.object().put("loaded", all.size()));
    }

    private ObjectNode fresh(ObjectNode wanted) {
        var made = merged(SnField.standard(SnModel.RELATIE).put("id", ids.uuid()), wanted);
        return made.get("relatiecode").intValue() == 0 ? made.put("relatiecode", relaties.nextCode()) : made;
    }

    /** What is null holds nothing, but stays a member. */
    private static ObjectNode merged(ObjectNode relatie, ObjectNode change) {
        change.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode parts && relatie.get(member.getKey()) instanceof ObjectNode there) {
                merged(there, parts);
            } else {
                relatie.set(member.getKey(), member.getValue());
            }
        });
        return relatie;
    }

    private ObjectNode kept(ObjectNode relatie) {
        relaties.put(relatie.put("modifiedOn", stamps.now()));
        return relatie;
    }

    private ObjectNode found(String id) {
        return relaties.find(id).orElseThrow(() -> refused(404, "no relation " + id));
    }

    private static Answer shown(int status, ObjectNode relatie) {
        return Answer.json(status, readable(relatie));
    }

    private static ObjectNode readable(ObjectNode relatie) {
        return relatie.deepCopy().put("modifiedOn", Instant.ofEpochMilli(relatie.path("modifiedOn").asLong()).toString());
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
