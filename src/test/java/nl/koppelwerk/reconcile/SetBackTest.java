package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.OpenDelivery.State;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed in the target alone and is set back is said, whichever look finds it written. */
class SetBackTest {

    private static final Duration DELAY = Duration.ofSeconds(5);
    private final Scene scene = Scene.ofTwoPairedCompanies();

    @BeforeEach void two_that_agree_and_the_source_rules() {
        scene.bothHold(EMAIL, "info@bakker.example").bothHold(PHONE, "+31101234567").inSync();
        scene.rules.rule = new FieldRule(FieldRule.Direction.TO_TARGET, FieldRule.Policy.SOURCE_RULES, FieldRule.Emptying.COPY, FieldRule.Emptying.IGNORE, false);
    }

    @Test void a_write_that_shows_late_is_said_once_it_shows() {
        scene.types(TARGET, EMAIL, "post@bakker.example");

        looksWhileItLags();
        assertThat(said()).isEmpty();
        scene.later(DELAY).looksAt(TARGET);

        assertThat(said()).containsExactly("email");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        scene.looksAt(TARGET);
        assertThat(said()).as("once").isEmpty();
    }

    @Test void a_write_that_nobody_answered_is_said_by_the_look_that_finds_it() {
        scene.types(TARGET, EMAIL, "post@bakker.example").loses(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(TARGET);
        scene.deliveries.add(new OpenDelivery("d1", scene.writes().get(0), State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null));

        scene.later(DELAY).looksAt(TARGET);

        assertThat(said()).containsExactly("email");
    }

    @Test void what_was_changed_before_a_create_was_seen_to_have_come_is_set_back_and_said() {
        isMadeUnseen();

        scene.types(TARGET, EMAIL, "post@bakker.example").looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(said()).containsExactly("email");
    }

    @Test void so_it_is_where_the_system_shows_late_that_it_was_set_back() {
        isMadeUnseen();

        scene.types(TARGET, EMAIL, "post@bakker.example");
        looksWhileItLags();
        assertThat(said()).isEmpty();
        scene.later(DELAY).looksAt(TARGET);

        assertThat(said()).containsExactly("email");
    }

    @Test void what_was_restored_once_and_changed_since_is_set_back_and_said() {
        scene.pair = scene.pair.withStanding(Map.of("email", new Reason(ReasonCode.RESTORED, "email", Map.of("system", "Target", "by", "anna", "day", "2026-03-02"))));

        a_write_that_nobody_answered_is_said_by_the_look_that_finds_it();
    }

    @Test void of_a_write_that_nobody_answered_what_came_is_said_although_another_field_was_kept_as_it_was() {
        scene.types(TARGET, EMAIL, "post@bakker.example").types(TARGET, PHONE, "+31107654321").answers(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)));
        scene.looksAt(TARGET);
        scene.deliveries.add(new OpenDelivery("d1", scene.writes().get(0), State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null));
        scene.types(TARGET, EMAIL, "info@bakker.example");

        scene.later(DELAY).looksAt(TARGET);

        assertThat(said()).containsExactly("email");
        scene.looksAt(TARGET);
        assertThat(said()).containsExactly("phone");
    }

    @Test void a_read_that_is_older_than_the_change_is_no_other_answer() {
        var agreed = scene.systems.get(TARGET).get("T1");
        scene.types(TARGET, EMAIL, "post@bakker.example").types(SOURCE, EMAIL, "balie@bakker.example");

        looksWhileItLags(agreed);

        assertThat(scene.settlement.questions()).isEmpty();
        scene.later(DELAY).looksAt(TARGET);
        assertThat(said()).containsExactly("email");
    }

    @Test void what_the_hub_had_written_itself_is_nobodys_change() {
        scene.types(SOURCE, EMAIL, "post@bakker.example");
        looksWhileItLags();

        scene.types(SOURCE, EMAIL, "balie@bakker.example").later(DELAY).looksAt(SOURCE);

        assertThat(said()).isEmpty();
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("balie@bakker.example");
    }

    @Test void both_changed_is_said_too_and_what_only_the_source_changed_is_not() {
        scene.types(TARGET, EMAIL, "post@bakker.example").types(SOURCE, EMAIL, "balie@bakker.example").types(SOURCE, PHONE, "+31107654321").looksAt(SOURCE);

        assertThat(said()).containsExactly("email");
    }

    /** The plan was made before somebody typed there; that what was typed is set back makes it no newer. */
    @Test void what_is_wanted_in_place_of_something_else_than_was_changed_is_overtaken() {
        var now = EMAIL.type().parse("info@bakker.example");
        scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, "T1", PartKey.ROOT, EMAIL, EMAIL.type().parse("oud@bakker.example"), now, now, false));

        scene.types(TARGET, EMAIL, "post@bakker.example").looksAt(TARGET);

        assertThat(said()).containsExactly("email");
        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("info@bakker.example");
        assertThat(scene.settlement.wanted()).containsEntry("1", Settlement.Outcome.CHANGED_SINCE_PREVIEW);
    }

    private void isMadeUnseen() {
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.tellsWhatItWrote = false;
        scene.answers(Step.Read.class, new Answer.Seen(held(SOURCE, "S1"))).answers(Step.Read.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).looksAt(SOURCE);
    }

    /** The answer shows nothing, and what is read right after it is still the state before. */
    private void looksWhileItLags() { looksWhileItLags(held(TARGET).relation()); }

    private void looksWhileItLags(Relation shown) {
        scene.rules.target.visibilityDelay = DELAY;
        scene.tellsWhatItWrote = false;
        for (var side : List.of(TARGET, SOURCE)) scene.answers(Step.Read.class, new Answer.Seen(held(side)));
        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(TARGET, scene.pair.target(), shown, "1", null, scene.now)));
        scene.looksAt(TARGET);
    }

    private Sighting held(Side side) { return held(side, scene.pair.root(side).orElseThrow()); }

    private Sighting held(Side side, String root) {
        return new Sighting(side, root, scene.systems.get(side).get(root), "1", null, scene.now);
    }

    private List<String> said() {
        return scene.settlement.reasons().stream().filter(reason -> reason.code() == ReasonCode.DRIFT_OVERWRITTEN).map(Reason::subject).toList();
    }
}
