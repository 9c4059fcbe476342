package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.BelgianPeople;
import nl.koppelwerk.sandbox.BelgianPerson;
import nl.koppelwerk.sandbox.Json;

/**
 * Clients of a Belgian office of which the sources know most: client k is the person k + a quarter of the relations. A couple is one client,
 * whose first partner is the main declarant; here and there something stands otherwise than with the sources.
 */
final class AtSeed {

    private static final long FIRST = Instant.parse("2025-01-06T08:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000L;

    private final BelgianPeople people;

    AtSeed(long seed) {
        this.people = new BelgianPeople(seed);
    }

    void clients(int relations, Consumer<ObjectNode> keep) {
        for (var k = 1; k <= relations * 7L / 8; k++) {
            var person = people.person(k + relations / 4);
            var isSecond = person.partner() > 0 && person.partner() < person.number();
            if (person.kind() != BelgianPerson.Kind.COMPANY && !isSecond) {
                keep.accept(client(k, person));
            }
        }
    }

    private ObjectNode client(int k, BelgianPerson person) {
        var p = person.number();
        var client = Json.object().put("id", String.format("acc-%05d", k)).put("kind", "person").put("firstName", person.firstName())
                .put("lastName", p % 13 == 0 ? person.lastName().toUpperCase(Locale.ROOT) : person.lastName())
                .put("email", p % 7 == 0 ? "oud." + person.email() : person.email()).put("language", person.language())
                .put("mobileNumber", p % 11 == 0 ? "+3249900" + String.format("%04d", p % 10_000) : person.mobile());
        if (p % 17 != 0) {
            client.put("nationalNumber", person.nationalNumber());
        }
        if (person.partner() > 0) {
            client.put("partnerNationalNumber", people.person(person.partner()).nationalNumber());
        }
        client.put("label", p % 19 == 0 ? "AJ2025" : "AJ2026").set("address", address(p, person.home()));
        client.putArray("externalRefs");
        return client.put("invitationStatus", "NOT_SENT").put("modifiedAt", FIRST + p * HOUR).put("version", 1 + p % 4);
    }

    private static ObjectNode address(int p, BelgianPerson.Home home) {
        if (p % 23 == 0) {
            return Json.object().put("street", "Oude Markt").put("houseNumber", "" + (1 + p % 90)).put("postalCode", "3000").put("city", "Leuven").put("country", "BE");
        }
        var address = Json.object().put("street", home.street()).put("houseNumber", home.houseNumber());
        if (home.box() != null) {
            address.put("box", home.box());
        }
        return address.put("postalCode", home.postalCode()).put("city", home.city()).put("country", "BE");
    }
}
