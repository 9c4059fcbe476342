package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.SwitchPanel;

/**
 * What a program writes: relations and contacts. A contact has no version of its own: its relation's is named and moves.
 * The contract says of keys only that relations are made with one; making a contact needs one as well.
 */
final class CpWrites {

    private static final String PLAIN = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    /** What a full replacement sends back and Compenda keeps as it is. */
    private static final List<String> ITS_OWN = List.of("id", "contacts", "modifiedAt", "fieldModifiedAt", "version");

    private final CpChanges changes;
    private final ReplayKeys keys;
    private final CpView view;
    private final CpFields fields;
    private final ProblemErrors errors;
    private final RecordVersions versions;
    private final SwitchPanel switches;

    CpWrites(CpChanges changes, ReplayKeys keys, CpView view, ProblemErrors errors, RecordVersions versions, SwitchPanel switches) {
        this.changes = changes;
        this.keys = keys;
        this.view = view;
        this.fields = new CpFields(switches);
        this.errors = errors;
        this.versions = versions;
        this.switches = switches;
    }

    /** The method by which something is changed. */
    String verb() {
        return replaces() ? "PUT" : "PATCH";
    }

    Answer create(Call call) {
        return keys.once(call, () -> {
            var body = body(call, PLAIN);
            refuse(fields.ofRelation(body, true));
            var relation = changes.created(changes.fresh(view.kept(body)));
            return shown(201, relation).with("Location", call.path() + "/" + relation.get("id").textValue());
        });
    }

    Answer update(Call call, ObjectNode relation) {
        versions.require(call, relation);
        var body = changed(call);
        refuse(fields.ofRelation(body, replaces()));
        return shown(200, changes.updated(relation.deepCopy(), merged(relation, view.kept(whole(relation, body)))));
    }

    Answer addContact(Call call, ObjectNode relation) {
        return keys.once(call, () -> {
            var body = body(call, PLAIN);
            refuse(fields.ofContact(body, true));
            var contact = changes.named(Json.merge(Json.object(), body));
            relation.withArray("contacts").add(contact);
            var id = contact.get("id").textValue();
            return contactShown(201, changes.contactUpdated(relation, id), id).with("Location", call.path() + "/" + id);
        });
    }

    Answer updateContact(Call call, ObjectNode relation, ObjectNode contact) {
        versions.require(call, relation);
        var body = changed(call);
        refuse(fields.ofContact(body, replaces()));
        var id = contact.get("id").textValue();
        merged(contact, body);
        return contactShown(200, changes.contactUpdated(relation, id), id);
    }

    private Answer shown(int status, ObjectNode relation) {
        return versions.tagged(Answer.json(status, view.relation(relation.deepCopy())), relation);
    }

    private Answer contactShown(int status, ObjectNode relation, String id) {
        return versions.tagged(Answer.json(status, view.contact(relation, id)), relation);
    }

    /** What a call changes, without what is Compenda's own where all is sent back. */
    private ObjectNode changed(Call call) {
        var body = body(call, replaces() ? PLAIN : MERGE_PATCH);
        if (replaces()) {
            body.remove(ITS_OWN);
        } else if (switches.is("concurrency", "version-in-body-409")) {
            body.remove("version");
        }
        return body;
    }

    /** By RFC 7396; a full replacement leaves nothing that it does not name. */
    private ObjectNode merged(ObjectNode record, ObjectNode body) {
        if (replaces()) {
            record.retain(ITS_OWN);
        }
        return Json.merge(record, body);
    }

    /** In one line a street is patched whole: the number that it came apart into is not left behind. */
    private ObjectNode whole(ObjectNode relation, ObjectNode body) {
        for (var change : body.path("addresses").properties()) {
            if (change.getValue().has("street") && switches.is("address", "one-line street")
                    && relation.path("addresses").get(change.getKey()) instanceof ObjectNode address) {
                address.remove(List.of("houseNumber", "addition"));
            }
        }
        return body;
    }

    private boolean replaces() {
        return switches.is("update", "full-put");
    }

    private void refuse(ArrayNode found) {
        if (!found.isEmpty()) {
            throw errors.invalid(found);
        }
    }

    private ObjectNode body(Call call, String type) {
        if (!call.header("Content-Type").orElse("").startsWith(type)) {
            throw errors.refused(415, "send " + type);
        }
        return Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
    }
}
