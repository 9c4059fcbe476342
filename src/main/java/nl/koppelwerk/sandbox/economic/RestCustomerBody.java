package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What a POST or a PUT of a customer comes to: a whole customer, made of the body and of what REST cannot write. */
final class RestCustomerBody {

    private final EcoRecords records;
    private final SwitchPanel switches;

    RestCustomerBody(EcoRecords records, SwitchPanel switches) {
        this.records = records;
        this.switches = switches;
    }

    /** {@code old} is the customer that is replaced; it has only a number when there is none. */
    ObjectNode read(RestBody body, ObjectNode old, boolean put) {
        var customer = EcoChanges.blank(old.path(EcoField.NUMBER).intValue());
        old.fields().forEachRemaining(kept -> {
            if (EcoField.kept(kept.getKey()).map(EcoField::rest).isEmpty()) {
                customer.set(kept.getKey(), kept.getValue());
            }
        });
        EcoField.REQUIRED.forEach(body::required);
        EcoField.ofRest().filter(field -> body.has(field.rest()) && (put || !EcoField.PUT_ONLY.contains(field.rest())))
                .forEach(field -> read(body, field, old).ifPresent(value -> customer.set(field.rest(), value)));
        return customer;
    }

    private Optional<JsonNode> read(RestBody body, EcoField field, ObjectNode old) {
        return switch (field.kind()) {
            case TEXT -> body.text(field.rest(), field.least(), field.most()).map(text -> text(body, field, text));
            case FLAG -> body.flag(field.rest()).filter(flag -> flag).map(flag -> body.get(field.rest()));
            case REFERENCE -> reference(body, field, old);
            default -> body.number(field.rest());
        };
    }

    private JsonNode text(RestBody body, EcoField field, String text) {
        if (field.rest().equals("currency") && text.length() == 3 && !records.lists().has("currencies", text)) {
            body.flaw("currency", "Currency '" + text + "' not found.", unknownCode(), body.get("currency"));
        }
        if (!field.rest().equals("address") || !EcoAddress.hasLines(text)) {
            return body.get(field.rest());
        }
        if (switches.is("address-newlines", "reject")) {
            body.flaw("address", "An address has no line breaks.", null, null);
        }
        return new com.fasterxml.jackson.databind.node.TextNode(switches.is("address-newlines", "strip") ? EcoAddress.onOneLine(text) : text);
    }

    private Optional<JsonNode> reference(RestBody body, EcoField field, ObjectNode old) {
        var number = body.reference(field.rest(), field.key());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!exists(field, number, old)) {
            var name = Character.toUpperCase(field.rest().charAt(0)) + field.rest().substring(1);
            body.flaw(field.rest(), name + " '" + number.getAsInt() + "' not found.", code(field), new com.fasterxml.jackson.databind.node.IntNode(number.getAsInt()));
        }
        return Optional.of(new com.fasterxml.jackson.databind.node.IntNode(number.getAsInt()));
    }

    /** Employees are not played; every number is one. */
    private boolean exists(EcoField field, OptionalInt number, ObjectNode old) {
        return switch (field.path()) {
            case "employees" -> true;
            case "contacts" -> records.contactsOf(EcoChanges.number(old)).stream().anyMatch(contact -> contact.get(EcoContact.NUMBER).intValue() == number.getAsInt());
            case "delivery-locations" -> false;
            default -> records.lists().has(field.path(), String.valueOf(number.getAsInt()));
        };
    }

    private String code(EcoField field) {
        return switch (field.rest()) {
            case "customerGroup" -> "E07140";
            case "paymentTerms" -> "E07080";
            case "vatZone", "layout" -> unknownCode();
            default -> "E06000";
        };
    }

    private String unknownCode() {
        return switches.is("missing-ref-code", "E06000") ? "E06000" : null;
    }
}
