package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** {@code /Contacts}: all contacts of the agreement, deleted ones with their mark, as far as the switch lets them be seen. */
final class CustContacts implements CustCollection {

    private static final List<EcoProperty> PROPERTIES = List.of(
            EcoProperty.number("number", EcoRow::number, true, true), EcoProperty.number("customerNumber", EcoRow::owner, true, true),
            EcoProperty.of("userInterfaceNumber", "sortKey", EcoProperty.Type.NUMBER, true, false), EcoProperty.of("name", "name", EcoProperty.Type.TEXT, true, false),
            EcoProperty.of("email", "email", EcoProperty.Type.TEXT, true, false), EcoProperty.of("eInvoiceId", "eInvoiceId", EcoProperty.Type.TEXT, true, false),
            EcoProperty.lastUpdated(false), new EcoProperty("isDeleted", EcoProperty.Type.FLAG, true, false, EcoRow::deleted, null),
            new EcoProperty("active", EcoProperty.Type.FLAG, true, false, row -> !row.deleted(), null),
            EcoProperty.of("phone", "phone", EcoProperty.Type.TEXT, false, false), EcoProperty.of("notes", "notes", EcoProperty.Type.TEXT, false, false));

    private final EcoDesign design;
    private final ApisErrors errors;
    private final CustView view;
    private final ApisList list;

    CustContacts(EcoDesign design, ApisErrors errors, CustView view) {
        this.design = design;
        this.errors = errors;
        this.view = view;
        this.list = new ApisList("contacts", new EcoQuery(PROPERTIES, errors, design.switches()), errors, design.cut());
    }

    @Override
    public Answer list(Call call, String way) {
        return switch (way) {
            case "paged" -> list.paged(rows(), call.query(), view::contact);
            case "count" -> list.count(rows(), call.query());
            default -> list.cursor(rows(), call.query(), view::contact);
        };
    }

    @Override
    public Answer read(int number) {
        return Answer.json(200, view.contact(found(number)));
    }

    @Override
    public Answer create(Call call) {
        var body = new ApisBody(call, errors);
        var customer = body.mandatory("customerNumber");
        if (customer > 0 && !design.records().customers().has(customer)) {
            body.flaw("customerNumber", "The customer does not exist.", "BadRequest");
        }
        var contact = read(body, Json.object().put("customer", customer));
        body.judged();
        var number = design.changes().contact(contact).get(EcoContact.NUMBER).intValue();
        return Answer.json(201, Json.object().put("number", number)).with("Location", CustCollection.location(call, number));
    }

    @Override
    public Answer put(Call call, Optional<Integer> inPath) {
        if (inPath.isPresent()) {
            throw errors.notAllowed("PUT");
        }
        var body = new ApisBody(call, errors);
        var old = live(body.whole("number").orElse(0));
        body.checkVersion(old.get("version").textValue());
        if (body.mandatory("customerNumber") != old.get("customer").intValue()) {
            body.flaw("customerNumber", "A contact stays with its customer.", "BadRequest");
        }
        var contact = read(body, EcoContact.identity(old, Json.object()));
        body.judged();
        design.changes().contact(contact);
        return Answer.empty(Integer.parseInt(design.switches().get("cust-put-status")));
    }

    @Override
    public Answer delete(int number) {
        design.changes().contactDeleted(live(number));
        return Answer.empty(204);
    }

    private Collection<EcoRow> rows() {
        return design.records().contacts().rows().stream().filter(design.records()::shows).toList();
    }

    private ObjectNode found(int number) {
        return Optional.ofNullable(design.records().contacts().row(number)).filter(design.records()::shows).map(row -> row.record().get())
                .orElseThrow(() -> errors.refused(404, "Resource not found."));
    }

    private ObjectNode live(int number) {
        var contact = found(number);
        if (contact.path("deleted").asBoolean()) {
            throw errors.refused(404, "Resource not found.");
        }
        return contact;
    }

    private ObjectNode read(ApisBody body, ObjectNode contact) {
        EcoContact.TEXTS.forEach((name, most) -> body.text(name, most).ifPresent(text -> contact.put(name, text)));
        if (contact.path("name").asText("").isBlank()) {
            body.flaw("name", "The Name field is required.", "BadRequest");
        }
        var words = Json.array();
        EcoContact.FLAGS.entrySet().stream().sorted(java.util.Map.Entry.comparingByValue()).filter(flag -> body.flag(flag.getKey())).forEach(flag -> words.add(flag.getValue()));
        if (!words.isEmpty()) {
            contact.set("emailNotifications", words);
        }
        EcoContact.ONLY_CUST.stream().filter(body::flag).forEach(name -> contact.put(name, true));
        return contact;
    }
}
