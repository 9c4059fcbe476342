package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What is kept, as it looks on the wire under the switches of the moment. */
final class AdcView {

    static final List<String> CUSTOMER = List.of("CustomerId", "CustCode", "AccCode", "CompanyId", "Name", "Firstname", "CommercialName", "IsCompany", "IsActive",
            "DisabledDate", "CreationDate", "Title", "Language", "Email", "Phone", "Phone2", "Mobile", "VATNr", "RegistrationNr", "SocialSecurityNumber",
            "DateOfBirth", "Sex", "CustomerCrmType", "CustomerGroup", "Remarks");
    static final List<String> ADDRESS = List.of("CustomerAddressId", "AddressId", "CustomerId", "StreetName", "Street1", "Street2", "HouseNr", "HouseBox",
            "ZipCode", "City", "CountryId", "CountryCode", "RegisteredOffice", "PostalAddress", "InvoiceAddress", "ExploitationAddress");
    static final List<String> LINK = List.of("CustomerLinkCustomerId", "CustomerIdPk", "CustomerIdFk", "CustomerLinkTypeId", "Relationship");
    static final List<String> EMAIL = List.of("CustomerEmailId", "CustomerId", "Email");

    private static final Map<String, String> WORDS = Map.of("NL", "Nederlands", "FR", "Français", "DE", "Deutsch", "EN", "English");
    private static final Map<Integer, Integer> SHUFFLED = Map.of(8, 3, 1, 9, 9, 1);
    private static final Map<Integer, String> TYPES = Map.of(8, "Klant (persoon)", 1, "Klant (vennootschap)", 9, "Prospect");

    private final SwitchPanel switches;

    AdcView(SwitchPanel switches) {
        this.switches = switches;
    }

    ObjectNode customer(ObjectNode kept) {
        var number = kept.path("NationalNr").asText("");
        kept.put("SocialSecurityNumber", switches.is("national-number", "private-only") ? "" : dotted(number));
        kept.put("Language", switches.is("languages", "words") ? WORDS.getOrDefault(kept.path("Language").asText(), "") : kept.path("Language").asText());
        kept.put("CustomerCrmType", type(kept.path("CustomerCrmType").asInt()));
        if (switches.is("emails", "separate-list")) {
            kept.remove("Email");
        } else if (switches.is("emails", "semicolons") && !kept.path("Email").asText().isEmpty()) {
            kept.put("Email", kept.get("Email").textValue() + "; tweede." + kept.get("CustomerId").asText() + "@mail.example");
        }
        return dressed(kept.retain(CUSTOMER));
    }

    private int type(int kept) {
        return switches.is("crm-types", "shuffled") ? SHUFFLED.getOrDefault(kept, 0) : kept;
    }

    /** The installation's own list, as its other lists look. */
    ArrayNode types() {
        var list = Json.array();
        TYPES.keySet().stream().sorted().forEach(number -> list.add(Json.object().put("ListValueId", type(number)).put("ListValue", TYPES.get(number)).put("ExtCode", "").put("LegalForm", "")));
        return list;
    }

    /** The number as it was typed, where dots would not make one of it. */
    private static String dotted(String number) {
        return number.matches("\\d{11}") ? number.replaceFirst("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5") : number;
    }

    ObjectNode personal(ObjectNode kept) {
        var number = switches.is("national-number", "dotted-only") ? "" : kept.path("NationalNr").asText("");
        return dressed(Json.object().put("CustomerId", kept.get("CustomerId").longValue()).put("NationalNr", number)
                .put("DateOfBirth", kept.path("DateOfBirth").asText("")).put("MaritalStatus", "").put("MaritalStatusId", 0).put("EidNr", ""));
    }

    Stream<ObjectNode> addresses(ObjectNode customer) {
        return StreamSupport.stream(customer.path("addresses").spliterator(), false)
                .map(address -> dressed(((ObjectNode) address).put("CustomerId", customer.get("CustomerId").longValue())));
    }

    ObjectNode link(ObjectNode link) {
        var type = link.get("Relationship").textValue().equals(AdcRecords.PARTNER) ? "partner-link-type" : "contact-link-type";
        return dressed(link.put("CustomerLinkTypeId", (int) switches.number(type)));
    }

    ObjectNode email(ObjectNode kept) {
        var id = kept.get("CustomerId").longValue();
        return dressed(Json.object().put("CustomerEmailId", 80_000 + id).put("CustomerId", id).put("Email", kept.path("Email").asText("")));
    }

    private ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("InterneKleur", "blauw");
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
