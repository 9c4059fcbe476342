package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Invents the relations of a law office; the same seed gives the same ones, whatever the clock says. */
final class AcSeed {

    private static final long FIRST = Instant.parse("2021-01-04T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2025-06-30T17:00:00Z").getEpochSecond();

    private final Random random;
    private final DutchNames names;
    private final AcPeople people;
    private final SwitchPanel switches;
    private final Set<String> kvks = new HashSet<>();
    private String lastKvk = "68750110";

    AcSeed(long seed, SwitchPanel switches) {
        this.random = new Random(seed);
        this.names = new DutchNames(random);
        this.people = new AcPeople(names);
        this.switches = switches;
    }

    static Map<String, String> types(SwitchPanel switches) {
        var types = new LinkedHashMap<>(Map.of("CLIENT", "Cliënt"));
        types.put("WEDERPARTIJ", "Wederpartij");
        types.put("BETALENDE_PARTIJ", "Betalende partij");
        if (switches.is("extra-types", "yes")) {
            types.put("ADVOCAAT", "Advocaat");
            types.put("RVR", "RvR");
        }
        return types;
    }

    void relations(int count, Consumer<ObjectNode> keep) {
        for (var i = 1; i <= count; i++) {
            keep.accept(relation(i));
        }
    }

    private ObjectNode relation(int number) {
        var company = names.chance(55);
        var relation = Json.object().put("id", String.format("AC-%09d", 100_000 + number)).put("soort", company ? "BEDRIJF" : "PARTICULIER");
        types(relation, List.copyOf(types(switches).keySet()));
        if (company) {
            company(relation);
        } else {
            person(relation);
        }
        marks(relation);
        return relation;
    }

    private void types(ObjectNode relation, List<String> all) {
        var types = relation.putArray("relatietypen");
        types.add(names.chance(60) ? "CLIENT" : names.pick(all));
        var second = names.pick(all);
        if (names.chance(20) && !second.equals(types.get(0).textValue())) {
            types.add(second);
        }
    }

    private void company(ObjectNode relation) {
        var name = names.company();
        var domain = DutchNames.ascii(name.replaceAll("(?i)[. ]+(b\\.v|n\\.v|v\\.o\\.f).*", "")) + ".example";
        relation.put("bedrijfsnaam", name).put("telefoonnummer", names.chance(90) ? names.phone(false) : null)
                .put("email", names.chance(85) ? "info@" + domain : null).put("website", names.chance(60) ? "https://" + domain : null).put("kvk", kvk());
        var contacts = relation.putArray("contactpersonen");
        for (var i = names.below(5); i > 0; i--) {
            contacts.add(people.contact(domain));
        }
        var addresses = relation.putArray("adressen");
        addresses.add(people.address("HOOFDKANTOOR"));
        if (names.chance(40)) {
            addresses.add(people.address("POSTADRES"));
        }
        if (names.chance(15)) {
            addresses.add(people.address("FACTUURADRES"));
        }
    }

    private void person(ObjectNode relation) {
        var name = people.fullName();
        relation.put("naam", name).put("email", names.chance(80) ? DutchNames.ascii(name) + "@prive.example" : null)
                .put("telefoon", names.chance(85) ? names.phone(names.chance(60)) : null);
        if (names.chance(10)) {
            relation.putArray("contactpersonen").add(people.contact("prive.example"));
        }
        var addresses = relation.putArray("adressen");
        if (names.chance(90)) {
            addresses.add(people.address("PRIVEADRES"));
        }
        if (names.chance(5)) {
            addresses.add(people.address("POSTADRES"));
        }
    }

    /** Some missing, some twice, some broken, as far as the switches have it. */
    private String kvk() {
        var fresh = fresh();
        var kind = names.below(100);
        if (kind < 8) {
            return null;
        }
        if (kind < 12 && switches.is("duplicates", "yes")) {
            return lastKvk;
        }
        if (kind < 16 && switches.is("dirty-kvk", "some invalid")) {
            return names.pick(List.of(fresh.substring(1), fresh + "1", fresh.substring(0, 7) + "A", "onbekend"));
        }
        lastKvk = fresh;
        return fresh;
    }

    private String fresh() {
        String number;
        do {
            number = String.format("%08d", 1_000_000 + names.below(90_000_000));
        } while (!kvks.add(number));
        return number;
    }

    private void marks(ObjectNode relation) {
        var created = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
        var changed = created + (long) (random.nextDouble() * (LAST - created));
        relation.put("gearchiveerd", names.chance(3)).put("verwijderd", names.chance(3))
                .put("aangemaaktOp", created * 1000).put("gewijzigdOp", changed * 1000).put("versie", 1 + names.below(9));
    }
}
