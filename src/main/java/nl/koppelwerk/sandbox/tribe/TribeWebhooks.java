package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/** {@code /v1/webhooks}: registrations per entity type, and a signed delivery for every change that a registration names. */
final class TribeWebhooks implements WebhookRules {

    private final Bucket registered;
    private final SwitchPanel switches;
    private final TribeErrors errors;
    private final TribeSchema schema;
    private final WebhookSender sender;
    /** The registrations once more, read: every change looks at all of them. */
    private final Map<String, ObjectNode> hooks = new LinkedHashMap<>();

    TribeWebhooks(Ground ground, SwitchPanel switches, TribeErrors errors, TribeSchema schema) {
        this.registered = ground.journal().bucket("tribe/webhooks");
        this.switches = switches;
        this.errors = errors;
        this.schema = schema;
        this.sender = new WebhookSender(ground, "tribe", switches, this);
        registered.forEach(hooks::put);
    }

    Answer answer(Call call, String id) {
        return switch (call.method() + (id.isEmpty() ? "" : " one")) {
            case "GET" -> Answer.json(200, all());
            case "POST" -> register(Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object")));
            case "GET one" -> Answer.json(200, Optional.ofNullable(hooks.get(id)).orElseThrow(() -> errors.refused(404, "no webhook " + id)));
            case "DELETE one" -> forget(id);
            default -> throw errors.refused(405, call.method() + " is not possible here");
        };
    }

    ArrayNode all() {
        return Json.array().addAll(hooks.values());
    }

    ObjectNode state() {
        return sender.state();
    }

    void clear() {
        registered.clear();
        hooks.clear();
        sender.forget();
    }

    void changed(EntityType type, ObjectNode record, String mutation, boolean byProgram) {
        if (!type.set().startsWith("Relation") || byProgram && switches.is("hook-echo", "no")) {
            return;
        }
        hooks.values().stream().filter(hook -> (type.type() + ".").startsWith(hook.get("entityType").textValue() + "."))
                .forEach(hook -> sender.send(Delivery.json(hook.get("webhookUrl").textValue(), headers(hook), body(hook, type, record, mutation, byProgram))));
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
        if (!switches.is("signature-header", "none")) {
            request.putHeader(switches.get("signature-header"), TribeSignature.of(switches.get("signature-digest"), switches.get("signature-secret"), body));
        }
    }

    @Override
    public Optional<Duration> pauseAfter(int attempts) {
        return attempts > switches.number("hook-retries") ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.min(60, 1L << attempts)));
    }

    @Override
    public boolean inOrder() {
        return switches.is("hook-order", "in-order");
    }

    private Answer register(ObjectNode wanted) {
        var type = wanted.path("entityType").asText();
        if (schema.concrete(type.replace('.', '_')).isEmpty() || type.indexOf('_') >= 0) {
            throw errors.refused(400, "there is no entityType " + type);
        }
        if (!Delivery.reachable(wanted.path("webhookUrl").asText())) {
            throw errors.refused(400, "webhookUrl must be https");
        }
        var hook = Json.object().put("id", UUID.randomUUID().toString()).put("entityType", type).put("webhookUrl", wanted.get("webhookUrl").textValue());
        hook.set("headers", wanted.path("headers").isArray() ? wanted.get("headers") : Json.array());
        registered.put(hook.get("id").textValue(), hook);
        hooks.put(hook.get("id").textValue(), hook);
        return Answer.json(201, hook);
    }

    private Answer forget(String id) {
        if (hooks.remove(id) == null) {
            throw errors.refused(404, "no webhook " + id);
        }
        registered.remove(id);
        return Answer.empty(204);
    }

    private String body(ObjectNode hook, EntityType type, ObjectNode record, String mutation, boolean byProgram) {
        var body = Json.object().put("webhookId", hook.get("id").textValue());
        var payload = body.putObject("payload").put(type.relationship() ? "relationshipId" : "entityId", record.get("ID").textValue());
        if (switches.is("hook-payload", "with-type-and-mutation")) {
            payload.put("entityType", type.type()).put("mutation", (type.relationship() ? "Relationship" : "Entity") + mutation + (mutation.equals("Deletion") ? "Mutation" : ""));
        }
        if (switches.is("hook-actor", "employee-id")) {
            payload.put("employeeId", byProgram ? TribeSeed.VIRTUAL_EMPLOYEE : TribeSeed.HUMAN_EMPLOYEE);
        }
        return body.toString();
    }

    private static ObjectNode headers(ObjectNode hook) {
        var headers = Json.object();
        hook.path("headers").forEach(header -> headers.set(header.path("name").asText(), header.path("value")));
        return headers;
    }
}
