package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What Compenda refuses in the body of a write: every reason at once, each with the place in the body. */
final class CpFields {

    private static final int LONGEST = 255;
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+|";

    /** The writable texts of a relation and the form they must have. */
    private static final Map<String, String> RELATION = Map.of("kind", "ORGANISATION|PERSON", "name", "(?s).*\\S.*", "kvkNumber", "\\d{8}|",
            "vatNumber", "[A-Z]{2}[0-9A-Z]{2,13}|", "email", EMAIL, "phone", "(?s).*", "mobile", "(?s).*", "website", "(?s).*");
    private static final Map<String, String> CONTACT = Map.of("firstName", "(?s).*", "prefix", "(?s).*", "lastName", "(?s).*\\S.*", "email", EMAIL,
            "phone", "(?s).*", "mobile", "(?s).*", "function", "(?s).*");
    private static final Map<String, String> ADDRESS = Map.of("street", "(?s).*", "houseNumber", "(?s).*", "addition", "(?s).*", "postalCode", "(?s).*",
            "city", "(?s).*", "country", "[A-Z]{2}|");

    private final SwitchPanel switches;

    CpFields(SwitchPanel switches) {
        this.switches = switches;
    }

    ArrayNode ofRelation(ObjectNode body, boolean isNew) {
        var errors = Json.array();
        required(errors, body, isNew, "name", "kind");
        body.properties().forEach(member -> relation(errors, member.getKey(), member.getValue()));
        return errors;
    }

    ArrayNode ofContact(ObjectNode body, boolean isNew) {
        var errors = Json.array();
        required(errors, body, isNew, "lastName");
        body.properties().forEach(member -> {
            if (!member.getKey().equals("isPrimary")) {
                text(errors, "/" + member.getKey(), CONTACT.get(member.getKey()), member.getValue());
            } else if (!member.getValue().isBoolean()) {
                add(errors, "/isPrimary", "NOT_TRUE_OR_FALSE");
            }
        });
        return errors;
    }

    /** Of a patch only what it names must be there. */
    private static void required(ArrayNode errors, ObjectNode body, boolean isNew, String... names) {
        for (var name : names) {
            if (body.has(name) ? body.get(name).isNull() : isNew) {
                add(errors, "/" + name, "REQUIRED");
            }
        }
    }

    private void relation(ArrayNode errors, String name, JsonNode value) {
        switch (name) {
            case "roles" -> roles(errors, value);
            case "addresses" -> addresses(errors, value);
            case "paymentTermDays" -> terms(errors, value);
            case "creditLimit" -> amount(errors, "/creditLimit", value);
            case "externalRefs" -> check(errors, "/externalRefs", value.isArray(), "NOT_A_LIST");
            case "archived" -> check(errors, "/archived", value.isBoolean(), "NOT_TRUE_OR_FALSE");
            case "version" -> check(errors, "/version", switches.is("concurrency", "version-in-body-409"), "NOT_WRITABLE");
            default -> text(errors, "/" + name, RELATION.get(name), value);
        }
    }

    private void roles(ArrayNode errors, JsonNode roles) {
        roles.forEach(role -> check(errors, "/roles", role.asText().matches("DEBTOR|CREDITOR|PROSPECT"), "ROLE_VALUE"));
        check(errors, "/roles", roles.isArray(), "NOT_A_LIST");
        var both = roles.toString().contains("DEBTOR") && roles.toString().contains("CREDITOR");
        check(errors, "/roles", !both || switches.is("both-roles", "yes"), "ROLES_BOTH");
    }

    private void addresses(ArrayNode errors, JsonNode addresses) {
        addresses.properties().forEach(keyed -> {
            check(errors, "/addresses/" + keyed.getKey(), CpView.ADDRESSES.contains(keyed.getKey()), "NOT_WRITABLE");
            check(errors, "/addresses/" + keyed.getKey(), keyed.getValue().isObject() || keyed.getValue().isNull(), "NOT_AN_ADDRESS");
            keyed.getValue().properties().forEach(part -> text(errors, "/addresses/" + keyed.getKey() + "/" + part.getKey(), ADDRESS.get(part.getKey()), part.getValue()));
        });
    }

    private void terms(ArrayNode errors, JsonNode days) {
        var fits = switches.is("payment-terms", "text") ? CpTerms.days(days).isPresent() : days.isIntegralNumber();
        check(errors, "/paymentTermDays", days.isNull() || fits, "PAYMENT_TERMS_FORMAT");
    }

    static void amount(ArrayNode errors, String pointer, JsonNode amount) {
        check(errors, pointer, amount.isNull() || amount.path("amount").asText().matches("-?\\d{1,12}(\\.\\d{1,2})?")
                && amount.path("currency").asText("EUR").matches("[A-Z]{3}"), "AMOUNT_FORMAT");
    }

    private static void text(ArrayNode errors, String pointer, String form, JsonNode value) {
        if (form == null) {
            add(errors, pointer, "NOT_WRITABLE");
        } else if (!value.isNull()) {
            check(errors, pointer, value.isTextual(), "NOT_TEXT");
            check(errors, pointer, value.asText().length() <= LONGEST, "TOO_LONG");
            check(errors, pointer, !value.isTextual() || value.asText().matches(form), pointer.replaceAll(".*/", "").replaceAll("([A-Z])", "_$1").toUpperCase() + "_FORMAT");
        }
    }

    static void check(ArrayNode errors, String pointer, boolean fits, String code) {
        if (!fits) {
            add(errors, pointer, code);
        }
    }

    private static void add(ArrayNode errors, String pointer, String code) {
        errors.addObject().put("pointer", pointer).put("code", code).put("detail", pointer.substring(1) + " was refused: " + code);
    }
}
