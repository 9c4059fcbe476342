package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.BelgianPeople;
import nl.koppelwerk.sandbox.BelgianPerson;
import nl.koppelwerk.sandbox.BelgianPerson.Kind;
import nl.koppelwerk.sandbox.Json;

/** The people of the Belgian office as AdminPulse keeps them, {@code APR00001} for the first; some without a number or an address, some with wrong ones. */
final class ApSeed {

    static final String COMPANY = "9b1f7f0a-71a4-4b5f-9a57-7f2a8a0a0001";

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);

    private final long seed;
    private final BelgianPeople people;

    ApSeed(long seed) {
        this.seed = seed;
        this.people = new BelgianPeople(seed);
    }

    void relations(int count, Consumer<ObjectNode> keep) {
        for (var number = 1; number <= count; number++) {
            keep.accept(relation(people.person(number), count));
        }
    }

    void tasks(int count, Consumer<ObjectNode> keep) {
        for (var number = 1; number <= count; number++) {
            new ApSeedTasks(number, people.person(number).kind(), this::uuid).all(keep);
        }
    }

    static String identifier(int number) {
        return String.format("APR%05d", number);
    }

    private ObjectNode relation(BelgianPerson one, int count) {
        var number = one.number();
        var relation = Json.object().put("id", uuid("relation " + number)).put("uniqueIdentifier", identifier(number)).put("code", String.format("K%04d", number))
                .put("name", one.lastName()).put("displayName", one.kind() == Kind.COMPANY ? one.lastName() : one.lastName() + " " + one.firstName())
                .put("accountingRelationcode", String.valueOf(400_000 + number)).put("companyId", COMPANY)
                .put("relationGroupName", one.kind() == Kind.COMPANY ? "Vennootschappen" : "Personenbelasting");
        relation.putObject("company").put("name", "Kantoor Voorbeeld BV");
        partner(relation, one, count);
        enterprise(relation, one);
        return contact(person(relation, one), one).put("modifiedOn", FIRST.plusDays((number * 37L + seed) % 1200) + "T08:00:00Z");
    }

    private static void partner(ObjectNode relation, BelgianPerson one, int count) {
        var links = relation.putArray("tos");
        if (one.partner() > 0 && one.partner() <= count) {
            links.addObject().put("linkType", 5).put("uniqueIdentifier", identifier(one.partner()));
        }
        if (one.kind() == Kind.COMPANY) {
            links.addObject().put("linkType", 4).put("uniqueIdentifier", identifier(one.number() - 1));
        }
    }

    private static void enterprise(ObjectNode relation, BelgianPerson one) {
        relation.put("type", one.kind() == Kind.COMPANY ? "COMPANY" : one.kind() == Kind.SELF_EMPLOYED ? "SOLE_PROPRIETOR" : "PERSON");
        if (one.kind() == Kind.PERSON) {
            return;
        }
        var isCompany = one.kind() == Kind.COMPANY;
        relation.put("enterpriseNumber", one.enterpriseNumber()).put("vatNumber", "BE" + one.enterpriseNumber())
                .put("legalForm", isCompany ? one.lastName().replaceFirst(".* ", "") : "Eenmanszaak").put("commercialName", isCompany ? null : "Zaak " + one.lastName());
    }

    /** One in 25 has no number and one in 50 a wrong one; most are clients, some prospects, few are inactive. */
    private static ObjectNode person(ObjectNode relation, BelgianPerson one) {
        var number = one.number();
        relation.put("status", number % 20 == 18 ? "PROSPECT" : number % 60 == 44 ? "OTHER" : number == 9 ? "OWN_COMPANY" : "CLIENT").put("inactive", number % 40 == 36);
        if (one.kind() == Kind.COMPANY) {
            return relation;
        }
        var rrn = one.nationalNumber();
        return relation.put("firstName", one.firstName()).put("nationalNumber", number % 25 == 3 ? null : number % 50 == 14 ? rrn.substring(0, 9) + "00" : rrn);
    }

    /** One in 30 has no address and one in 50 a wrong one. */
    private static ObjectNode contact(ObjectNode relation, BelgianPerson one) {
        var email = one.number() % 30 == 16 ? null : one.number() % 50 == 27 ? one.email().replace("@", "(at)") : one.email();
        relation.put("email", email).put("phone", one.number() % 4 == 0 ? one.phone() : null).put("mobile", one.mobile()).put("language", one.language());
        var home = one.home();
        relation.putArray("addresses").addObject().put("type", one.kind() == Kind.COMPANY ? "SEAT" : "PRIVATE").put("street", home.street()).put("houseNumber", home.houseNumber())
                .put("box", home.box()).put("postalCode", home.postalCode()).put("city", home.city()).put("country", "BE");
        return relation;
    }

    private String uuid(String of) {
        return UUID.nameUUIDFromBytes((seed + " " + of).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
