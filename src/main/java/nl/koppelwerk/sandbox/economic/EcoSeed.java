package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.sandbox.DanishNames;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;

/** Invents the customers of a Danish firm and the lists they refer to; the same seed gives the same ones, whatever the clock says. */
final class EcoSeed {

    private static final long FIRST = Instant.parse("2021-01-04T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2025-06-30T17:00:00Z").getEpochSecond();
    private static final int FIRST_NUMBER = 10_001;

    private final EcoRecords records;
    private final Ids ids;
    private final DanishNames names;

    EcoSeed(EcoRecords records, Ids ids, long seed) {
        this.records = records;
        this.ids = ids;
        this.names = new DanishNames(new Random(seed + 2));
    }

    void all(int count) {
        lists();
        for (var i = 0; i < count; i++) {
            customer(FIRST_NUMBER + i);
        }
    }

    private void lists() {
        group(1, "Indenlandske kunder", 5600);
        group(2, "Kunder i EU", 5610);
        group(3, "Øvrige udenlandske kunder", 5620);
        terms(1, "Netto 14 dage", "net", 14);
        terms(2, "Netto 30 dage", "net", 30);
        terms(3, "Netto 8 dage", "net", 8);
        terms(4, "Løbende måned 15 dage", "invoiceMonth", 15);
        zone(1, "Domestic");
        zone(2, "EU");
        zone(3, "Abroad");
        zone(4, "Domestic without VAT");
        currency("DKK", "Danske kroner", "208");
        currency("EUR", "Euro", "978");
        currency("SEK", "Svenske kroner", "752");
        records.lists().put("layouts", Json.object().put("layoutNumber", 19).put("name", "Dansk std. m. bankoplysninger 1.4"));
        records.lists().put("layouts", Json.object().put("layoutNumber", 21).put("name", "Dansk std. uden logo"));
    }

    private void customer(int number) {
        var company = names.chance(85);
        var name = company ? names.company() : names.fullName();
        var town = names.town();
        var customer = EcoChanges.blank(number).put("name", name).put("address", address()).put("zip", town[0]).put("city", town[1]);
        terms(customer);
        // The domain of invented customers ends on a word that nobody can register.
        emails(customer, DanishNames.ascii(name) + ".example");
        maybe(customer, company ? 82 : 0, "corporateIdentificationNumber", names.cvr());
        maybe(customer, 8, "ean", names.ean());
        maybe(customer, 70, "country", "Danmark");
        maybe(customer, 80, "telephoneAndFaxNumber", names.phone());
        maybe(customer, 45, "mobilePhone", names.phone());
        maybe(customer, company ? 50 : 0, "website", "https://" + DanishNames.ascii(name) + ".example");
        if (names.chance(25)) {
            customer.put("creditLimit", 5000 * (1 + names.below(40)));
        }
        if (names.chance(4)) {
            customer.put("barred", true);
        }
        if (names.chance(10)) {
            customer.put("inUse", true);
        }
        records.customers().put(stamped(customer));
        contacts(customer, company ? names.pick(List.of(0, 0, 1, 1, 2, 3)) : 0);
    }

    private String address() {
        return names.chance(12) ? "c/o " + names.fullName() + "\n" + names.street() : names.street();
    }

    private void terms(ObjectNode customer) {
        var abroad = names.below(100);
        customer.put("currency", abroad < 5 ? "EUR" : abroad < 8 ? "SEK" : "DKK").put("customerGroup", abroad < 8 ? 2 : abroad < 10 ? 3 : 1)
                .put("vatZone", abroad < 8 ? 2 : abroad < 10 ? 3 : abroad < 12 ? 4 : 1).put("paymentTerms", names.pick(List.of(1, 1, 1, 2, 2, 3, 4)));
    }

    private void emails(ObjectNode customer, String domain) {
        if (names.chance(85)) {
            customer.put("email", "bogholderi@" + domain + (names.chance(12) ? " faktura@" + domain : ""));
        }
    }

    private void contacts(ObjectNode customer, int count) {
        for (var i = 1; i <= count; i++) {
            var name = names.fullName();
            var contact = Json.object().put(EcoContact.NUMBER, records.nextContact()).put("customer", EcoChanges.number(customer)).put("sortKey", i).put("name", name);
            maybe(contact, 80, "email", DanishNames.ascii(name) + "@" + DanishNames.ascii(customer.get("name").textValue()) + ".example");
            maybe(contact, 60, "phone", names.phone());
            if (names.chance(40)) {
                contact.putArray("emailNotifications").add("invoices");
            }
            records.contacts().put(stamped(contact));
        }
    }

    /** Draws whether or not, so that a share can change without changing all that follows. */
    private void maybe(ObjectNode record, int percent, String name, String value) {
        if (names.chance(percent)) {
            record.put(name, value);
        }
    }

    private ObjectNode stamped(ObjectNode record) {
        return record.put("lastUpdated", Instant.ofEpochSecond(FIRST + names.below((int) (LAST - FIRST))).toString()).put("version", EcoIds.version(ids));
    }

    private void group(int number, String name, int account) {
        records.lists().put("customer-groups", Json.object().put("customerGroupNumber", number).put("name", name).put("account", account));
    }

    private void terms(int number, String name, String type, int days) {
        records.lists().put("payment-terms", Json.object().put("paymentTermsNumber", number).put("daysOfCredit", days).put("name", name).put("paymentTermsType", type));
    }

    private void zone(int number, String name) {
        records.lists().put("vat-zones", Json.object().put("vatZoneNumber", number).put("name", name).put("enabledForCustomer", true).put("enabledForSupplier", true));
    }

    private void currency(String code, String name, String iso) {
        records.lists().put("currencies", Json.object().put("code", code).put("name", name).put("isoNumber", iso));
    }
}
