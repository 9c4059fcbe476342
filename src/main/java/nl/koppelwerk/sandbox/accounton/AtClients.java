package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.RecordEvents;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The clients, in the order of their change and by what an import knows them by; who registered hears of a change. */
final class AtClients {

    private final ByChange byChange;
    private final RecordEvents events;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Ids ids;
    private final Map<String, Set<String>> byKey = new HashMap<>();
    private final Map<String, Set<String>> keysOf = new HashMap<>();

    AtClients(Bucket kept, RecordEvents events, SwitchPanel switches, SandboxClock clock, Ids ids) {
        this.byChange = new ByChange(kept);
        this.events = events;
        this.switches = switches;
        this.clock = clock;
        this.ids = ids;
        kept.forEach(this::index);
    }

    ByChange byChange() {
        return byChange;
    }

    int size() {
        return keysOf.size();
    }

    Optional<ObjectNode> find(String id) {
        return byChange.find(id);
    }

    /** The clients that have such a key, by id. */
    Set<String> having(String key) {
        return byKey.getOrDefault(key, Set.of());
    }

    /** A new client with an id of its own; what is missing is as Accounton has it. */
    ObjectNode made(ObjectNode wanted) {
        var client = Json.object().put("id", "acc-" + (900_000 + ids.number())).put("kind", "person");
        client.putArray("externalRefs");
        client.put("invitationStatus", "NOT_SENT");
        return changed(Json.merge(client, wanted).put("version", 0));
    }

    ObjectNode changed(ObjectNode client) {
        keep(client.put("version", client.path("version").asInt() + 1).put("modifiedAt", now()));
        events.happened("client.updated", client.get("id").textValue());
        return client;
    }

    /** As it stands: neither version nor moment moves, and nobody is told. */
    void keep(ObjectNode client) {
        byChange.put(client);
        index(client.get("id").textValue(), client);
    }

    void remove(String id) {
        byChange.remove(id);
        keysOf.getOrDefault(id, Set.of()).forEach(key -> byKey.getOrDefault(key, Set.of()).remove(id));
        keysOf.remove(id);
    }

    void clear() {
        byChange.clear();
        byKey.clear();
        keysOf.clear();
    }

    private void index(String id, ObjectNode client) {
        keysOf.getOrDefault(id, Set.of()).forEach(key -> byKey.getOrDefault(key, Set.of()).remove(id));
        var keys = Set.copyOf(java.util.stream.Stream.of(ofNumber(client.path("nationalNumber")), ofPartner(client.path("partnerNationalNumber")), ofEmail(client), ofEmailAndName(client))
                .filter(key -> !key.endsWith(":")).toList());
        keysOf.put(id, keys);
        keys.forEach(key -> byKey.computeIfAbsent(key, one -> new TreeSet<>()).add(id));
    }

    static String ofNumber(JsonNode number) {
        return "number:" + AtNumbers.plain(number.asText("").replace("null", ""));
    }

    static String ofPartner(JsonNode number) {
        return "partner:" + AtNumbers.plain(number.asText("").replace("null", ""));
    }

    static String ofEmail(JsonNode client) {
        return "email:" + AtFields.text(client, "email").toLowerCase(Locale.ROOT);
    }

    static String ofEmailAndName(JsonNode client) {
        var email = ofEmail(client);
        var name = AtFields.text(client, "firstName") + "/" + AtFields.text(client, "lastName");
        return email.endsWith(":") ? "both:" : "both:" + email + "/" + name.toLowerCase(Locale.ROOT);
    }

    /** The system's own clock, in whole seconds. */
    private long now() {
        var now = clock.millis() + (long) switches.number("clock-skew-s") * 1000;
        return now - Math.floorMod(now, 1000);
    }
}
