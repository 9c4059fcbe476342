package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an office typed into Clickmate before there was a link: a share of e-conomic's customers, without their numbers, each
 * recognisable by CVR number or e-mail address. Some are spelled otherwise, some have little more than the key, some say something else.
 */
final class ClickmateBefore {

    /** Of ten customers. */
    private static final int KNOWN = 6;
    /** Of the known ones each so many-th says something else. */
    private static final int ODD = 10;
    private static final int FORMS = 4;

    private final List<Map<String, Object>> customers = new ArrayList<>();
    private final Set<String> differing = new TreeSet<>();

    static ClickmateBefore of(List<JsonNode> economic) {
        var before = new ClickmateBefore();
        var wanted = economic.size() * KNOWN / 10;
        economic.stream().filter(customer -> !DanishWording.cvr(customer.path("corporateIdentificationNumber")).isEmpty() || !Wording.email(customer.path("email")).isEmpty())
                .limit(wanted).forEach(before::add);
        return before;
    }

    List<Map<String, Object>> customers() {
        return customers;
    }

    /** Numbers in e-conomic of those that say something else there. */
    Set<String> differing() {
        return differing;
    }

    private void add(JsonNode customer) {
        var place = customers.size();
        var face = DanishFaces.economic(customer);
        var loaded = new LinkedHashMap<String, Object>(Map.of("name", face.get("name"), "lifecycle", "ACTIVE", "autoSync", true));
        put(loaded, "cvrNumber", face.get("cvr"));
        put(loaded, "email", face.get("email"));
        if (place % FORMS != 0) {
            put(loaded, "phone", spelled(face.get("phone"), place));
            put(loaded, "eanNumber", face.get("ean"));
            put(loaded, "website", text(customer.path("website")));
            loaded.put("address", address(customer));
            loaded.put("contacts", contacts(customer, place));
        }
        if (place % ODD == ODD - 1) {
            differing.add(DanishDesk.number(customer));
            loaded.put("name", face.get("name") + " (gammel)");
            loaded.put("website", "https://gammel" + place + ".example");
            put(loaded, "email", face.get("email").toUpperCase(java.util.Locale.ROOT));
        }
        customers.add(loaded);
    }

    private static Map<String, String> address(JsonNode customer) {
        var parts = DanishFaces.economic(customer).get("address").split("\\|", -1);
        var address = new LinkedHashMap<String, String>();
        var names = List.of("street", "postalCode", "city", "country");
        for (var part = 0; part < parts.length; part++) {
            if (!parts[part].isEmpty()) {
                address.put(names.get(part), parts[part]);
            }
        }
        return address;
    }

    private static List<Map<String, Object>> contacts(JsonNode customer, int place) {
        var contacts = new ArrayList<Map<String, Object>>();
        for (var contact : DanishFaces.contacts(customer)) {
            var loaded = new LinkedHashMap<String, Object>(Map.of("name", contact.get("name"), "title", "Direktør"));
            put(loaded, "email", place % FORMS == 1 ? "" : contact.get("email"));
            put(loaded, "phone", spelled(contact.get("phone"), place));
            contacts.add(loaded);
        }
        return contacts;
    }

    private static String spelled(String phone, int place) {
        var local = phone.replaceFirst("^45", "");
        return phone.isEmpty() ? "" : switch (place % FORMS) {
            case 1 -> "+45 " + local.replaceAll("(\\d\\d)(?=\\d)", "$1 ");
            case 2 -> local;
            default -> "0045" + local;
        };
    }

    private static void put(Map<String, Object> loaded, String name, String value) {
        if (!value.isEmpty()) {
            loaded.put(name, value);
        }
    }
}
