package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.RecordEvents;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Keeps what was changed: version, moment and the stamps of the fields move, one contact is the primary one, and whoever registered hears of it. */
final class CpChanges implements ContactsDesk.Changes {

    private static final List<String> UNSTAMPED = List.of("id", "version", "modifiedAt", "fieldModifiedAt", "contacts", "addresses");

    private final ByChange relations;
    private final RecordEvents events;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Ids ids;

    CpChanges(ByChange relations, RecordEvents events, SwitchPanel switches, SandboxClock clock, Ids ids) {
        this.relations = relations;
        this.events = events;
        this.switches = switches;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public ObjectNode fresh(ObjectNode wanted) {
        var relation = Json.object().put("id", "CMP-" + (900_000 + ids.number())).put("kind", "ORGANISATION");
        relation.putArray("roles");
        relation.putArray("contacts");
        relation.putArray("externalRefs");
        Json.merge(relation, wanted);
        relation.get("contacts").forEach(contact -> named((ObjectNode) contact));
        return relation.put("version", 0);
    }

    @Override
    public ObjectNode named(ObjectNode contact) {
        return contact.has("id") ? contact : contact.put("id", "CMP-C-" + (900_000 + ids.number()));
    }

    @Override
    public ObjectNode created(ObjectNode relation) {
        return told(silently(relation), "relation.created");
    }

    @Override
    public ObjectNode updated(ObjectNode before, ObjectNode after) {
        return told(kept(before, after), "relation.updated");
    }

    /** The contact is primary if it says so, or if no other is. */
    @Override
    public ObjectNode contactUpdated(ObjectNode relation, String contact) {
        var says = contactOf(relation, contact).filter(one -> one.path("isPrimary").asBoolean()).isPresent();
        if (says) {
            relation.get("contacts").forEach(one -> ((ObjectNode) one).put("isPrimary", one.path("id").asText().equals(contact)));
        }
        kept(relation, relation);
        events.happened("contact.updated", contact, "relationId", relation.get("id").textValue());
        return relation;
    }

    @Override
    public ObjectNode silently(ObjectNode relation) {
        return kept(Json.object(), relation);
    }

    static Optional<ObjectNode> contactOf(ObjectNode relation, String id) {
        for (var one : relation.path("contacts")) {
            if (one.path("id").asText().equals(id)) {
                return Optional.of((ObjectNode) one);
            }
        }
        return Optional.empty();
    }

    private ObjectNode kept(ObjectNode before, ObjectNode after) {
        var now = now();
        onePrimary(after);
        stamp(after.withObject("/fieldModifiedAt"), before, after, now);
        relations.put(after.put("version", after.path("version").asInt() + 1).put("modifiedAt", now));
        return after;
    }

    private static void onePrimary(ObjectNode relation) {
        var found = false;
        for (var one : relation.withArray("contacts")) {
            var primary = !found && one.path("isPrimary").asBoolean();
            found |= primary;
            ((ObjectNode) one).put("isPrimary", primary);
        }
        if (!found && !relation.get("contacts").isEmpty()) {
            ((ObjectNode) relation.get("contacts").get(0)).put("isPrimary", true);
        }
    }

    /** Each field that is not what it was gets the moment; an address is one field. */
    private static void stamp(ObjectNode stamps, ObjectNode before, ObjectNode after, long now) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(UNSTAMPED);
        names.stream().filter(name -> !before.path(name).equals(after.path(name))).forEach(name -> stamps.put(name, now));
        CpView.ADDRESSES.stream().filter(key -> !before.path("addresses").path(key).equals(after.path("addresses").path(key)))
                .forEach(key -> stamps.put("addresses." + key, now));
    }

    private ObjectNode told(ObjectNode relation, String event) {
        events.happened(event, relation.get("id").textValue());
        return relation;
    }

    /** The system's own clock, in whole seconds. */
    long now() {
        var now = clock.millis() + (long) switches.number("clock-skew-s") * 1000;
        return now - Math.floorMod(now, 1000);
    }
}
