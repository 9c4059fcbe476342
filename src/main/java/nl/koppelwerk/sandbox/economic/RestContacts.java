package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /customers/{n}/contacts}: the contacts of one customer. */
final class RestContacts {

    private static final List<EcoProperty> PROPERTIES = List.of(
            EcoProperty.number(EcoContact.NUMBER, EcoRow::number, true, true), EcoProperty.number("customer.customerNumber", EcoRow::owner, true, true),
            EcoProperty.of("name", "name", EcoProperty.Type.TEXT, true, true), EcoProperty.of("email", "email", EcoProperty.Type.TEXT, true, true),
            EcoProperty.of("phone", "phone", EcoProperty.Type.TEXT, true, true), EcoProperty.of("eInvoiceId", "eInvoiceId", EcoProperty.Type.TEXT, true, true),
            EcoProperty.of("sortKey", "sortKey", EcoProperty.Type.NUMBER, true, true));

    private final EcoDesign design;
    private final RestErrors errors;
    private final RestView view;
    private final EcoQuery query;

    RestContacts(EcoDesign design, RestErrors errors, RestView view) {
        this.design = design;
        this.errors = errors;
        this.view = view;
        this.query = new EcoQuery(PROPERTIES, errors, design.switches());
    }

    Answer all(Call call, int customer) {
        return switch (call.method()) {
            case "GET" -> list(call, customer);
            case "POST" -> create(call, customer, new RestBody(call, errors, design.switches()));
            default -> throw errors.notAllowed(call.method());
        };
    }

    Answer one(Call call, int customer, String step) {
        var old = found(customer, step);
        return switch (call.method()) {
            case "GET" -> Answer.json(200, view.contact(old, RestLinks.of(call)));
            case "PUT" -> put(call, old, new RestBody(call, errors, design.switches()));
            case "DELETE" -> delete(old);
            default -> throw errors.notAllowed(call.method());
        };
    }

    /** A deleted one may still be read by its number, never changed. */
    private ObjectNode found(int customer, String step) {
        return (step.matches("\\d{1,9}") ? design.records().contacts().find(Integer.parseInt(step)) : java.util.Optional.<ObjectNode>empty())
                .filter(contact -> contact.get("customer").intValue() == customer)
                .filter(contact -> !contact.path("deleted").asBoolean() || design.switches().is("deleted-contact", "200-with-deleted-true"))
                .orElseThrow(() -> errors.missing("Contact '" + step + "' does not exist."));
    }

    private Answer list(Call call, int customer) {
        var contacts = design.records().contacts();
        var rows = contacts.of(customer).stream().map(contacts::row).filter(row -> !row.deleted()).toList();
        var page = new RestPage(call, errors);
        var found = query.sorted(query.filtered(rows, call.query().get("filter")), call.query().get("sort"));
        var links = RestLinks.of(call);
        var items = Json.array();
        page.of(found).forEach(row -> items.add(view.contact(row.record().get(), links)));
        var create = Json.object().set("create", RestLinks.action("Create a new contact", links.to("customers", customer, "contacts"), "post"));
        return page.answer(design.cut().maybe(items), found.size(), rows.size(), (ObjectNode) create, design.switches());
    }

    private Answer create(Call call, int customer, RestBody body) {
        var contact = read(body, Json.object().put("customer", customer));
        body.judged();
        var wire = view.contact(design.changes().contact(contact), RestLinks.of(call));
        return Answer.json(201, wire).with("Location", wire.get("self").textValue());
    }

    private Answer put(Call call, ObjectNode old, RestBody body) {
        var number = old.get(EcoContact.NUMBER).intValue();
        live(old);
        body.required(EcoContact.NUMBER);
        body.whole(EcoContact.NUMBER).ifPresent(given -> {
            if (given != number) {
                body.flaw(EcoContact.NUMBER, "The number differs from the one in the address.", "E04041", body.get(EcoContact.NUMBER));
            }
        });
        var contact = EcoContact.identity(old, Json.object());
        EcoContact.ONLY_CUST.stream().filter(old::has).forEach(name -> contact.set(name, old.get(name)));
        read(body, contact);
        body.judged();
        return Answer.json(200, view.contact(design.changes().contact(contact), RestLinks.of(call)));
    }

    private Answer delete(ObjectNode contact) {
        live(contact);
        design.changes().contactDeleted(contact);
        return Answer.empty(204);
    }

    private void live(ObjectNode contact) {
        if (contact.path("deleted").asBoolean()) {
            throw errors.missing("Contact '" + contact.get(EcoContact.NUMBER) + "' does not exist.");
        }
    }

    private ObjectNode read(RestBody body, ObjectNode contact) {
        body.required("name");
        EcoContact.TEXTS.forEach((name, most) -> body.text(name, name.equals("name") ? 1 : 0, most).ifPresent(text -> contact.put(name, text)));
        if (body.has("emailNotifications")) {
            contact.set("emailNotifications", notifications(body));
        }
        return contact;
    }

    private static com.fasterxml.jackson.databind.JsonNode notifications(RestBody body) {
        var seen = new HashSet<String>();
        var given = body.array("emailNotifications");
        given.forEach(word -> {
            if (!EcoContact.NOTIFICATIONS.contains(word.asText()) || !seen.add(word.asText())) {
                body.flaw("emailNotifications", "The value '" + word.asText() + "' is not allowed.", "E04041", word);
            }
        });
        return given;
    }
}
