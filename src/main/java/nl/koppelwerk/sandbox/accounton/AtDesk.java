package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.StandardWebhooks;

/** What a person does in Accounton's own screens: clients, the invitations that went out, a sheet, the hub's address. */
final class AtDesk {

    private final AtClients clients;
    private final AtMails mails;
    private final AtSheet sheet;
    private final StandardWebhooks webhooks;

    AtDesk(AtClients clients, AtMails mails, AtSheet sheet, StandardWebhooks webhooks) {
        this.clients = clients;
        this.mails = mails;
        this.sheet = sheet;
        this.webhooks = webhooks;
    }

    Answer answer(Call call, List<String> steps) {
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> shown(201, clients.made(Controls.body(call)));
            case "2 GET records" -> shown(200, found(steps.get(1)));
            case "2 PATCH records" -> patch(found(steps.get(1)), Controls.body(call), call.query().containsKey("silently"));
            case "2 DELETE records" -> delete(found(steps.get(1)));
            case "1 POST load" -> load(call);
            case "1 GET mails" -> mails.list();
            case "1 POST sheet" -> sheet.upload(Controls.body(call));
            case "1 GET webhooks" -> Answer.json(200, webhooks.state());
            case "1 POST webhooks" -> Answer.json(201, webhooks.register(Controls.body(call)));
            default -> throw refused(404, "no such address at the desk");
        };
    }

    void export(Consumer<ObjectNode> line) {
        clients.byChange().after(null).forEach(place -> line.accept(readable(found(place.id()))));
    }

    private Answer list(Call call) {
        var query = call.query();
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var after = query.containsKey("cursor") ? clients.byChange().place(query.get("cursor")).orElseThrow(() -> refused(400, "unknown cursor")) : null;
        var items = Json.array();
        for (var place : clients.byChange().after(after)) {
            if (items.size() == limit) {
                break;
            }
            items.add(readable(found(place.id())));
        }
        var last = items.size() < limit ? null : items.get(items.size() - 1).get("id").textValue();
        return Answer.json(200, Json.object().put("nextCursor", last).set("items", items));
    }

    /** Silently: as by a mend in the vendor's own database, which moves neither version nor moment and tells nobody. */
    private Answer patch(ObjectNode client, ObjectNode change, boolean silently) {
        change.remove(List.of("id", "version", "modifiedAt"));
        var after = Json.merge(client, change);
        if (!silently) {
            return shown(200, clients.changed(after));
        }
        clients.keep(after);
        return shown(200, after);
    }

    private Answer delete(ObjectNode client) {
        clients.remove(client.get("id").textValue());
        return Answer.empty(204);
    }

    private Answer load(Call call) {
        var all = array(call);
        all.forEach(one -> clients.made((ObjectNode) one));
        return Answer.json(201, Json.object().put("loaded", all.size()));
    }

    private static ArrayNode array(Call call) {
        try {
            if (Json.read(call.body()) instanceof ArrayNode all && all.findValues("lastName").size() >= all.size()) {
                return all;
            }
            throw refused(400, "send an array of clients with names");
        } catch (UncheckedIOException e) {
            throw refused(400, "the body is not JSON");
        }
    }

    private ObjectNode found(String id) {
        return clients.find(id).orElseThrow(() -> refused(404, "no record " + id));
    }

    private static Answer shown(int status, ObjectNode client) {
        return Answer.json(status, readable(client));
    }

    private static ObjectNode readable(ObjectNode client) {
        return client.put("modifiedAt", Instant.ofEpochMilli(client.path("modifiedAt").asLong()).toString());
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
