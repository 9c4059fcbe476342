package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

class PairTest {

    private static final PartKey CONTACT = new PartKey(PartKind.CONTACT, "C1");
    private final Pair seen = Pair.firstSeen("relation", SOURCE, "S1");

    @Test void what_was_seen_on_one_side_is_no_pair_until_it_has_its_partner() {
        assertThat(seen.isPaired()).isFalse();
        assertThat(Pair.firstSeen("relation", TARGET, "T1").isPaired()).isFalse();
        assertThat(seen.root(TARGET)).isEmpty();

        var paired = seen.withRoot(TARGET, "T1");

        assertThat(paired.isPaired()).isTrue();
        assertThat(Stream.of(Side.values()).map(side -> paired.root(side).orElseThrow())).containsExactly("S1", "T1");
    }

    @Test void two_that_agreed_on_one_field_on_either_side_have_met() {
        var baseline = Baseline.NONE.with(PartKey.ROOT, NAME, NAME.type().parse("Çelik"));

        assertThat(seen.hasMet()).isFalse();
        assertThat(seen.withBaselines(baseline, Baseline.NONE).hasMet()).isFalse();
        assertThat(seen.withBaselines(Baseline.NONE, baseline).hasMet()).isFalse();
        assertThat(seen.withBaselines(baseline, baseline).hasMet()).isTrue();
    }

    @Test void a_part_is_found_by_its_key_and_by_its_id_on_either_side() {
        var pair = seen.withPartners(new Partners(CONTACT, "C1", "T9")).withPartners(new Partners(new PartKey(PartKind.ROLE, "C1"), "C1", "C1"));

        assertThat(pair.partners(SOURCE, PartKind.CONTACT, "C1").orElseThrow().on(TARGET)).isEqualTo("T9");
        assertThat(pair.partners(TARGET, PartKind.CONTACT, "T9").orElseThrow().on(SOURCE)).isEqualTo("C1");
        assertThat(pair.partners(TARGET, PartKind.CONTACT, "C1")).isEmpty();
        assertThat(pair.partners(CONTACT).orElseThrow().key()).isEqualTo(CONTACT);
        assertThat(pair.partners(new PartKey(PartKind.CONTACT, "C2"))).isEmpty();
    }

    @Test void a_part_has_one_partner_and_the_newest_counts() {
        var pair = seen.withPartners(new Partners(CONTACT, "C1", "T8")).withPartners(new Partners(CONTACT, "C1", "T9"));

        assertThat(pair.partners()).containsExactly(new Partners(CONTACT, "C1", "T9"));
    }

    @Test void the_partners_of_what_was_made_carry_the_new_id_on_the_side_where_it_was_made() {
        assertThat(Partners.made(CONTACT, TARGET, "new", "C1")).isEqualTo(new Partners(CONTACT, "C1", "new"));
        assertThat(Partners.made(CONTACT, SOURCE, "new", "T1")).isEqualTo(new Partners(CONTACT, "new", "T1"));
        var role = new PartKey(PartKind.ROLE, "Customer");
        assertThat(Partners.made(role, TARGET, "relationship-7", "Customer")).isEqualTo(new Partners(role, "Customer", "Customer"));
    }

    @Test void a_side_that_is_gone_may_come_back() {
        var gone = seen.withGone(TARGET, true);

        assertThat(gone.gone()).containsExactly(TARGET);
        assertThat(gone.withGone(SOURCE, false)).isEqualTo(gone);
        assertThat(gone.withGone(TARGET, false)).isEqualTo(seen);
    }

    @Test void the_name_of_a_part_and_its_field_reads_back() {
        assertThat(List.of(PartKey.ROOT.subject(PHONE), CONTACT.subject(PHONE))).containsExactly("phone", "contact:C1/phone");
        for (var part : List.of(PartKey.ROOT, CONTACT, new PartKey(PartKind.CONTACT, "t:uuid:7"))) assertThat(PartKey.parse(part.toString())).isEqualTo(part);
    }

    @Test void the_root_comes_before_its_contact_persons_and_they_come_in_the_order_of_their_ids() {
        var second = new PartKey(PartKind.CONTACT, "C2");

        assertThat(Stream.of(second, CONTACT, PartKey.ROOT).sorted()).containsExactly(PartKey.ROOT, CONTACT, second);
    }

    @Test void a_direction_and_a_rule_of_emptying_belong_to_the_side_that_is_written() {
        var out = new FieldRule(Direction.TO_TARGET, Policy.ASK, Emptying.HOLD, Emptying.IGNORE, false);
        var back = new FieldRule(Direction.TO_SOURCE, Policy.ASK, Emptying.HOLD, Emptying.IGNORE, false);
        var none = new FieldRule(Direction.NONE, Policy.ASK, Emptying.HOLD, Emptying.IGNORE, false);

        assertThat(Stream.of(FieldRule.BOTH_WAYS, out, back, none).map(rule -> rule.mayWrite(TARGET))).containsExactly(true, true, false, false);
        assertThat(Stream.of(FieldRule.BOTH_WAYS, out, back, none).map(rule -> rule.mayWrite(SOURCE))).containsExactly(true, false, true, false);
        assertThat(List.of(out.emptying(TARGET), out.emptying(SOURCE))).containsExactly(Emptying.HOLD, Emptying.IGNORE);
    }

    @Test void what_was_sent_is_of_one_side_one_part_and_one_field() {
        var sent = new Sent(TARGET, CONTACT, PHONE, Value.empty(), Value.empty(), Value.empty(), java.time.Instant.EPOCH, false);

        assertThat(sent.isOf(TARGET, CONTACT, PHONE)).isTrue();
        assertThat(sent.isOf(SOURCE, CONTACT, PHONE) || sent.isOf(TARGET, PartKey.ROOT, PHONE) || sent.isOf(TARGET, CONTACT, NAME)).isFalse();
        assertThat(sent.seen().confirmed()).isTrue();
    }
}
