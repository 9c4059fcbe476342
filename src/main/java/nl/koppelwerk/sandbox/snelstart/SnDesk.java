package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Json;

/** What a person does in SnelStart's own screens: relations and their invoices, cost centres, coupling keys and where those are told. */
final class SnDesk {

    private final SnDeskRelaties relaties;
    private final SnKostenplaatsen kostenplaatsen;
    private final SnKeys keys;
    private final SnKeyWebhook webhook;

    SnDesk(SnDeskRelaties relaties, SnKostenplaatsen kostenplaatsen, SnKeys keys, SnKeyWebhook webhook) {
        this.relaties = relaties;
        this.kostenplaatsen = kostenplaatsen;
        this.keys = keys;
        this.webhook = webhook;
    }

    Answer answer(Call call, String rest) {
        return switch (call.method() + " " + rest) {
            case "GET /kostenplaatsen" -> kostenplaatsen();
            case "GET /keys" -> Answer.json(200, keys.state());
            case "POST /keys" -> Answer.json(200, keys.act(Controls.body(call)));
            case "GET /webhooks" -> Answer.json(200, webhook.state());
            case "POST /webhooks" -> Answer.json(201, webhook.register(Controls.body(call)));
            case "DELETE /webhooks" -> forget();
            default -> relaties.answer(call, call.stepsAfter(call.path().substring(0, call.path().length() - rest.length())));
        };
    }

    void export(Consumer<ObjectNode> line) {
        relaties.export(line);
    }

    private Answer kostenplaatsen() {
        var items = Json.array();
        kostenplaatsen.all().forEach(items::add);
        return Answer.json(200, Json.object().set("items", items));
    }

    private Answer forget() {
        webhook.clear();
        return Answer.empty(204);
    }
}
