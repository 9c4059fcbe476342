package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** The webhooks as a person sees and sets them in e-conomic's settings, with the counts of what was sent. */
final class EcoDeskHooks {

    private final Hooks hooks;
    private final EcoWebhooks webhooks;
    private final ApisErrors errors;

    EcoDeskHooks(Hooks hooks, EcoWebhooks webhooks, ApisErrors errors) {
        this.hooks = hooks;
        this.webhooks = webhooks;
        this.errors = errors;
    }

    Answer state() {
        return Answer.json(200, webhooks.state().set("items", Json.array().addAll(webhooks.all())));
    }

    /** The type need not be said: it is the one of changed customers. */
    Answer keep(Call call, ObjectNode wanted) {
        var whole = Json.object().put("eventType", EcoWebhooks.CUSTOMER_UPDATED).put("name", "Sæt op i hånden").put("contentType", "application/x-www-form-urlencoded");
        whole.setAll(wanted);
        var typed = new Call(call.method(), call.path(), call.rawQuery(), header -> "application/json", Json.bytes(whole));
        return Answer.json(201, hooks.keep(new ApisBody(typed, errors)));
    }

    Answer clear() {
        webhooks.clear();
        return Answer.empty(204);
    }
}
