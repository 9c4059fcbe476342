package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.reconcile.SideBySide.Line;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What a certificate compares, line by line. */
class SideBySideTest {

    private final PlainRules rules = new PlainRules();
    private Pair pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");

    @Test void two_kinds_are_one_difference_and_nothing_else_is_compared() {
        var lines = SideBySide.of(rules, pair, relation(Values.NONE.with(NAME, "Bakker")), new Relation(Kind.PERSON, Values.NONE.with(LAST_NAME, "Bakker"), List.of()));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEmpty();
            assertThat(line.isEqual()).isFalse();
            assertThat(line.source().text()).isEqualTo("ORGANISATION");
            assertThat(line.target().text()).isEqualTo("PERSON");
        });
    }

    @Test void fields_stand_in_the_order_of_their_names_and_each_with_both_values() {
        var lines = lines(Values.NONE.with(PHONE, "+31101234567").with(NAME, "Bakker"), Values.NONE.with(PHONE, "+31101234568").with(NAME, "BAKKER"));

        assertThat(lines).extracting(Line::subject).containsExactly("name", "phone");
        assertThat(lines).extracting(Line::isEqual).containsExactly(true, false);
        assertThat(lines.get(1).target().text()).isEqualTo("+31101234568");
    }

    @Test void of_what_one_side_cannot_tell_something_is_claimed_only_where_something_stands() {
        assertThat(lines(Values.NONE.with(EMAIL, "info@bakker.example"), Values.NONE)).extracting(Line::isEqual).containsExactly(false);
        assertThat(lines(Values.NONE, Values.NONE.with(EMAIL, "info@bakker.example"))).extracting(Line::isEqual).containsExactly(false);
        assertThat(lines(Values.NONE.with(EMAIL, ""), Values.NONE)).isEmpty();
        assertThat(lines(Values.NONE, Values.NONE.with(EMAIL, ""))).isEmpty();
        assertThat(lines(Values.NONE.with(EMAIL, ""), Values.NONE.with(EMAIL, ""))).extracting(Line::isEqual).containsExactly(true);
    }

    @Test void a_field_that_goes_no_way_is_not_compared() {
        rules.rule = new FieldRule(FieldRule.Direction.NONE, FieldRule.Policy.ASK, FieldRule.Emptying.COPY, FieldRule.Emptying.COPY, false);

        assertThat(lines(Values.NONE.with(NAME, "a"), Values.NONE.with(NAME, "b"))).isEmpty();
    }

    @Test void partners_stand_as_one_and_what_one_side_lacks_stands_as_a_whole() {
        pair = pair.withPartners(partners("C2", "TC2")).withPartners(partners("C1", "TC1")).withPartners(partners("C3", "TC3")).withPartners(partners("C4", "TC4"));
        var source = relation(Values.NONE, contact("C1", "Çelik"), contact("C2", "Jansen"));
        var target = relation(Values.NONE, contact("TC1", "Çelik"), contact("TC3", "Sørensen"));

        var lines = SideBySide.of(rules, pair, source, target);

        assertThat(lines).extracting(line -> line.subject() + " " + told(line.source()) + " " + told(line.target()) + " " + line.isEqual()).containsExactly(
            "contact:C1 C1 TC1 true", "contact:C1/lastName Çelik Çelik true", "contact:C2 C2 - false", "contact:C3 - C3 false");
    }

    @Test void contact_persons_without_a_partner_are_named_on_the_side_that_lacks_them() {
        var lines = SideBySide.of(rules, pair, relation(Values.NONE, contact("C1", "Çelik")), relation(Values.NONE, contact("TC1", "Çelik")));

        assertThat(lines).extracting(line -> line.subject() + " " + told(line.source()) + " " + told(line.target()))
            .containsExactly("contact:C1 C1 -", "contact:t:TC1 - t:TC1");
    }

    @Test void a_role_that_both_name_is_one_and_one_that_only_the_bearing_side_has_is_its_own() {
        var lines = SideBySide.of(rules, pair, relation(Values.NONE, role("Customer"), role("Supplier")), relation(Values.NONE, role("Customer"), role("Prospect")));

        assertThat(lines).extracting(line -> line.subject() + " " + line.isEqual()).containsExactly("role:Customer true", "role:Supplier false");
        rules.targetGivesBirth = false;
        assertThat(SideBySide.of(rules, pair, relation(Values.NONE, role("Supplier")), relation(Values.NONE))).isEmpty();
    }

    @Test void partners_are_not_named_a_second_time_as_alone() {
        pair = pair.withPartners(partners("C1", "TC1"));

        assertThat(SideBySide.of(rules, pair, relation(Values.NONE, contact("C1", "Çelik")), relation(Values.NONE, contact("TC1", "Çelik"))))
            .extracting(Line::subject).containsExactly("contact:C1", "contact:C1/lastName");
    }

    private List<Line> lines(Values source, Values target) { return SideBySide.of(rules, pair, relation(source), relation(target)); }

    private static String told(Value<?> value) { return value.isEmpty() ? "-" : value.text(); }

    private static Partners partners(String source, String target) { return new Partners(new PartKey(PartKind.CONTACT, source), source, target); }

    private static Relation relation(Values values, Part... parts) { return new Relation(Kind.ORGANISATION, values, List.of(parts)); }

    private static Part contact(String id, String name) { return new Part(PartKind.CONTACT, id, Values.NONE.with(LAST_NAME, name), Map.of(), ""); }

    private static Part role(String id) { return new Part(PartKind.ROLE, id, Values.NONE, Map.of(), ""); }
}
