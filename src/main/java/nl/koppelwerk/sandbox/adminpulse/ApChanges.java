package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Keeps a relation that was made or changed: it has its numbers, a name to show and a moment, and whoever registered hears of it. */
final class ApChanges {

    private final ApRelations relations;
    private final ApWebhooks webhooks;
    private final SandboxClock clock;
    private final SwitchPanel switches;
    private final Ids ids;

    ApChanges(ApRelations relations, ApWebhooks webhooks, SandboxClock clock, SwitchPanel switches, Ids ids) {
        this.relations = relations;
        this.webhooks = webhooks;
        this.clock = clock;
        this.switches = switches;
        this.ids = ids;
    }

    ObjectNode make(ObjectNode wanted) {
        var relation = Json.object().put("id", ids.uuid()).put("uniqueIdentifier", String.format("APR%05d", 90_000 + ids.number())).put("type", "PERSON").put("status", "CLIENT");
        relation.putArray("tos");
        return change(relation, wanted, false);
    }

    /** Silently moves no moment and tells nobody. */
    ObjectNode change(ObjectNode relation, ObjectNode change, boolean silently) {
        Json.merge(relation, change);
        if (!change.has("displayName")) {
            relation.put("displayName", (relation.path("name").asText("") + " " + relation.path("firstName").asText("")).strip());
        }
        if (!silently) {
            relation.put("modifiedOn", now());
        }
        relations.put(relation);
        if (!silently) {
            webhooks.changed(relation.get("uniqueIdentifier").textValue());
        }
        return relation;
    }

    private String now() {
        return Instant.ofEpochSecond(clock.millis() / 1000 + (long) switches.number("clock-skew-s")).toString();
    }
}
