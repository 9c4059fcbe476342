package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Json;

/** The members of a relation, contact or address that a program may write, and what AdvocaatCentraal refuses in them. */
record AcFields(List<String> writable, String required) {

    private static final int LONGEST = 255;

    static final AcFields COMPANY = new AcFields(List.of("bedrijfsnaam", "telefoonnummer", "email", "website", "kvk"), "bedrijfsnaam");
    static final AcFields PERSON = new AcFields(List.of("naam", "email", "telefoon"), "naam");
    static final AcFields CONTACT = new AcFields(List.of("voornamen", "voorletters", "tussenvoegsels", "achternaam", "geslacht", "geboortedatum",
            "functie", "doorkiesnummer", "mobiel", "priveTelefoon", "email"), "achternaam");
    static final AcFields ADDRESS = new AcFields(List.of("straat", "huisnummer", "toevoeging", "postcode", "plaats", "land"), "");
    static final AcFields ADDRESS_ONE_LINE = new AcFields(List.of("straat", "huisnummer", "postcode", "plaats", "land"), "");

    static AcFields of(ObjectNode relation) {
        return relation.get("soort").textValue().equals("BEDRIJF") ? COMPANY : PERSON;
    }

    /** Every reason why a body is refused, as errors of a problem document. */
    ArrayNode errors(ObjectNode body, List<String> genders) {
        var errors = Json.array();
        body.fields().forEachRemaining(member -> error(member.getKey(), member.getValue(), genders).ifPresent(code ->
                errors.addObject().put("pointer", "/" + member.getKey()).put("code", code).put("detail", member.getKey() + " was refused: " + code)));
        return errors;
    }

    private Optional<String> error(String name, JsonNode value, List<String> genders) {
        if (!writable.contains(name)) {
            return Optional.of("NOT_WRITABLE");
        }
        if (value.isNull()) {
            return name.equals(required) ? Optional.of("REQUIRED") : Optional.empty();
        }
        if (!value.isTextual()) {
            return Optional.of("NOT_TEXT");
        }
        return text(name, value.textValue(), genders);
    }

    private Optional<String> text(String name, String text, List<String> genders) {
        if (text.length() > LONGEST) {
            return Optional.of("TOO_LONG");
        }
        if (name.equals(required) && text.isBlank()) {
            return Optional.of("REQUIRED");
        }
        return Optional.ofNullable(switch (name) {
            case "email" -> text.isEmpty() || text.matches("[^@\\s]+@[^@\\s]+") ? null : "EMAIL_FORMAT";
            case "geslacht" -> genders.contains(text) ? null : "GENDER_VALUE";
            case "geboortedatum" -> text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])") ? null : "DATE_FORMAT";
            case "land" -> text.matches("[A-Z]{2}") ? null : "COUNTRY_CODE";
            default -> null;
        });
    }
}
