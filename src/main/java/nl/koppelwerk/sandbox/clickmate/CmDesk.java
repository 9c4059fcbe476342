package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.StandardWebhooks;

/** What a person does in Clickmate's own screens: customers and their contacts, contacts without a customer, the hub's address. */
final class CmDesk {

    private final ContactsDesk customers;
    private final StandardWebhooks webhooks;
    private final CmLoose loose;

    CmDesk(ContactsDesk customers, StandardWebhooks webhooks, CmLoose loose) {
        this.customers = customers;
        this.webhooks = webhooks;
        this.loose = loose;
    }

    Answer answer(Call call, String rest) {
        return switch (call.method() + " " + rest) {
            case "POST /contacts" -> Answer.json(201, loose.add(Controls.body(call)));
            case "GET /webhooks" -> Answer.json(200, webhooks.state());
            case "POST /webhooks" -> Answer.json(201, webhooks.register(Controls.body(call)));
            case "DELETE /webhooks" -> forget();
            default -> customers.answer(call, call.stepsAfter(call.path().substring(0, call.path().length() - rest.length())));
        };
    }

    void export(Consumer<ObjectNode> line) {
        customers.export(line);
    }

    private Answer forget() {
        webhooks.clear();
        return Answer.empty(204);
    }
}
