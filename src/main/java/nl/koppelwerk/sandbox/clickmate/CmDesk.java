package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** What a person does in Clickmate's own screens: sees everything, changes anything, pastes the hub's address, loads a file of customers. */
final class CmDesk {

    private final CmCustomers customers;
    private final CmChanges changes;
    private final CmWebhooks webhooks;
    private final CmLoose loose;

    CmDesk(CmCustomers customers, CmChanges changes, CmWebhooks webhooks, CmLoose loose) {
        this.customers = customers;
        this.changes = changes;
        this.webhooks = webhooks;
        this.loose = loose;
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> shown(201, changes.created(changes.fresh(body(call)), false));
            case "2 GET records" -> shown(200, found(steps.get(1)));
            case "2 PATCH records" -> patch(found(steps.get(1)), body(call), call.query().containsKey("silently"));
            case "2 DELETE records" -> delete(steps.get(1));
            case "3 POST records" -> addContact(found(steps.get(1)), body(call));
            case "4 PATCH records" -> patchContact(found(steps.get(1)), steps.get(3), body(call));
            case "4 DELETE records" -> removeContact(found(steps.get(1)), steps.get(3));
            case "1 POST contacts" -> Answer.json(201, loose.add(body(call)));
            case "1 POST load" -> load(call);
            case "1 GET webhooks" -> Answer.json(200, webhooks.state());
            case "1 POST webhooks" -> Answer.json(201, webhooks.register(body(call)));
            case "1 DELETE webhooks" -> forget();
            default -> throw refused(404, "no such address at the desk");
        };
    }

    void export(Consumer<ObjectNode> line) {
        customers.after(null).forEach(place -> line.accept(readable(found(place.id()))));
    }

    private Answer list(Call call) {
        var query = call.query();
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var after = query.containsKey("cursor") ? customers.place(query.get("cursor")).orElseThrow(() -> refused(400, "unknown cursor")) : null;
        var items = Json.array();
        for (var place : customers.after(after)) {
            if (items.size() == limit) {
                break;
            }
            items.add(readable(found(place.id())));
        }
        var next = items.size() < limit ? null : items.get(items.size() - 1).get("id").textValue();
        return Answer.json(200, Json.object().put("nextCursor", next).set("items", items));
    }

    /** Silently: as by a mend in the vendor's own database, which moves neither version nor moment and tells nobody. */
    private Answer patch(ObjectNode customer, ObjectNode change, boolean silently) {
        var before = customer.path("lifecycle").asText();
        change.remove(List.of("id", "version", "modifiedAt"));
        Json.merge(customer, change).path("contacts").forEach(changes::named);
        if (!silently) {
            return shown(200, changes.updated(customer, before, false));
        }
        customers.put(customer);
        return shown(200, customer);
    }

    private Answer delete(String id) {
        found(id);
        customers.remove(id);
        return Answer.empty(204);
    }

    private Answer addContact(ObjectNode customer, ObjectNode wanted) {
        var contact = changes.named(wanted);
        customer.withArray("contacts").add(contact);
        return shown(201, changes.contactUpdated(customer, contact.get("id").textValue(), false));
    }

    private Answer patchContact(ObjectNode customer, String id, ObjectNode change) {
        Json.merge((ObjectNode) customer.get("contacts").get(placeOf(customer, id)), change);
        return shown(200, changes.contactUpdated(customer, id, false));
    }

    private Answer removeContact(ObjectNode customer, String id) {
        ((ArrayNode) customer.get("contacts")).remove(placeOf(customer, id));
        return shown(200, changes.contactUpdated(customer, id, false));
    }

    private static int placeOf(ObjectNode customer, String contact) {
        for (var i = 0; i < customer.path("contacts").size(); i++) {
            if (customer.get("contacts").get(i).path("id").asText().equals(contact)) {
                return i;
            }
        }
        throw refused(404, "no contact " + contact);
    }

    /** As an import does: nobody is told. */
    private Answer load(Call call) {
        var all = array(call);
        for (var one : all) {
            changes.silently(changes.fresh((ObjectNode) one));
        }
        return Answer.json(201, Json.object().put("loaded", all.size()));
    }

    private static ArrayNode array(Call call) {
        try {
            JsonNode read = Json.read(call.body());
            return Optional.of(read).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
                    .filter(all -> all.findValues("name").size() >= all.size()).orElseThrow(() -> refused(400, "send an array of customers with names"));
        } catch (UncheckedIOException e) {
            throw refused(400, "the body is not JSON");
        }
    }

    private Answer forget() {
        webhooks.clear();
        return Answer.empty(204);
    }

    private ObjectNode found(String id) {
        return customers.find(id).orElseThrow(() -> refused(404, "no customer " + id));
    }

    private static Answer shown(int status, ObjectNode customer) {
        return Answer.json(status, readable(customer));
    }

    private static ObjectNode readable(ObjectNode customer) {
        return customer.put("modifiedAt", Instant.ofEpochMilli(customer.path("modifiedAt").asLong()).toString());
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> refused(400, "the body is not a JSON object"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
