package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** The coupling keys of the administration by the reference that each was asked for under, and what each allows. */
final class SnKeys {

    static final String ALL_SCOPES = "relaties:read relaties:write boekhouden:read settings:read settings:write";

    private final Bucket kept;
    private final Ids ids;
    private final SnKeyWebhook webhook;

    SnKeys(Bucket kept, Ids ids, SnKeyWebhook webhook) {
        this.kept = kept;
        this.ids = ids;
        this.webhook = webhook;
    }

    /** The two that stand there from the start: one for everything, one that may only read relations. */
    void standard() {
        kept.clear();
        kept.put("demo", key("demo:snelstart-demo", ALL_SCOPES));
        kept.put("narrow", key("demo:snelstart-narrow", "relaties:read"));
    }

    /** What a key allows; empty for one that is not there (any more). */
    Optional<String> scopes(String key) {
        return kept.ids().stream().map(id -> kept.get(id).orElseThrow()).filter(one -> one.get("koppelSleutel").textValue().equals(key))
                .map(one -> one.get("scopes").textValue()).findFirst();
    }

    /** What a person does in SnelStart Web: Create, Regenerate or Delete; whoever registered hears of it. */
    ObjectNode act(ObjectNode wanted) {
        var action = wanted.path("action").asText();
        var reference = wanted.path("referenceKey").asText();
        if (!action.matches("Create|Regenerate|Delete") || reference.isEmpty() || reference.length() > 500 || kept.has(reference) == action.equals("Create")) {
            throw new Refused(Answer.problem(400, "Refused", "action is Create (of a new referenceKey), Regenerate or Delete (of one that is there)"));
        }
        var before = kept.get(reference);
        var key = action.equals("Delete") ? before.orElseThrow()
                : key("demo:" + ids.uuid(), wanted.path("scopes").asText(before.map(one -> one.get("scopes").textValue()).orElse(ALL_SCOPES)));
        if (action.equals("Delete")) {
            kept.remove(reference);
        } else {
            kept.put(reference, key);
        }
        webhook.happened(action, key.get("koppelSleutel").textValue(), reference);
        return key;
    }

    ObjectNode state() {
        var state = Json.object();
        kept.forEach(state::set);
        return state;
    }

    private static ObjectNode key(String user, String scopes) {
        return Json.object().put("koppelSleutel", Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))).put("scopes", scopes);
    }
}
