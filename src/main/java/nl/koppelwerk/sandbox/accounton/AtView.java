package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept client as it looks on the wire: every member is named, and what is empty is null. */
final class AtView {

    private final SwitchPanel switches;

    AtView(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Turns a copy of the kept client into the wire form. */
    ObjectNode client(ObjectNode kept) {
        var shown = Json.object().put("id", kept.path("id").asText()).put("kind", "person");
        AtFields.TEXTS.forEach(name -> shown.set(name, kept.get(name)));
        shown.set("address", address(kept));
        shown.set("externalRefs", kept.withArray("externalRefs"));
        shown.put("invitationStatus", kept.path("invitationStatus").asText("NOT_SENT"));
        shown.put("modifiedAt", Instant.ofEpochMilli(kept.path("modifiedAt").longValue()).toString()).put("version", kept.path("version").asInt());
        return dressed(shown);
    }

    private static ObjectNode address(ObjectNode kept) {
        if (!(kept.get("address") instanceof ObjectNode there) || there.isEmpty()) {
            return null;
        }
        var address = Json.object();
        AtFields.ADDRESS.forEach(part -> address.set(part, there.get(part)));
        return address;
    }

    ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("interneKleur", "blauw").set("dossier", Json.object().putNull("stap"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
