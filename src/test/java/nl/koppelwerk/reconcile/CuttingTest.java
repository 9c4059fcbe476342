package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

/** What a new record in an old place inherits: nothing of what was agreed with the one before. */
class CuttingTest {

    private static final PartKey ONE = new PartKey(PartKind.CONTACT, "C1");
    private static final PartKey OTHER = new PartKey(PartKind.CONTACT, "C2");
    private static final Value<String> AGREED = LAST_NAME.type().parse("Çelik");
    private final Baseline baseline = Baseline.NONE.with(PartKey.ROOT, NAME, NAME.type().parse("Bakker")).with(ONE, LAST_NAME, AGREED).with(OTHER, LAST_NAME, AGREED);
    private final Pair pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1").withPartners(new Partners(ONE, "C1", "T-C1"))
        .withPartners(new Partners(OTHER, "C2", "T-C2")).withBaselines(baseline, baseline).withRecent(List.of(sent(ONE), sent(OTHER)));

    @Test void the_record_that_was_made_first_keeps_what_is_known_and_one_in_its_place_keeps_only_what_the_side_that_is_left_had_agreed_on() {
        assertThat(Cutting.born(pair, TARGET, "T1")).isEqualTo(pair);
        assertThat(Cutting.born(Pair.firstSeen("relation", SOURCE, "S1"), TARGET, "T1").isPaired()).isTrue();

        var anew = Cutting.born(pair, TARGET, "T2");

        assertThat(anew.root(SOURCE)).contains("S1");
        assertThat(anew.root(TARGET)).contains("T2");
        assertThat(anew.partners()).isEmpty();
        assertThat(anew.recent()).isEmpty();
        assertThat(anew.hasMet()).isFalse();
        assertThat(anew.baseline(SOURCE)).as("what the side that is left had agreed on").isEqualTo(baseline);
    }

    @Test void either_side_of_a_pair_can_be_the_one_that_is_gone() {
        assertThat(Cutting.cut(pair, SOURCE).root(SOURCE)).isEmpty();
        assertThat(Cutting.cut(pair, SOURCE).root(TARGET)).contains("T1");
        assertThat(Cutting.cut(pair, TARGET).root(SOURCE)).contains("S1");
        assertThat(Cutting.cut(pair, TARGET).root(TARGET)).isEmpty();
    }

    @Test void a_part_in_the_place_of_another_inherits_nothing_of_its_side_and_takes_nothing_from_its_siblings() {
        var standing = Map.of("contact:C1/lastName", reason(ReasonCode.PARTED_BY_HAND, "", ""), "contact:C2/lastName", reason(ReasonCode.PARTED_BY_HAND, "", ""),
            "contact:t:T-C1b", reason(ReasonCode.LATE_TWIN, "T-C1", "T-C1b"), "contact:t:T-C2b", reason(ReasonCode.LATE_TWIN, "T-C2", "T-C2b"));

        var replaced = Cutting.part(pair.withStanding(standing), new Partners(ONE, "C1", "T-C1b"));

        assertThat(replaced.partners(ONE).orElseThrow().target()).isEqualTo("T-C1b");
        assertThat(replaced.standing().keySet()).containsExactlyInAnyOrder("contact:C2/lastName", "contact:t:T-C2b");
        assertThat(replaced.recent()).extracting(Sent::part).containsExactly(OTHER);
        assertThat(replaced.baseline(TARGET).of(ONE).fields()).isEmpty();
        for (var side : Side.values()) {
            assertThat((Object) replaced.baseline(side).of(OTHER, LAST_NAME)).isEqualTo(AGREED);
            assertThat(replaced.baseline(side).of(PartKey.ROOT).fields()).contains(NAME);
        }
    }

    @Test void of_a_pair_the_record_and_its_parts_have_their_own_ids() {
        assertThat(pair.record(TARGET, PartKey.ROOT)).contains("T1");
        assertThat(pair.record(SOURCE, ONE)).contains("C1");
        assertThat(pair.record(TARGET, ONE)).contains("T-C1");
        assertThat(pair.record(TARGET, new PartKey(PartKind.CONTACT, "C3"))).isEmpty();
    }

    private static Sent sent(PartKey part) {
        return new Sent(TARGET, part, LAST_NAME, AGREED, Value.empty(), AGREED, Instant.parse("2026-03-02T09:00:00Z"), false);
    }

    private static Reason reason(ReasonCode code, String first, String twin) { return new Reason(code, "", Map.of("first", first, "twin", twin, "system", "Target")); }
}
