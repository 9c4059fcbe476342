package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer as e-conomic or Clickmate shows it, in words that can be laid side by side. */
final class DanishFaces {

    private DanishFaces() {
    }

    static Map<String, String> economic(JsonNode customer) {
        var address = String.join("|", text(customer.path("address")).replaceAll("\\s*\\R\\s*", ", "), text(customer.path("zip")), text(customer.path("city")),
                DanishWording.country(customer.path("country")));
        return face(customer, "corporateIdentificationNumber", "ean", "telephoneAndFaxNumber", address);
    }

    static Map<String, String> clickmate(JsonNode customer) {
        var kept = customer.path("address");
        var address = String.join("|", text(kept.path("street")), text(kept.path("postalCode")), text(kept.path("city")), DanishWording.country(kept.path("country")));
        return face(customer, "cvrNumber", "eanNumber", "phone", address);
    }

    private static Map<String, String> face(JsonNode customer, String cvr, String ean, String phone, String address) {
        var face = new LinkedHashMap<String, String>();
        face.put("name", text(customer.path("name")));
        face.put("cvr", DanishWording.cvr(customer.path(cvr)));
        face.put("ean", DanishWording.ean(customer.path(ean)));
        face.put("email", Wording.email(customer.path("email")));
        face.put("phone", DanishWording.phone(customer.path(phone)));
        face.put("website", Wording.host(customer.path("website")));
        face.put("address", address);
        return face;
    }

    /** What e-conomic holds and may not hand over, by field: no CVR number, no EAN, several addresses in one text, no telephone number, no host. */
    static Map<String, String> stays(JsonNode customer) {
        var stays = new LinkedHashMap<String, String>();
        var face = economic(customer);
        Map.of("cvr", "corporateIdentificationNumber", "ean", "ean", "email", "email", "phone", "telephoneAndFaxNumber", "website", "website").forEach((field, member) -> {
            if (face.get(field).isEmpty() && !text(customer.path(member)).isEmpty()) {
                stays.put(field, text(customer.path(member)));
            }
        });
        return stays;
    }

    /** Those that are not deleted; both systems name the three members alike. */
    static List<Map<String, String>> contacts(JsonNode customer) {
        var contacts = new ArrayList<Map<String, String>>();
        for (var contact : customer.path("contacts")) {
            if (!contact.path("deleted").asBoolean()) {
                contacts.add(Map.of("name", text(contact.path("name")), "email", Wording.email(contact.path("email")), "phone", DanishWording.phone(contact.path("phone"))));
            }
        }
        return contacts;
    }
}
