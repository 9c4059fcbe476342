package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /customers}: lists, reads, creates, replaces, renumbers and deletes. */
final class RestCustomers {

    private final EcoDesign design;
    private final RestErrors errors;
    private final RestView view;
    private final RestCustomerBody bodies;
    private final EcoQuery query;

    RestCustomers(EcoDesign design, RestErrors errors, RestView view) {
        this.design = design;
        this.errors = errors;
        this.view = view;
        this.bodies = new RestCustomerBody(design.records(), design.switches());
        this.query = new EcoQuery(properties(), errors, design.switches());
    }

    Answer all(Call call) {
        return switch (call.method()) {
            case "GET" -> list(call, design.records().customers().rows());
            case "POST" -> create(call, new RestBody(call, errors, design.switches()));
            default -> throw errors.notAllowed(call.method());
        };
    }

    Answer one(Call call, String step) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, view.one(found(step), RestLinks.of(call)));
            case "PUT" -> put(call, step, new RestBody(call, errors, design.switches()));
            case "DELETE" -> delete(EcoChanges.number(found(step)));
            case "PATCH" -> new RestPatch(design, errors).answer(call, found(step), kept -> view.one(kept, RestLinks.of(call)));
            default -> throw errors.notAllowed(call.method());
        };
    }

    ObjectNode found(String step) {
        return (step.matches("\\d{1,9}") ? design.records().customers().find(Integer.parseInt(step)) : java.util.Optional.<ObjectNode>empty())
                .orElseThrow(() -> errors.missing("Customer '" + step + "' does not exist."));
    }

    Answer list(Call call, Collection<EcoRow> rows) {
        var page = new RestPage(call, errors);
        var found = query.sorted(query.filtered(rows, call.query().get("filter")), call.query().get("sort"));
        var links = RestLinks.of(call);
        var items = Json.array();
        page.of(found).forEach(row -> items.add(view.customer(row.record().get(), links)));
        var create = Json.object().set("create", RestLinks.action("Create a new customer", links.to("customers"), "post"));
        return page.answer(design.cut().maybe(items), found.size(), rows.size(), (ObjectNode) create, design.switches());
    }

    private Answer create(Call call, RestBody body) {
        var wanted = body.whole(EcoField.NUMBER);
        var customer = bodies.read(body, EcoChanges.blank(0), false);
        wanted.ifPresent(number -> free(body, number));
        body.judged();
        return created(call, customer.put(EcoField.NUMBER, wanted.orElseGet(design.records()::nextCustomer)));
    }

    private Answer created(Call call, ObjectNode customer) {
        var wire = view.one(design.changes().created(customer), RestLinks.of(call));
        return Answer.json(201, wire).with("Location", wire.get("self").textValue());
    }

    /** Replaces, or creates what is not there: then the address decides the number. Another number in the body renumbers. */
    private Answer put(Call call, String step, RestBody body) {
        if (!step.matches("[1-9]\\d{0,8}")) {
            throw errors.missing("Customer '" + step + "' does not exist.");
        }
        var number = Integer.parseInt(step);
        var old = design.records().customers().find(number);
        var to = body.whole(EcoField.NUMBER).orElse(number);
        var customer = bodies.read(body, old.orElseGet(() -> EcoChanges.blank(number)), true);
        if (old.isPresent() && to != number) {
            renumbers(body, to);
        }
        body.judged();
        if (old.isEmpty()) {
            return created(call, customer);
        }
        var kept = to == number ? design.changes().changed(customer) : design.changes().renumbered(customer.put(EcoField.NUMBER, to), number);
        return Answer.json(200, view.one(kept, RestLinks.of(call)));
    }

    private void renumbers(RestBody body, int to) {
        if (design.switches().on("renumber")) {
            free(body, to);
        } else {
            body.flaw(EcoField.NUMBER, "The agreement does not allow a change of numbers.", null, body.get(EcoField.NUMBER));
        }
    }

    private void free(RestBody body, int number) {
        if (design.records().customers().has(number)) {
            body.flaw(EcoField.NUMBER, "Customer '" + number + "' already exists.", "E06010", body.get(EcoField.NUMBER));
        }
    }

    private Answer delete(int number) {
        design.checkDeletable(number, status -> errors.refused(status, "The customer is in use and cannot be deleted."));
        design.changes().deleted(number);
        return Answer.empty(204);
    }

    private static List<EcoProperty> properties() {
        var all = new ArrayList<EcoProperty>();
        all.add(EcoProperty.number(EcoField.NUMBER, EcoRow::number, true, true));
        all.add(EcoProperty.lastUpdated(true));
        all.add(EcoProperty.number("balance", row -> 0, true, true));
        all.addAll(EcoField.ofRest().map(field -> EcoProperty.of(field.kind() == EcoField.Kind.REFERENCE ? field.rest() + "." + field.key() : field.rest(), field.rest(),
                switch (field.kind()) {
                    case TEXT -> EcoProperty.Type.TEXT;
                    case FLAG -> EcoProperty.Type.FLAG;
                    default -> EcoProperty.Type.NUMBER;
                }, field.filters(), field.sorts())).collect(Collectors.toList()));
        return all;
    }
}
