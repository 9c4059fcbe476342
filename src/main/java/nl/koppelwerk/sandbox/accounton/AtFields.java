package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The members of a client, and what Accounton has against what stands in them: each as field, code and a sentence without the value. */
final class AtFields {

    static final List<String> TEXTS = List.of("firstName", "lastName", "email", "language", "mobileNumber", "responsibleEmail", "nationalNumber", "partnerNationalNumber", "label");
    static final List<String> ADDRESS = List.of("street", "houseNumber", "box", "postalCode", "city", "country");

    private static final int LONGEST = 255;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    /** Where it is no free text, the tax years that have a declaration. */
    private static final String LABELS = "AJ20\\d\\d";

    private final SwitchPanel switches;

    AtFields(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Every reason why a row of an import is not valid. */
    ArrayNode ofRow(ObjectNode client) {
        var found = Json.array();
        if (!client.path("kind").asText("person").equals("person")) {
            add(found, "kind", "KIND_NOT_PERSON");
        }
        for (var name : List.of("firstName", "lastName", "email", "language", "nationalNumber")) {
            if (text(client, name).isBlank()) {
                missing(name).ifPresent(code -> add(found, name, code));
            }
        }
        members(client, found);
        return found;
    }

    /** Every reason why a change is refused. */
    ArrayNode ofChange(ObjectNode patch) {
        var found = Json.array();
        patch.fieldNames().forEachRemaining(name -> {
            if (!TEXTS.contains(name) && !name.equals("address") && !name.equals("externalRefs")) {
                add(found, name, "NOT_WRITABLE");
            } else if (patch.get(name).isNull() || text(patch, name).isBlank() && TEXTS.contains(name)) {
                missing(name).ifPresent(code -> add(found, name, code));
            }
        });
        members(patch, found);
        return found;
    }

    void add(ArrayNode found, String field, String code) {
        found.addObject().put("field", field).put("code", code).put("detail", AtWords.of(code));
    }

    /** A number that is only advised may be wrong where that is no more than a warning. */
    private void members(ObjectNode client, ArrayNode found) {
        for (var name : TEXTS) {
            var value = client.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                error(name, value).ifPresent(code -> add(found, name, code));
            }
        }
        if (client.get("address") instanceof ObjectNode address) {
            address.properties().forEach(part -> addressError(part.getKey(), part.getValue()).ifPresent(code -> add(found, "address/" + part.getKey(), code)));
        }
    }

    private Optional<String> missing(String name) {
        return Optional.ofNullable(switch (name) {
            case "firstName", "lastName" -> "NAME_MISSING";
            case "email" -> "EMAIL_MISSING";
            case "language" -> switches.is("language-required", "yes") ? "LANGUAGE_MISSING" : null;
            case "nationalNumber" -> switches.is("missing-rrn", "INVALID") ? "RRN_MISSING" : null;
            default -> null;
        });
    }

    private Optional<String> error(String name, JsonNode value) {
        if (!value.isTextual()) {
            return Optional.of("NOT_TEXT");
        }
        var text = value.textValue();
        if (text.length() > LONGEST) {
            return Optional.of("TOO_LONG");
        }
        return text.isBlank() ? Optional.empty() : switch (name) {
            case "email", "responsibleEmail" -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? Optional.empty() : Optional.of("EMAIL_FORMAT");
            case "language" -> LANGUAGES.contains(text) ? Optional.empty() : Optional.of("LANGUAGE_UNKNOWN");
            case "label" -> switches.is("label", "list-only") && !text.matches(LABELS) ? Optional.of("LABEL_UNKNOWN") : Optional.empty();
            case "nationalNumber", "partnerNationalNumber" -> switches.is("invalid-rrn", "INVALID") ? AtNumbers.problem(text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> addressError(String name, JsonNode value) {
        if (!ADDRESS.contains(name)) {
            return Optional.of("NOT_WRITABLE");
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        var text = value.asText();
        return !value.isTextual() ? Optional.of("NOT_TEXT") : text.length() > LONGEST ? Optional.of("TOO_LONG")
                : name.equals("country") && !text.matches("[A-Z]{2}") ? Optional.of("COUNTRY_CODE") : Optional.empty();
    }

    static String text(JsonNode client, String name) {
        var value = client.path(name);
        return value.isTextual() ? value.textValue().strip() : "";
    }
}
