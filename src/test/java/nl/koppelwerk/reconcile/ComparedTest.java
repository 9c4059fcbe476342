package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.CONTACT_PERSON;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.Fields.ROLES;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Compared.Status;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What is told of a relation that a person has both systems asked about. */
class ComparedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Pair PAIR = Pair.firstSeen("relation", SOURCE, "1042").withRoot(TARGET, "CLK-1");
    private static final Values COMPANY = Values.NONE.with(NAME, "Nordlys ApS").with(PHONE, "+4586550100");

    private final Rules rules = OfficeRules.ofDanishOffice(Map.of());

    @Test void two_that_hold_the_same_in_canonical_form_are_equal() {
        assertThat(compared(rules, seen(SOURCE, COMPANY), seen(TARGET, COMPANY)).status()).isEqualTo(Status.EQUAL);
    }

    @Test void a_field_that_differs_is_told_with_both_values() {
        var compared = compared(rules, seen(SOURCE, COMPANY), seen(TARGET, COMPANY.with(PHONE, "+4586550199")));

        assertThat(compared.status()).isEqualTo(Status.DIFFERENT);
        assertThat(compared.comparison().orElseThrow().lines()).filteredOn(line -> !line.equal()).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("phone");
            assertThat(List.of(line.source(), line.target())).extracting(Value::text).containsExactly("+4586550100", "+4586550199");
        });
    }

    @Test void the_number_is_told_where_it_names_another_record() {
        var number = nl.koppelwerk.relation.Fields.NUMBER;
        var own = COMPANY.with(number, number.type().parse("10001"));

        assertThat(compared(rules, seen(SOURCE, own), seen(TARGET, own)).comparison().orElseThrow().lines()).extracting(Comparison.Line::subject).doesNotContain("number");
        var wrong = compared(rules, seen(SOURCE, own), seen(TARGET, own.with(number, number.type().parse("10004"))));
        assertThat(wrong.status()).isEqualTo(Status.DIFFERENT);
        assertThat(wrong.comparison().orElseThrow().lines()).filteredOn(line -> !line.equal()).extracting(Comparison.Line::subject).containsExactly("number");
    }

    @Test void the_content_of_a_comparison_is_another_one_as_soon_as_either_side_is() {
        var shown = content(COMPANY, COMPANY);

        assertThat(content(COMPANY, COMPANY)).isEqualTo(shown);
        assertThat(content(COMPANY.with(PHONE, "+4586550199"), COMPANY)).isNotEqualTo(shown).isNotEqualTo(content(COMPANY, COMPANY.with(PHONE, "+4586550199")));
        assertThat(content(COMPANY, COMPANY.with(NAME, "Nordlys A/S"))).isNotEqualTo(shown);
    }

    @Test void what_the_link_leaves_aside_is_told_beside_fields_that_are_equal() {
        var books = OfficeRules.ofBookkeeping(Map.of());
        var person = COMPANY.with(RELATION_TYPES, "DEBTOR").with(ROLES, "DEBTOR").with(CONTACT_PERSON, "Sanne van der Berg").with(VISIT_ADDRESS, Value.empty());

        var compared = compared(books, seen(SOURCE, person), seen(TARGET, person.with(CONTACT_PERSON, Value.empty())));

        assertThat(compared.status()).isEqualTo(Status.EQUAL);
        assertThat(compared.comparison().orElseThrow().remarks()).extracting(Reason::code, Reason::subject)
            .containsExactly(tuple(ReasonCode.CONTACT_WITHOUT_ADDRESS, "contactPerson"));
    }

    private byte[] content(Values source, Values target) { return compared(rules, seen(SOURCE, source), seen(TARGET, target)).comparison().orElseThrow().content(); }

    @Test void one_that_has_no_record_is_named_with_the_reason_why() {
        var compared = compared(rules, seen(TARGET, COMPANY));

        assertThat(compared.status()).isEqualTo(Status.MISSING);
        assertThat(compared.missingIn()).containsExactly(SOURCE);
        assertThat(compared.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_AUTOMATIC);
    }

    @Test void of_one_that_does_not_answer_nobody_says_that_it_has_no_record() {
        var compared = Compared.notReached(List.of(new Reason(ReasonCode.VENDOR_UNREACHABLE)), Map.of(SOURCE, seen(SOURCE, COMPANY)), NOW);

        assertThat(compared.status()).isEqualTo(Status.NOT_REACHABLE);
        assertThat(compared.missingIn()).isEmpty();
        assertThat(compared.comparison()).isEmpty();
    }

    @Test void where_the_integration_is_off_nothing_is_compared() {
        var off = OfficeRules.ofDanishOffice(Map.of("integrationEnabled", "false"));

        var compared = compared(off, seen(SOURCE, COMPANY), seen(TARGET, COMPANY));

        assertThat(compared.status()).isEqualTo(Status.SET_UP_MISSING);
        assertThat(compared.reasons()).extracting(Reason::code).containsExactly(ReasonCode.LINK_SWITCHED_OFF);
    }

    private static Compared compared(Rules rules, Sighting... seen) {
        var sides = new java.util.EnumMap<Side, Sighting>(Side.class);
        for (var one : seen) sides.put(one.side(), one);
        return Compared.of(rules, PAIR, List.of(new Reason(ReasonCode.NOT_AUTOMATIC)), sides, NOW);
    }

    private static Sighting seen(Side side, Values values) {
        return new Sighting(side, side == SOURCE ? "1042" : "CLK-1", new Relation(Kind.ORGANISATION, values, List.of()), "1", null, NOW);
    }
}
