package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /Customers}: the number is in the address of a PUT, which nobody gets through without the version read last. */
final class CustCustomers implements CustCollection {

    private final EcoDesign design;
    private final ApisErrors errors;
    private final CustView view;
    private final ApisList list;

    CustCustomers(EcoDesign design, ApisErrors errors, CustView view) {
        this.design = design;
        this.errors = errors;
        this.view = view;
        var properties = Stream.concat(Stream.of(EcoProperty.number(EcoField.NUMBER, EcoRow::number, true, true)),
                Stream.concat(EcoField.ofCust().map(EcoField::cust), Stream.of("address1", "address2", "access", "objectVersion"))
                        .map(name -> EcoProperty.of(name, name, EcoProperty.Type.TEXT, false, false))).toList();
        this.list = new ApisList("customers", new EcoQuery(properties, errors, design.switches()), errors, design.cut());
    }

    @Override
    public Answer list(Call call, String way) {
        var rows = design.records().customers().rows();
        return switch (way) {
            case "paged" -> list.paged(rows, call.query(), view::customer);
            case "count" -> list.count(rows, call.query());
            default -> list.cursor(rows, call.query(), view::customer);
        };
    }

    @Override
    public Answer read(int number) {
        return Answer.json(200, view.customer(found(number)));
    }

    @Override
    public Answer create(Call call) {
        var body = new ApisBody(call, errors);
        var number = body.mandatory(EcoField.NUMBER);
        if (design.records().customers().has(number)) {
            body.flaw(EcoField.NUMBER, "A customer with this number already exists.", "BadRequest");
        }
        var customer = read(body, EcoChanges.blank(number));
        body.judged();
        design.changes().created(customer);
        return Answer.json(201, Json.object().put(EcoField.NUMBER, number)).with("Location", CustCollection.location(call, number));
    }

    @Override
    public Answer put(Call call, Optional<Integer> inPath) {
        var old = found(inPath.orElseThrow(() -> errors.notAllowed("PUT")));
        var body = new ApisBody(call, errors);
        body.checkVersion(old.get("version").textValue());
        var customer = read(body, old);
        body.judged();
        design.changes().changed(customer);
        return Answer.empty(Integer.parseInt(design.switches().get("cust-put-status")));
    }

    @Override
    public Answer delete(int number) {
        found(number);
        design.checkDeletable(number, status -> errors.refused(status, "The customer is in use and cannot be deleted."));
        design.changes().deleted(number);
        return Answer.empty(204);
    }

    private ObjectNode found(int number) {
        return design.records().customers().find(number).orElseThrow(() -> errors.refused(404, "Resource not found."));
    }

    /** What CUST does not know of a customer stays; everything else is what the body says, a missing flag false. */
    private ObjectNode read(ApisBody body, ObjectNode old) {
        var customer = EcoChanges.blank(EcoChanges.number(old));
        for (var kept : List.of("publicEntryNumber", "eInvoicingDisabledByDefault", "inUse")) {
            Optional.ofNullable(old.get(kept)).ifPresent(value -> customer.set(kept, value));
        }
        EcoField.ofCust().forEach(field -> value(body, field, customer).ifPresent(value -> customer.set(field.kept(), value)));
        address(body, old, customer);
        if (!body.flag("access")) {
            customer.put("barred", true);
        }
        return customer;
    }

    private Optional<JsonNode> value(ApisBody body, EcoField field, ObjectNode customer) {
        return switch (field.kind()) {
            case TEXT -> text(body, field);
            case NUMBER -> body.number(field.cust());
            case REFERENCE -> reference(body, field, EcoChanges.number(customer));
            default -> body.whole(field.cust()).map(IntNode::new);
        };
    }

    private Optional<JsonNode> text(ApisBody body, EcoField field) {
        var text = body.text(field.cust(), longest(field));
        if (field.required() && text.filter(any -> !any.isBlank()).isEmpty()) {
            body.flaw(field.cust(), "The field " + field.cust() + " is required.", "BadRequest");
        }
        if (field.cust().equals("currency") && text.isPresent() && !design.records().lists().has("currencies", text.get())) {
            body.flaw("currency", "Currency '" + text.get() + "' not found.", "BadRequest");
        }
        return text.map(TextNode::new);
    }

    /** Two are longer here than in REST. */
    private static int longest(EcoField field) {
        return field.cust().equals("pnr") ? 40 : field.cust().equals("vatNo") ? 50 : field.most();
    }

    private Optional<JsonNode> reference(ApisBody body, EcoField field, int customer) {
        var number = body.whole(field.cust());
        var there = number.isEmpty() ? !field.required() : exists(field, number.get(), customer);
        if (!there) {
            body.flaw(field.cust(), "The " + field.cust() + " is missing or not found.", field.cust().equals("paymentTermId") ? "CustomerInvalidPaymentTerm" : "BadRequest");
        }
        return number.map(IntNode::new);
    }

    private boolean exists(EcoField field, int number, int customer) {
        return switch (field.path()) {
            case "employees" -> true;
            case "contacts" -> design.records().contactsOf(customer).stream().anyMatch(contact -> contact.get(EcoContact.NUMBER).intValue() == number);
            case "delivery-locations" -> false;
            default -> design.records().lists().has(field.path(), String.valueOf(number));
        };
    }

    private void address(ApisBody body, ObjectNode old, ObjectNode customer) {
        var given = new EcoAddress(body.text("address1", 255).orElse(""), body.text("address2", 255).orElse(""));
        var lines = EcoAddress.hasLines(given.first() + given.rest());
        if (lines && design.switches().is("address-newlines", "reject")) {
            body.flaw("address1", "An address has no line breaks.", "BadRequest");
        }
        var text = given.over(old.path("address").asText(""));
        var kept = design.switches().is("address-newlines", "keep") ? text : EcoAddress.onOneLine(text);
        if (!kept.isEmpty()) {
            customer.put("address", kept);
        }
    }
}
