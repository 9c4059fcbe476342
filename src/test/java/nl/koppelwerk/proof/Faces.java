package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.kvk;
import static nl.koppelwerk.proof.Wording.lower;
import static nl.koppelwerk.proof.Wording.number;
import static nl.koppelwerk.proof.Wording.phone;
import static nl.koppelwerk.proof.Wording.site;
import static nl.koppelwerk.proof.Wording.squeezed;
import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One record as either system shows it, in words that can be laid side by side (AC-40 to AC-83). */
final class Faces {

    private static final Map<String, String> GENDERS = Map.of("M", "Man", "V", "Vrouw", "X", "Onbekend");

    private final TribeRecords tribe;
    private final boolean kvkLink;

    Faces(TribeRecords tribe, boolean kvkLink) {
        this.tribe = tribe;
        this.kvkLink = kvkLink;
    }

    Map<String, String> expected(JsonNode relation) {
        var face = new LinkedHashMap<String, String>();
        if (text(relation.get("soort")).equals("BEDRIJF")) {
            face.put("name", text(relation.path("bedrijfsnaam")));
            face.put("phone", phone(relation.path("telefoonnummer")));
            face.put("website", site(relation.path("website")));
            face.put("kvk", kvkLink ? kvk(relation.path("kvk")) : "");
            face.put("visiting", address(relation, "HOOFDKANTOOR"));
            face.put("postal", address(relation, "POSTADRES"));
        } else {
            face.put("name", text(relation.path("naam")));
            face.put("phone", phone(relation.path("telefoon")));
            face.put("private", address(relation, "PRIVEADRES"));
        }
        face.put("email", lower(relation.path("email")));
        return face;
    }

    Map<String, String> found(JsonNode root) {
        var face = new LinkedHashMap<String, String>();
        if (text(root.get("_Set")).equals("Relation_Organization")) {
            face.put("name", text(root.path("Name")));
            face.put("website", site(root.path("Website")));
            face.put("kvk", text(root.path("ChamberOfCommerceNumber")));
            face.put("visiting", address(tribe.follow(root, "VisitingAddress")));
            face.put("postal", address(tribe.follow(root, "PostalAddress")));
        } else {
            face.put("name", text(root.path("LastName")));
            face.put("private", address(tribe.follow(root, "Address")));
        }
        face.put("phone", phone(root.path("PhoneNumber")));
        face.put("email", lower(root.path("EmailAddress")));
        return face;
    }

    /** A contact of AdvocaatCentraal as Tribe has to show it; one field there feeds two here (AC-58, AC-60). */
    Map<String, String> expectedContact(JsonNode contact) {
        var face = new LinkedHashMap<String, String>();
        face.put("callName", text(contact.path("voornamen")));
        face.put("initials", text(contact.path("voorletters")));
        face.put("tussenvoegsel", text(contact.path("tussenvoegsels")));
        face.put("lastName", text(contact.path("achternaam")));
        face.put("gender", GENDERS.getOrDefault(text(contact.path("geslacht")), ""));
        face.put("birthDate", text(contact.path("geboortedatum")));
        var function = text(contact.path("functie"));
        face.put("function", tribe.hasFunction(function) ? function : "");
        face.put("businessPhone", phone(contact.path("doorkiesnummer")));
        face.put("mobile", twice(phone(contact.path("mobiel"))));
        face.put("privatePhone", phone(contact.path("priveTelefoon")));
        face.put("email", twice(lower(contact.path("email"))));
        return face;
    }

    Map<String, String> foundContact(JsonNode contact) {
        var person = tribe.follow(contact, "Person");
        var face = new LinkedHashMap<String, String>();
        face.put("callName", text(person.path("FirstName")));
        face.put("initials", text(person.path("Initials")));
        face.put("tussenvoegsel", text(person.path("MiddleName")));
        face.put("lastName", text(person.path("LastName")));
        face.put("gender", text(tribe.follow(person, "Gender").path("Name")));
        face.put("birthDate", text(person.path("BirthDate")));
        face.put("function", text(tribe.follow(contact, "Role").path("Name")));
        face.put("businessPhone", phone(contact.path("PhoneNumber")));
        face.put("mobile", phone(contact.path("MobilePhoneNumber")) + "/" + phone(person.path("MobilePhoneNumber")));
        face.put("privatePhone", phone(person.path("PhoneNumber")));
        face.put("email", lower(contact.path("EmailAddress")) + "/" + lower(person.path("EmailAddress")));
        return face;
    }

    private static String twice(String value) {
        return value + "/" + value;
    }

    private static String address(JsonNode relation, String type) {
        for (var one : relation.path("adressen")) {
            if (text(one.get("type")).equals(type)) {
                return String.join("|", text(one.path("straat")), squeezed(text(one.path("huisnummer")) + text(one.path("toevoeging"))),
                        squeezed(text(one.path("postcode"))), text(one.path("plaats")), text(one.path("land")));
            }
        }
        return "";
    }

    private String address(JsonNode one) {
        if (one instanceof MissingNode) {
            return "";
        }
        return String.join("|", text(one.path("Street")), squeezed(number(one.path("HouseNumber")) + text(one.path("HouseNumberSuffix"))),
                squeezed(text(one.path("Postalcode"))), text(one.path("City")), text(tribe.follow(one, "Country").path("Code")));
    }
}
