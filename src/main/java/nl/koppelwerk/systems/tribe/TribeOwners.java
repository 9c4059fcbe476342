package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;

/** Leads the id of a part to the roots that it belongs to. */
@ApplicationScoped
class TribeOwners {

    private static final String ID_ONLY = "($select=ID)";

    private final TribeCalls calls;
    private final TribeRows rows;

    TribeOwners(TribeCalls calls, TribeRows rows) {
        this.calls = calls;
        this.rows = rows;
    }

    /** A person who is a contact belongs to the organisations; one who is none is a root. */
    Turn ofPerson(String id, Supplier<Turn> root) {
        return rows.all(TribeSets.CONTACT, "Person/ID eq " + id, "Relation" + ID_ONLY,
            contacts -> contacts.isEmpty() ? root.get() : partOf(contacts.stream().map(contact -> contact.path("Relation"))));
    }

    /** What is no relation may be a relationship or an address. */
    Turn ofPart(String id) {
        return calls.ask(calls.one(TribeSets.RELATIONSHIP, id, Query.NONE.and("$select", "ID")), this::ofRelationship)
            .unless(answer -> answer instanceof Answer.Gone ? ofAddress(id) : Turn.said(answer));
    }

    private Turn ofRelationship(ObjectNode wire) {
        var set = wire.path("_Type").asText("").replace('.', '_');
        if (!set.matches("[A-Za-z_]+")) return Turn.said(calls.replies().unreadable());
        var owner = set.equals(TribeSets.CONTACT) ? "Relation" : set.startsWith("Relationship_Person") ? "Person" : "Organization";
        return calls.ask(calls.one(set, wire.path("ID").asText(), Query.NONE.and("$expand", owner + ID_ONLY)),
            whole -> partOf(Stream.of(whole.path(owner))));
    }

    private Turn ofAddress(String id) {
        var expand = Query.NONE.and("$expand", "Organization" + ID_ONLY + ",Person" + ID_ONLY);
        return calls.ask(calls.one(TribeSets.ADDRESS, id, expand), wire -> partOf(Stream.of(wire.path("Organization"), wire.path("Person"))));
    }

    private static Turn partOf(Stream<JsonNode> owners) {
        List<String> ids = owners.map(owner -> owner.path("ID").asText("")).filter(TribeCalls::isId).distinct().toList();
        return Turn.said(ids.isEmpty() ? new Answer.Gone() : new Answer.PartOf(ids));
    }
}
