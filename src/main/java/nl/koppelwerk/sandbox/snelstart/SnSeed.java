package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.DutchNumbers;
import nl.koppelwerk.sandbox.Json;

/** Invents the relations and cost centres of an administration, besides its own relation; the same seed gives the same ones, whatever the clock says. */
final class SnSeed {

    private static final long FIRST = Instant.parse("2021-01-04T08:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2025-06-30T17:00:00Z").toEpochMilli();

    private final long seed;
    private final Random random;
    private final DutchNames names;
    private final DutchNumbers numbers;
    private ObjectNode before;

    SnSeed(long seed) {
        this.seed = seed;
        this.random = new Random(seed + 11);
        this.names = new DutchNames(random);
        this.numbers = new DutchNumbers(random);
    }

    void relaties(int count, Consumer<ObjectNode> keep) {
        keep.accept(own());
        for (var i = 1; i <= count; i++) {
            before = relatie(i);
            keep.accept(before);
        }
    }

    void kostenplaatsen(Consumer<ObjectNode> keep) {
        for (var i = 1; i <= 3; i++) {
            keep.accept(Json.object().put("id", id("kostenplaats " + i)).put("omschrijving", "Vestiging " + names.city()).put("nummer", 10 * i).put("nonactief", false));
        }
    }

    private ObjectNode own() {
        var own = blank(0, "Voorbeeld Handel B.V.", "Eigen").put("relatiecode", 1).put("kvkNummer", "69599068").put("btwNummer", "NL004495445B01");
        own.set("vestigingsAdres", address("NL", "Plein 1944 7"));
        return own;
    }

    /** Now and then it is the one before once more, in the other kind: who is customer and supplier stands there twice. */
    private ObjectNode relatie(int number) {
        var twice = names.chance(6) && before != null;
        var customer = names.chance(65);
        var name = names.chance(90) ? names.company() : names.person();
        var kept = blank(number, name, customer ? "Klant" : "Leverancier");
        fill(kept, DutchNames.ascii(name.replaceAll("(?i)[. ]+(b\\.v|n\\.v|v\\.o\\.f).*", "")) + ".example");
        if (twice) {
            List.of("naam", "kvkNummer", "btwNummer", "email", "vestigingsAdres").forEach(member -> kept.set(member, before.get(member).deepCopy()));
            kept.putArray("relatiesoort").add(SnRules.isKind(before, "Klant") ? "Leverancier" : "Klant");
        }
        return SnRules.isKind(kept, "Klant") ? terms(kept) : kept;
    }

    private ObjectNode blank(int number, String name, String kind) {
        var kept = SnField.standard(SnModel.RELATIE).put("id", id("relatie " + number)).put("relatiecode", 10_000 + number).put("naam", name.substring(0, Math.min(50, name.length())))
                .put("modifiedOn", FIRST + (long) (random.nextDouble() * (LAST - FIRST)));
        kept.putArray("relatiesoort").add(kind);
        return kept;
    }

    private void fill(ObjectNode kept, String domain) {
        var country = names.chance(95) ? "NL" : names.pick(List.of("BE", "DE", "LU"));
        names.maybe(88, kept, "kvkNummer", country.equals("NL") ? numbers.kvk() : null);
        names.maybe(80, kept, "btwNummer", country.equals("NL") ? numbers.vat() : null);
        names.maybe(80, kept, "email", "administratie@" + domain);
        names.maybe(85, kept, "telefoon", names.phone(false));
        names.maybe(40, kept, "mobieleTelefoon", names.phone(true));
        names.maybe(50, kept, "websiteUrl", "https://" + domain);
        names.maybe(60, kept, "iban", numbers.iban());
        names.maybe(10, kept, "memo", "Belt liever na tweeën\nvraag naar " + names.firstName());
        addresses(kept, country);
        kept.put("nonactief", names.chance(3));
    }

    private void addresses(ObjectNode kept, String country) {
        if (names.chance(94)) {
            kept.set("vestigingsAdres", address(country, names.street() + " " + (1 + names.below(400))));
        }
        if (names.chance(20)) {
            kept.set("correspondentieAdres", address(country, "Postbus " + (1 + names.below(9000))));
        }
    }

    private ObjectNode address(String country, String street) {
        return Json.object().put("contactpersoon", names.chance(60) ? names.person() : null).put("straat", street).put("postcode", names.postcode(country))
                .put("plaats", names.city()).put("land", country);
    }

    private ObjectNode terms(ObjectNode kept) {
        kept.put("krediettermijn", names.pick(List.of(8, 14, 14, 30, 30, 30, 60))).put("aanmaningsoort", names.pick(List.of("Nee", "Onderneming", "Onderneming", "Consument")));
        if (names.chance(30)) {
            kept.put("kredietLimiet", 1000.0 * (1 + names.below(50)));
        }
        return kept;
    }

    private String id(String what) {
        return UUID.nameUUIDFromBytes((seed + " " + what).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
