package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Json;

/** Invents the customers of a Danish business; the same seed gives the same ones, whatever the clock says. */
final class CmSeed {

    private static final long FIRST = Instant.parse("2021-01-04T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2025-06-30T17:00:00Z").getEpochSecond();
    private static final List<String> LIFECYCLES = List.of("ACTIVE", "ACTIVE", "ACTIVE", "PROSPECT", "PROSPECT", "INACTIVE");
    private static final List<String> ABROAD = List.of("211 20 Malmö/SE", "0150 Oslo/NO", "24937 Flensburg/DE", "3900 Nuuk/GL", "100 Tórshavn/FO");

    private final Random random;
    private final CmNames names;
    private final Set<String> cvrs = new HashSet<>();
    private int contacts;

    CmSeed(long seed) {
        this.random = new Random(seed);
        this.names = new CmNames(random);
    }

    void customers(int count, Consumer<ObjectNode> keep) {
        for (var i = 1; i <= count; i++) {
            keep.accept(customer(i));
        }
    }

    ObjectNode contact(String domain) {
        var name = names.person();
        var contact = Json.object().put("id", "CLK-P-" + (1000 + ++contacts)).put("name", name);
        putIf(85, contact, "email", CmNames.ascii(name).replaceFirst("-", ".") + "@" + domain);
        putIf(70, contact, "phone", names.phone());
        putIf(60, contact, "title", names.title());
        return contact;
    }

    private ObjectNode customer(int number) {
        var isPublic = names.chance(12);
        var name = isPublic ? names.publicBody() : names.company();
        var domain = CmNames.ascii(name) + ".example";
        var customer = Json.object().put("id", "CLK-" + (5000 + number)).put("name", name).put("lifecycle", names.pick(LIFECYCLES)).put("autoSync", names.chance(90));
        putIf(92, customer, "cvrNumber", cvr());
        putIf(isPublic ? 100 : 8, customer, "eanNumber", names.ean());
        putIf(85, customer, "email", "info@" + domain);
        putIf(90, customer, "phone", names.phone());
        putIf(60, customer, "website", "https://" + domain);
        if (names.chance(95)) {
            customer.set("address", address());
        }
        parts(customer, domain);
        return marks(customer);
    }

    private String cvr() {
        String number;
        do {
            number = names.cvr();
        } while (!cvrs.add(number));
        return number;
    }

    private ObjectNode address() {
        var place = names.chance(95) ? names.place() + "/DK" : names.pick(ABROAD);
        var code = place.replaceFirst("^((?:\\d+ )+).*", "$1").strip();
        return Json.object().put("street", names.street()).put("postalCode", code)
                .put("city", place.substring(code.length() + 1, place.indexOf('/'))).put("country", place.substring(place.indexOf('/') + 1));
    }

    private void parts(ObjectNode customer, String domain) {
        var people = customer.putArray("contacts");
        for (var i = names.below(4); i > 0; i--) {
            people.add(contact(domain));
        }
        var references = customer.putArray("externalRefs");
        if (names.chance(15)) {
            references.addObject().put("system", "ARKIV").put("id", "A-" + names.below(100_000));
        }
    }

    private ObjectNode marks(ObjectNode customer) {
        var changed = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
        if (names.chance(3)) {
            customer.put("archived", true);
        }
        return customer.put("modifiedAt", changed * 1000).put("version", 1 + names.below(9));
    }

    private void putIf(int percent, ObjectNode record, String member, String value) {
        if (names.chance(percent)) {
            record.put(member, value);
        }
    }
}
