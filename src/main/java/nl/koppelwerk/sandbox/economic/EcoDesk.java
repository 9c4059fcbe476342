package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** What a person does in e-conomic's own screens, in the words in which records are kept; webhooks go out as for any change. */
final class EcoDesk {

    private final EcoDesign design;
    private final EcoWebhooks webhooks;
    private final EcoDeskHooks hooks;
    private final EcoBudget budget;

    EcoDesk(EcoDesign design, EcoWebhooks webhooks, EcoDeskHooks hooks, EcoBudget budget) {
        this.design = design;
        this.webhooks = webhooks;
        this.hooks = hooks;
        this.budget = budget;
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0)) + (steps.size() > 2 ? " " + steps.get(2) : "")) {
            case "1 GET customers" -> list(call);
            case "1 POST customers" -> create(body(call));
            case "2 GET customers" -> Answer.json(200, readable(found(steps.get(1))));
            case "2 PUT customers" -> change(found(steps.get(1)), body(call), call.query().containsKey("silently"));
            case "2 DELETE customers" -> delete(EcoChanges.number(found(steps.get(1))));
            case "3 POST customers renumber" -> renumber(found(steps.get(1)), body(call).path("to").asInt());
            case "3 POST customers contacts" -> contact(201, Json.object().put("customer", EcoChanges.number(found(steps.get(1)))), body(call));
            case "2 GET contacts" -> Answer.json(200, person(steps.get(1)));
            case "2 PUT contacts" -> contact(200, person(steps.get(1)), body(call));
            case "2 DELETE contacts" -> deleteContact(person(steps.get(1)));
            case "1 GET webhooks" -> hooks.state();
            case "1 POST webhooks" -> hooks.keep(call, body(call));
            case "1 DELETE webhooks" -> hooks.clear();
            case "1 POST foreign-calls" -> foreign(body(call).path("cost").asInt());
            default -> entry(call, steps);
        };
    }

    void export(Consumer<ObjectNode> line) {
        design.records().customers().rows().forEach(row -> line.accept(readable(row.record().get())));
    }

    private Answer list(Call call) {
        var limit = Integer.parseInt(call.query().getOrDefault("limit", "100"));
        var after = Integer.parseInt(call.query().getOrDefault("cursor", "0"));
        var rows = ((Collection<EcoRow>) design.records().customers().rows()).stream().filter(row -> row.number() > after).limit(limit).toList();
        var items = Json.array();
        rows.forEach(row -> items.add(readable(row.record().get())));
        return Answer.json(200, Json.object().put("nextCursor", rows.size() < limit ? null : "" + rows.get(rows.size() - 1).number()).set("items", items));
    }

    /** A person has to choose group, terms, zone and currency as well, but may leave it to the first of each. */
    private Answer create(ObjectNode wanted) {
        var customer = EcoChanges.blank(wanted.path(EcoField.NUMBER).asInt(design.records().nextCustomer()));
        if (design.records().customers().has(EcoChanges.number(customer))) {
            throw refused(400, "customer " + EcoChanges.number(customer) + " is there already");
        }
        customer.put("name", "Ny kunde").put("customerGroup", 1).put("paymentTerms", 1).put("vatZone", 1).put("currency", "DKK");
        return Answer.json(201, readable(design.changes().created(set(customer, wanted))));
    }

    /** Only what is named changes, a null clears; silently, neither version nor stamp moves and nobody is told. */
    private Answer change(ObjectNode customer, ObjectNode wanted, boolean silently) {
        set(customer, wanted);
        return Answer.json(200, readable(silently ? design.changes().mended(customer) : design.changes().changed(customer)));
    }

    private Answer delete(int number) {
        design.changes().deleted(number);
        return Answer.empty(204);
    }

    private Answer renumber(ObjectNode customer, int to) {
        if (to < 1 || to > EcoField.HIGHEST || design.records().customers().has(to)) {
            throw refused(400, "to is a free number");
        }
        var from = EcoChanges.number(customer);
        return Answer.json(200, readable(design.changes().renumbered(customer.put(EcoField.NUMBER, to), from)));
    }

    private Answer contact(int status, ObjectNode contact, ObjectNode wanted) {
        wanted.remove(List.of(EcoContact.NUMBER, "customer", "sortKey", "version", "lastUpdated"));
        return Answer.json(status, design.changes().contact(Json.merge(contact, wanted)));
    }

    private Answer deleteContact(ObjectNode contact) {
        design.changes().contactDeleted(contact);
        return Answer.empty(204);
    }

    private Answer foreign(int cost) {
        budget.foreign(cost);
        return Answer.json(200, Json.object().put("cost", cost));
    }

    /** Groups, payment terms and the other lists: {@code PUT payment-terms} with an entry, {@code DELETE payment-terms/4}. */
    private Answer entry(Call call, List<String> steps) {
        var path = steps.isEmpty() ? "" : steps.get(0);
        if (!EcoLists.KEYS.containsKey(path)) {
            throw refused(404, "no such address at the desk");
        }
        switch (steps.size() + call.method()) {
            case "1PUT" -> design.records().lists().put(path, body(call));
            case "2DELETE" -> design.records().lists().remove(path, steps.get(1));
            default -> { }
        }
        return Answer.json(200, Json.object().set("items", Json.array().addAll(design.records().lists().all(path))));
    }

    private static ObjectNode set(ObjectNode customer, ObjectNode wanted) {
        wanted.remove(List.of(EcoField.NUMBER, "version", "lastUpdated", "contacts"));
        wanted.fields().forEachRemaining(member -> {
            var name = member.getKey();
            if (!name.matches("barred|inUse|eInvoicingDisabledByDefault") && EcoField.kept(name).isEmpty()) {
                throw refused(400, "a customer has no " + name);
            }
        });
        return Json.merge(customer, wanted);
    }

    private ObjectNode readable(ObjectNode customer) {
        var contacts = Json.array();
        design.records().contactsOf(EcoChanges.number(customer)).forEach(contacts::add);
        return customer.set("contacts", contacts);
    }

    private ObjectNode found(String number) {
        return design.records().customers().find(number(number)).orElseThrow(() -> refused(404, "no customer " + number));
    }

    private ObjectNode person(String number) {
        return design.records().contacts().find(number(number)).orElseThrow(() -> refused(404, "no contact " + number));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw refused(400, text + " is not a number");
        }
        return Integer.parseInt(text);
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> refused(400, "the body is not a JSON object"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
