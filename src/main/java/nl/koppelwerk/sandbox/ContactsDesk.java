package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person does in the own screens of a CRM whose records hold their contacts: sees everything, changes anything, loads a file. */
public final class ContactsDesk {

    /** How the vendor keeps what a person changed; each answers the record as kept. */
    public interface Changes {

        /** A record with its own members over those that every record has. */
        ObjectNode fresh(ObjectNode wanted);

        /** Gives a contact its id, if it has none. */
        ObjectNode named(ObjectNode contact);

        ObjectNode created(ObjectNode record);

        ObjectNode updated(ObjectNode before, ObjectNode after);

        ObjectNode contactUpdated(ObjectNode record, String contact);

        /** Keeps a record without telling anybody, as an import does. */
        ObjectNode silently(ObjectNode record);
    }

    private final ByChange records;
    private final Changes changes;

    public ContactsDesk(ByChange records, Changes changes) {
        this.records = records;
        this.changes = changes;
    }

    public Answer answer(Call call, List<String> steps) {
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> shown(201, changes.created(changes.fresh(Controls.body(call))));
            case "2 GET records" -> shown(200, found(steps.get(1)));
            case "2 PATCH records" -> patch(found(steps.get(1)), Controls.body(call), call.query().containsKey("silently"));
            case "2 DELETE records" -> delete(steps.get(1));
            case "3 POST records" -> addContact(found(steps.get(1)), Controls.body(call));
            case "4 PATCH records" -> patchContact(found(steps.get(1)), steps.get(3), Controls.body(call));
            case "4 DELETE records" -> removeContact(found(steps.get(1)), steps.get(3));
            case "1 POST load" -> load(call);
            default -> throw refused(404, "no such address at the desk");
        };
    }

    public void export(Consumer<ObjectNode> line) {
        records.after(null).forEach(place -> line.accept(readable(found(place.id()))));
    }

    public ObjectNode found(String id) {
        return records.find(id).orElseThrow(() -> refused(404, "no record " + id));
    }

    private Answer list(Call call) {
        var query = call.query();
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var after = query.containsKey("cursor") ? records.place(query.get("cursor")).orElseThrow(() -> refused(400, "unknown cursor")) : null;
        var items = Json.array();
        for (var place : records.after(after)) {
            if (items.size() == limit) {
                break;
            }
            items.add(readable(found(place.id())));
        }
        return Answer.json(200, Json.object().put("nextCursor", items.size() < limit ? null : items.get(items.size() - 1).get("id").textValue()).set("items", items));
    }

    /** Silently: as by a mend in the vendor's own database, which moves neither version nor moment and tells nobody. */
    private Answer patch(ObjectNode record, ObjectNode change, boolean silently) {
        var before = record.deepCopy();
        change.remove(List.of("id", "version", "modifiedAt"));
        Json.merge(record, change).path("contacts").forEach(contact -> changes.named((ObjectNode) contact));
        if (!silently) {
            return shown(200, changes.updated(before, record));
        }
        records.put(record);
        return shown(200, record);
    }

    private Answer delete(String id) {
        found(id);
        records.remove(id);
        return Answer.empty(204);
    }

    private Answer addContact(ObjectNode record, ObjectNode wanted) {
        var contact = changes.named(wanted);
        record.withArray("contacts").add(contact);
        return shown(201, changes.contactUpdated(record, contact.get("id").textValue()));
    }

    private Answer patchContact(ObjectNode record, String id, ObjectNode change) {
        Json.merge((ObjectNode) record.get("contacts").get(placeOf(record, id)), change);
        return shown(200, changes.contactUpdated(record, id));
    }

    private Answer removeContact(ObjectNode record, String id) {
        ((ArrayNode) record.get("contacts")).remove(placeOf(record, id));
        return shown(200, changes.contactUpdated(record, id));
    }

    private static int placeOf(ObjectNode record, String contact) {
        for (var i = 0; i < record.path("contacts").size(); i++) {
            if (record.get("contacts").get(i).path("id").asText().equals(contact)) {
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
            return Optional.of(Json.read(call.body())).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
                    .filter(all -> all.findValues("name").size() >= all.size()).orElseThrow(() -> refused(400, "send an array of records with names"));
        } catch (UncheckedIOException e) {
            throw refused(400, "the body is not JSON");
        }
    }

    private static Answer shown(int status, ObjectNode record) {
        return Answer.json(status, readable(record));
    }

    private static ObjectNode readable(ObjectNode record) {
        return record.put("modifiedAt", Instant.ofEpochMilli(record.path("modifiedAt").asLong()).toString());
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
