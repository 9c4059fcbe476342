package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One relation under one of its hats, as Compenda or SnelStart shows it, in words that can be laid side by side. What cannot cross is empty. */
final class BookkeepingFaces {

    static final String CUSTOMER = "Klant";
    static final String SUPPLIER = "Leverancier";
    private static final int LONGEST = 50;
    private static final int LONGEST_TERM = 1000;

    private BookkeepingFaces() {
    }

    /** The kinds that its roles make it in SnelStart. */
    static List<String> kinds(JsonNode relation) {
        var roles = relation.path("roles").toString();
        return Stream.of(CUSTOMER, SUPPLIER).filter(kind -> roles.contains(kind.equals(CUSTOMER) ? "DEBTOR" : "CREDITOR")).toList();
    }

    static Map<String, String> compenda(JsonNode relation, String kind) {
        var addresses = relation.path("addresses");
        var visiting = ofCompenda(addresses.path("visiting"), true);
        var face = new LinkedHashMap<String, String>();
        face.put("name", text(relation.path("name")).length() > LONGEST ? "" : text(relation.path("name")));
        face.put("contact", visiting.isEmpty() ? "" : contact(relation));
        face.put("email", Wording.email(relation.path("email")));
        face.put("phone", phone(relation.path("phone")));
        face.put("mobile", phone(relation.path("mobile")));
        face.put("website", Wording.host(relation.path("website")));
        face.put("kvk", Wording.kvk(relation.path("kvkNumber")));
        face.put("vat", vat(relation));
        face.put("visiting", visiting);
        face.put("postal", ofCompenda(addresses.path("postal"), false));
        var term = relation.path("paymentTermDays").asInt();
        face.put("term", term > LONGEST_TERM ? "" : number(relation.path("paymentTermDays")));
        var limit = relation.path("creditLimit").path("amount");
        face.put("limit", kind.equals(CUSTOMER) && !text(limit).isEmpty() ? new java.math.BigDecimal(text(limit)).stripTrailingZeros().toPlainString() : "");
        return face;
    }

    static Map<String, String> snelstart(JsonNode relatie) {
        var visiting = relatie.path("vestigingsAdres");
        var face = new LinkedHashMap<String, String>();
        face.put("name", text(relatie.path("naam")));
        face.put("contact", text(visiting.path("contactpersoon")));
        face.put("email", text(relatie.path("email")));
        face.put("phone", Wording.phone(relatie.path("telefoon")));
        face.put("mobile", Wording.phone(relatie.path("mobieleTelefoon")));
        face.put("website", Wording.site(relatie.path("websiteUrl")));
        face.put("kvk", text(relatie.path("kvkNummer")));
        face.put("vat", text(relatie.path("btwNummer")));
        face.put("visiting", address(text(visiting.path("straat")), visiting, "postcode", "plaats", "land"));
        var postal = relatie.path("correspondentieAdres");
        face.put("postal", address(text(postal.path("straat")), postal, "postcode", "plaats", "land"));
        face.put("term", number(relatie.path("krediettermijn")));
        face.put("limit", number(relatie.path("kredietLimiet")));
        return face;
    }

    /** What Compenda holds and may not hand over, by field. */
    static List<String> stays(JsonNode relation, Map<String, String> face) {
        var held = Map.of("contact", contact(relation), "email", text(relation.path("email")), "phone", text(relation.path("phone")), "mobile", text(relation.path("mobile")),
                "website", text(relation.path("website")), "kvk", text(relation.path("kvkNumber")), "vat", text(relation.path("vatNumber")),
                "visiting", text(relation.path("addresses").path("visiting").path("city")) + text(relation.path("addresses").path("visiting").path("street")),
                "term", text(relation.path("paymentTermDays")));
        return held.keySet().stream().filter(field -> face.get(field).isEmpty() && !held.get(field).isEmpty()).sorted().toList();
    }

    /** Why no relatie may be made of it; empty where one has to be. */
    static String refusal(JsonNode relation) {
        var name = text(relation.path("name"));
        return relation.path("archived").asBoolean() ? "archived" : name.isEmpty() ? "no name" : name.length() > LONGEST ? "name too long" : "";
    }

    /** The primary one, else the first. */
    private static String contact(JsonNode relation) {
        var contacts = relation.path("contacts");
        var chosen = contacts.path(0);
        for (var one : contacts) {
            if (one.path("isPrimary").asBoolean()) {
                chosen = one;
                break;
            }
        }
        var person = chosen;
        return Stream.of("firstName", "prefix", "lastName").map(part -> text(person.path(part))).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String phone(JsonNode value) {
        var whole = Wording.phone(value);
        return !whole.isEmpty() && Wording.isGiven(whole) ? whole : "";
    }

    /** Of the country of the visiting address; Greek and Northern Irish numbers begin otherwise than their country is named. */
    private static String vat(JsonNode relation) {
        var number = text(relation.path("vatNumber"));
        var visiting = relation.path("addresses").path("visiting");
        var country = ofCompenda(visiting, true).isEmpty() ? "" : text(visiting.path("country"));
        var fits = number.matches("NL\\d{9}B\\d{2}") && !number.matches("NL0+B0+");
        return fits && (country.isEmpty() || country.equals("NL")) ? number : "";
    }

    private static String ofCompenda(JsonNode address, boolean isWhole) {
        var street = Stream.of("street", "houseNumber", "addition").map(part -> text(address.path(part))).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        var lacks = Stream.of("street", "postalCode", "city").anyMatch(part -> text(address.path(part)).isEmpty());
        return isWhole && lacks ? "" : address(street, address, "postalCode", "city", "country");
    }

    /** Blanks and capitals aside; a country alone is none. */
    private static String address(String street, JsonNode address, String postcode, String city, String country) {
        var lines = street + text(address.path(postcode)) + text(address.path(city));
        return lines.isEmpty() ? "" : Wording.squeezed(String.join("|", street, text(address.path(postcode)), text(address.path(city)), text(address.path(country))));
    }

    private static String number(JsonNode value) {
        return Wording.number(value);
    }
}
