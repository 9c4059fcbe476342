package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.DutchNumbers;
import nl.koppelwerk.sandbox.Json;

/** Invents the relations and projects of a Dutch company; the same seed gives the same ones, whatever the clock says. */
final class CpSeed {

    private static final long FIRST = Instant.parse("2021-01-04T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2025-06-30T17:00:00Z").getEpochSecond();
    private static final List<String> ROLES = List.of("DEBTOR", "DEBTOR", "DEBTOR", "DEBTOR", "DEBTOR", "DEBTOR", "CREDITOR", "CREDITOR", "CREDITOR",
            "DEBTOR CREDITOR", "DEBTOR CREDITOR", "PROSPECT", "PROSPECT", "PROSPECT", "PROSPECT DEBTOR", "");
    private static final List<String> PLACES = List.of("Vestiging Noord", "Nieuwbouw 's-Gravenhage", "Onderhoud IJsselstein", "Renovatie Sørensen",
            "Jaarbeurs", "Intern", "Kade & Haven", "Çelik fase 2");

    private final Random random;
    private final boolean dirty;
    private final DutchNames names;
    private final DutchNumbers numbers;
    private final CpParts parts;
    private String lastKvk = "68750110";

    CpSeed(long seed, boolean dirty) {
        this.random = new Random(seed + 7);
        this.dirty = dirty;
        this.names = new DutchNames(random);
        this.numbers = new DutchNumbers(random);
        this.parts = new CpParts(names, dirty);
    }

    void relations(int count, Consumer<ObjectNode> keep) {
        for (var i = 1; i <= count; i++) {
            keep.accept(relation(20_000 + i));
        }
    }

    void projects(Consumer<ObjectNode> keep) {
        for (var i = 0; i < 20; i++) {
            keep.accept(Json.object().put("id", "" + (100 + i)).put("number", 100 + i).put("description", names.pick(PLACES) + " " + (i + 1)).put("modifiedAt", moment()));
        }
    }

    private ObjectNode relation(int number) {
        var company = names.chance(85);
        var name = company ? company() : names.person();
        var domain = DutchNames.ascii(name.replaceAll("(?i)[. ]+(b\\.v|n\\.v|v\\.o\\.f).*", "")) + ".example";
        var relation = Json.object().put("id", "CMP-" + number).put("kind", company ? "ORGANISATION" : "PERSON").put("name", name);
        roles(relation);
        names.maybe(company ? 92 : 0, relation, "kvkNumber", kvk());
        names.maybe(company ? 80 : 0, relation, "vatNumber", numbers.vat());
        names.maybe(85, relation, "email", "info@" + domain);
        names.maybe(90, relation, "phone", names.phone(false));
        names.maybe(35, relation, "mobile", names.phone(true));
        names.maybe(company ? 55 : 0, relation, "website", "https://" + domain);
        parts.addresses(relation);
        terms(relation);
        parts.contacts(relation, domain);
        return marks(relation);
    }

    private String company() {
        var name = names.company();
        return dirty && names.chance(4) ? name + " en dochterondernemingen in de regio " + names.city() + " en omstreken" : name;
    }

    private String kvk() {
        var fresh = numbers.kvk();
        var twice = names.chance(4);
        lastKvk = dirty && twice ? lastKvk : fresh;
        return lastKvk;
    }

    private void roles(ObjectNode relation) {
        var roles = relation.putArray("roles");
        List.of(names.pick(ROLES).split(" ")).stream().filter(role -> !role.isEmpty()).forEach(roles::add);
    }

    private void terms(ObjectNode relation) {
        if (names.chance(80)) {
            relation.put("paymentTermDays", names.pick(List.of(8, 14, 14, 30, 30, 30, 60)));
        }
        if (names.chance(30)) {
            relation.putObject("creditLimit").put("amount", 1000 * (1 + names.below(50)) + ".00").put("currency", "EUR");
        }
    }

    private ObjectNode marks(ObjectNode relation) {
        var changed = moment();
        relation.putArray("externalRefs");
        relation.putObject("fieldModifiedAt").put("name", moment(changed)).put("email", changed);
        if (names.chance(3)) {
            relation.put("archived", true);
        }
        return relation.put("modifiedAt", changed).put("version", 1 + names.below(9));
    }

    private long moment() {
        return (FIRST + (long) (random.nextDouble() * (LAST - FIRST))) * 1000;
    }

    /** Some days before another, but not before the first. */
    private long moment(long before) {
        return Math.max(FIRST * 1000, before - names.below(300) * 86_400_000L);
    }
}
