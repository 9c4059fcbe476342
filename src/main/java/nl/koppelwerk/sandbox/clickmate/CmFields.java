package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Json;

/** The members of a customer or contact that a program may write, and what Clickmate refuses in them. */
record CmFields(List<String> writable) {

    static final CmFields CUSTOMER = new CmFields(List.of("name", "lifecycle", "autoSync", "cvrNumber", "eanNumber", "email", "phone",
            "website", "address", "externalRefs"));
    static final CmFields MINIMAL_CUSTOMER = new CmFields(List.of("name", "lifecycle", "autoSync", "email", "phone", "externalRefs"));
    static final CmFields CONTACT = new CmFields(List.of("name", "email", "phone", "title"));
    static final CmFields MINIMAL_CONTACT = new CmFields(List.of("name", "email", "phone"));
    static final CmFields ADDRESS = new CmFields(List.of("street", "postalCode", "city", "country"));
    static final CmFields SPLIT_ADDRESS = new CmFields(List.of("street", "houseNumber", "postalCode", "city", "country"));

    private static final int LONGEST = 255;

    /** Every reason why a body is refused, as errors of a problem document; a new record must have its name. */
    ArrayNode errors(ObjectNode body, CmFields address, boolean isNew) {
        var errors = Json.array();
        if (isNew && !body.hasNonNull("name")) {
            add(errors, "/name", "REQUIRED");
        }
        body.properties().forEach(member -> {
            if (member.getKey().equals("address") && writable.contains("address") && member.getValue() instanceof ObjectNode inner) {
                inner.properties().forEach(part -> address.error(part.getKey(), part.getValue()).ifPresent(code -> add(errors, "/address/" + part.getKey(), code)));
            } else {
                error(member.getKey(), member.getValue()).ifPresent(code -> add(errors, "/" + member.getKey(), code));
            }
        });
        return errors;
    }

    private Optional<String> error(String name, JsonNode value) {
        if (!writable.contains(name)) {
            return Optional.of("NOT_WRITABLE");
        }
        if (value.isNull()) {
            return name.matches("name|lifecycle|autoSync") ? Optional.of("REQUIRED") : Optional.empty();
        }
        return Optional.ofNullable(switch (name) {
            case "autoSync" -> value.isBoolean() ? null : "NOT_TRUE_OR_FALSE";
            case "externalRefs" -> value.isArray() ? null : "NOT_A_LIST";
            default -> value.isTextual() ? text(name, value.textValue()) : "NOT_TEXT";
        });
    }

    private static String text(String name, String text) {
        if (text.length() > LONGEST) {
            return "TOO_LONG";
        }
        return switch (name) {
            case "name" -> text.isBlank() ? "REQUIRED" : null;
            case "lifecycle" -> text.matches("PROSPECT|ACTIVE|INACTIVE") ? null : "LIFECYCLE_VALUE";
            case "email" -> text.isEmpty() || text.matches("[^@\\s]+@[^@\\s]+") ? null : "EMAIL_FORMAT";
            case "cvrNumber" -> text.matches("\\d{8}") ? null : "CVR_FORMAT";
            case "eanNumber" -> text.matches("\\d{13}") ? null : "EAN_FORMAT";
            case "country" -> text.matches("[A-Z]{2}") ? null : "COUNTRY_CODE";
            default -> null;
        };
    }

    private static void add(ArrayNode errors, String pointer, String code) {
        errors.addObject().put("pointer", pointer).put("code", code).put("detail", pointer.substring(1) + " was refused: " + code);
    }
}
