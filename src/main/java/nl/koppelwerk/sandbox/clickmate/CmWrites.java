package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.SwitchPanel;

/**
 * What a program writes: customers and contacts. A contact has no version of its own: its customer's is named and moves.
 * The contract says of keys only that customers are made with one; making a contact needs one as well.
 */
final class CmWrites {

    private static final String PLAIN = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CmChanges changes;
    private final ReplayKeys keys;
    private final CmView view;
    private final ProblemErrors errors;
    private final RecordVersions versions;
    private final SwitchPanel switches;

    CmWrites(CmChanges changes, ReplayKeys keys, CmView view, ProblemErrors errors, RecordVersions versions, SwitchPanel switches) {
        this.changes = changes;
        this.keys = keys;
        this.view = view;
        this.errors = errors;
        this.versions = versions;
        this.switches = switches;
    }

    Answer create(Call call) {
        return keys.once(call, () -> {
            var body = checked(body(call, PLAIN), customerFields(), true);
            var customer = changes.created(changes.fresh(view.kept(body)));
            return versions.tagged(Answer.json(201, view.customer(customer.deepCopy())), customer)
                    .with("Location", call.path() + "/" + customer.get("id").textValue());
        });
    }

    Answer update(Call call, ObjectNode customer) {
        versions.require(call, customer);
        var body = checked(body(call, MERGE_PATCH), customerFields(), false);
        var after = changes.updated(customer.deepCopy(), Json.merge(customer, whole(customer, body)));
        return versions.tagged(Answer.json(200, view.customer(after.deepCopy())), after);
    }

    Answer addContact(Call call, ObjectNode customer) {
        return keys.once(call, () -> {
            var contact = changes.named(Json.merge(Json.object(), checked(body(call, PLAIN), contactFields(), true)));
            customer.withArray("contacts").add(contact);
            var id = contact.get("id").textValue();
            var after = changes.contactUpdated(customer, id);
            return versions.tagged(Answer.json(201, view.contact(contact.deepCopy())), after).with("Location", call.path() + "/" + id);
        });
    }

    Answer updateContact(Call call, ObjectNode customer, ObjectNode contact) {
        versions.require(call, customer);
        Json.merge(contact, checked(body(call, MERGE_PATCH), contactFields(), false));
        var after = changes.contactUpdated(customer, contact.get("id").textValue());
        return versions.tagged(Answer.json(200, view.contact(contact.deepCopy())), after);
    }

    /** A street and a number that come apart are kept as one line, the half that was not sent from what was there. */
    private ObjectNode whole(ObjectNode customer, ObjectNode body) {
        if (switches.is("address", "split") && body.get("address") instanceof ObjectNode change) {
            var shown = view.customer(customer.deepCopy()).path("address");
            var address = shown instanceof ObjectNode there ? there : Json.object();
            address.retain(CmFields.SPLIT_ADDRESS.writable());
            change.properties().forEach(part -> address.set(part.getKey(), part.getValue()));
            body.set("address", address);
        }
        return view.kept(body);
    }

    private ObjectNode checked(ObjectNode body, CmFields fields, boolean isNew) {
        var address = switches.is("address", "split") ? CmFields.SPLIT_ADDRESS : CmFields.ADDRESS;
        var found = fields.errors(body, address, isNew);
        if (!found.isEmpty()) {
            throw errors.invalid(found);
        }
        return body;
    }

    private CmFields customerFields() {
        return switches.is("fields", "minimal") ? CmFields.MINIMAL_CUSTOMER : CmFields.CUSTOMER;
    }

    private CmFields contactFields() {
        return switches.is("fields", "minimal") ? CmFields.MINIMAL_CONTACT : CmFields.CONTACT;
    }

    private ObjectNode body(Call call, String type) {
        if (!call.header("Content-Type").orElse("").startsWith(type)) {
            throw errors.refused(415, "send " + type);
        }
        return Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
    }
}
