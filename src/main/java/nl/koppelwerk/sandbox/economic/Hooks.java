package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The webhooks API: which event types there are, and one webhook per type. */
final class Hooks {

    private final EcoWebhooks webhooks;
    private final ApisErrors errors;
    private final SwitchPanel switches;

    Hooks(EcoWebhooks webhooks, ApisErrors errors, SwitchPanel switches) {
        this.webhooks = webhooks;
        this.errors = errors;
        this.switches = switches;
    }

    Answer answer(Call call) {
        var steps = call.stepsAfter(Economic.HOOK);
        var first = steps.isEmpty() ? "" : steps.get(0).toLowerCase();
        if (first.equals("eventtypes") && steps.size() == 1) {
            return EcoAccess.only(call, "GET", errors, () -> Answer.json(200, types()));
        }
        if (!first.equals("webhooks") || steps.size() > 2) {
            throw errors.refused(404, "Resource not found.");
        }
        return steps.size() == 1 ? all(call) : one(call, steps.get(1));
    }

    /** As a person sets one up in the settings; an existing one of the type is replaced. */
    ObjectNode keep(ApisBody body) {
        var hook = read(body);
        body.judged();
        return webhooks.keep(hook);
    }

    private Answer all(Call call) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, Json.object().set("items", list()));
            case "POST" -> create(call);
            case "PUT" -> replace(call);
            default -> throw errors.notAllowed(call.method());
        };
    }

    private Answer one(Call call, String step) {
        if (step.equals("paged") || step.equals("count")) {
            return EcoAccess.only(call, "GET", errors, () -> Answer.json(200, step.equals("paged") ? list() : new IntNode(list().size())));
        }
        var hook = webhooks.find(step).orElseThrow(() -> errors.refused(404, "Resource not found."));
        return switch (call.method()) {
            case "GET" -> Answer.json(200, hook);
            case "DELETE" -> {
                webhooks.remove(step);
                yield Answer.empty(204);
            }
            default -> throw errors.notAllowed(call.method());
        };
    }

    private Answer create(Call call) {
        var body = new ApisBody(call, errors);
        var hook = read(body);
        if (webhooks.find(hook.path("eventType").asText()).isPresent()) {
            body.flaw("eventType", "Only one webhook per event type is allowed.", "BadRequest");
        }
        body.judged();
        var type = webhooks.keep(hook).get("eventType").textValue();
        return Answer.json(201, Json.object().put("eventType", type)).with("Location", "http://" + call.header("Host").orElse("127.0.0.1") + call.path() + "/" + type);
    }

    private Answer replace(Call call) {
        var body = new ApisBody(call, errors);
        var old = webhooks.find(body.get("eventType").asText()).orElseThrow(() -> errors.refused(404, "Resource not found."));
        body.checkVersion(old.get("objectVersion").textValue());
        var hook = read(body);
        body.judged();
        if (old.has("lastDisabledDate")) {
            hook.set("lastDisabledDate", old.get("lastDisabledDate"));
        }
        webhooks.keep(hook);
        return Answer.empty(204);
    }

    private ObjectNode read(ApisBody body) {
        var hook = Json.object();
        required(body, hook, "eventType", 100);
        required(body, hook, "name", 100);
        required(body, hook, "url", 1000);
        required(body, hook, "contentType", 50);
        body.text("postData", 4000).ifPresent(text -> hook.put("postData", text));
        hook.set("customHeaders", headers(body));
        hook.put("isDisabled", body.flag("isDisabled"));
        if (hook.has("eventType") && !EcoEventTypes.names(switches).contains(hook.get("eventType").textValue())) {
            body.flaw("eventType", "There is no such event type.", "BadRequest");
        }
        if (hook.has("url") && !Delivery.reachable(hook.get("url").textValue().replaceAll("[\\[\\]]", ""))) {
            body.flaw("url", "The url is not valid.", "BadRequest");
        }
        return hook;
    }

    private static void required(ApisBody body, ObjectNode hook, String name, int most) {
        body.text(name, most).ifPresentOrElse(text -> hook.put(name, text), () -> body.flaw(name, "The " + name + " field is required.", "BadRequest"));
    }

    private static JsonNode headers(ApisBody body) {
        var headers = body.get("customHeaders");
        if (headers.size() > 5 || headers.isObject()) {
            body.flaw("customHeaders", "At most 5 pairs of key and value.", "BadRequest");
        }
        return headers.isArray() ? headers : Json.array();
    }

    private ArrayNode list() {
        return Json.array().addAll(webhooks.all());
    }

    private ArrayNode types() {
        var types = Json.array();
        EcoEventTypes.names(switches).forEach(name -> {
            var fields = types.addObject().put("name", name).put("description", "Sent for " + name.toLowerCase().replace('_', ' ') + ".").putArray("mergeFields");
            EcoEventTypes.fields(name).forEach(field -> fields.addObject().put("fieldName", "[" + field + "]").put("description", "Filled when the event happens."));
        });
        return types;
    }
}
