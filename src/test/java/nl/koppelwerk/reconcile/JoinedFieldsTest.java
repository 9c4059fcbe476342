package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_EMAIL;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.PRIVATE_EMAIL;
import static nl.koppelwerk.relation.Fields.PRIVATE_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One number in the source feeds two in the target (AC-58, AC-60), and the way back is AC-90. */
@Requirement({"AC-58", "AC-60", "AC-90"})
class JoinedFieldsTest {

    private static final String OLD = "+31612345678";
    private static final String NEW = "+31687654321";
    private static final String OWN = "+31611111111";

    private final Scene scene = Scene.ofTwoPairedCompanies();
    private Pair agreed;

    @BeforeEach void a_contact_with_one_number_everywhere() {
        scene.rules.source.joinsFields = true;
        joined(OLD);
        parted(OLD, OLD);
        agreed = scene.partners(PartKind.CONTACT, "C1", "TC1").inSync().pair;
    }

    @Test void a_new_number_in_the_source_goes_to_both() {
        joined(NEW);

        scene.looksAt(SOURCE);

        assertThat(target(BUSINESS_MOBILE)).isEqualTo(NEW);
        assertThat(target(PRIVATE_MOBILE)).isEqualTo(NEW);
    }

    @Test void a_private_number_of_its_own_survives_ten_looks_and_a_new_number_in_the_source() {
        parted(OLD, OWN);

        for (int look = 0; look < 10; look++) scene.looksAt(look % 2 == 0 ? TARGET : SOURCE);
        assertThat(source()).isEqualTo(OLD);
        joined(NEW);
        scene.looksAt(SOURCE);

        assertThat(target(BUSINESS_MOBILE)).isEqualTo(NEW);
        assertThat(target(PRIVATE_MOBILE)).isEqualTo(OWN);
        assertThat(scene.settlement.reasons()).extracting("code").contains(ReasonCode.PARTED_BY_HAND);
        assertThat(scene.settlement.state()).isEqualTo(State.IN_SYNC);
    }

    @Test void a_new_business_number_goes_back_and_the_private_one_follows_while_it_holds_what_it_was_given() {
        parted(NEW, OLD);

        scene.looksAt(TARGET);

        assertThat(source()).isEqualTo(NEW);
        assertThat(target(PRIVATE_MOBILE)).isEqualTo(NEW);
    }

    @Test void a_cleared_business_number_lets_the_private_one_go_back() {
        parted(OLD, OWN);
        scene.looksAt(TARGET);

        parted("", OWN);
        scene.looksAt(TARGET);

        assertThat(source()).isEqualTo(OWN);
        assertThat(target(BUSINESS_MOBILE)).isEmpty();
    }

    @Test void cleared_on_both_it_is_cleared_in_the_source() {
        parted("", "");

        scene.looksAt(TARGET);

        assertThat(source()).isEmpty();
    }

    @Test void numbers_that_moved_apart_on_both_sides_are_held() {
        joined(NEW);
        parted(OWN, OLD);

        scene.looksAt(TARGET);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.BOTH_SIDES_CHANGED);
        assertThat(source()).isEqualTo(NEW);
        assertThat(target(BUSINESS_MOBILE)).isEqualTo(OWN);
    }

    /** Found by the simulation, seed 441: emptying one was taken for the other's spelling, and stood without a reason. */
    @Test void a_number_that_is_emptied_by_hand_beside_one_that_is_spelled_otherwise_says_so() {
        joined("ask for it");
        parted("ask for it", "ASK FOR IT");
        scene.looksAt(SOURCE);
        parted("", "ASK FOR IT");

        assertThat(scene.looksAt(TARGET).reasons()).extracting("code").contains(ReasonCode.PARTED_BY_HAND);
    }

    /** Found by the simulation, seed 305: the joined field was compared alone while the other one did not show its write yet. */
    @Test void a_number_of_its_own_stays_while_the_system_still_shows_the_other_one_as_it_was() {
        parted(OLD, OWN);
        scene.looksAt(TARGET);
        scene.rules.target.visibilityDelay = java.time.Duration.ofSeconds(20);
        scene.tellsWhatItWrote = false;
        var before = scene.systems.get(TARGET).get("T1");
        joined("");
        scene.answers(Step.Read.class, new Answer.Seen(new Sighting(SOURCE, "S1", scene.systems.get(SOURCE).get("S1"), "1", null, scene.now)));
        for (int i = 0; i < 2; i++) scene.answers(Step.Read.class, new Answer.Seen(new Sighting(TARGET, "T1", before, "1", null, scene.now)));

        scene.looksAt(SOURCE);

        assertThat(target(PRIVATE_MOBILE)).isEqualTo(OWN);
    }

    @Test void an_address_that_differs_by_a_dot_goes_to_both_from_either_side() {
        emails("jan.smit@bakker.example", "jan.smit@bakker.example", "jan.smit@bakker.example");
        scene.looksAt(SOURCE);
        emails("jansmit@bakker.example", "jan.smit@bakker.example", "jan.smit@bakker.example");
        scene.looksAt(SOURCE);
        assertThat(List.of(target(BUSINESS_EMAIL), target(PRIVATE_EMAIL))).containsOnly("jansmit@bakker.example");

        emails("jansmit@bakker.example", "jan.smit@bakker.example", "jansmit@bakker.example");
        scene.looksAt(TARGET);

        assertThat(scene.held(SOURCE, "C1", BUSINESS_EMAIL)).isEqualTo("jan.smit@bakker.example");
        assertThat(target(PRIVATE_EMAIL)).isEqualTo("jan.smit@bakker.example");
        assertThat(scene.looksAt(TARGET).reasons()).isEmpty();
    }

    @Test void at_the_first_meeting_an_empty_number_is_filled_from_the_other_side() {
        second("", NEW, "");
        scene.looksAt(SOURCE);
        assertThat(scene.held(SOURCE, "C2", BUSINESS_MOBILE)).isEqualTo(NEW);

        second(OWN, "", "");
        scene.pair = scene.pair.withBaselines(Baseline.NONE, Baseline.NONE);
        scene.looksAt(SOURCE);

        assertThat(List.of(scene.held(TARGET, "TC2", BUSINESS_MOBILE), scene.held(TARGET, "TC2", PRIVATE_MOBILE))).containsOnly(OWN);
    }

    @Test void at_the_first_meeting_numbers_that_differ_are_a_question() {
        second(OLD, NEW, "");

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.FIRST_MEETING_DIFFERS);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_person_who_chooses_between_numbers_that_moved_apart_is_followed() {
        for (var choice : List.of(Question.Choice.SOURCE, Question.Choice.TARGET)) {
            joined(NEW);
            parted(OWN, OLD);
            scene.pair = agreed;
            scene.answered.clear();
            scene.answered.add(new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, "contact:C1/businessMobile", choice, null, new Question.Both(NEW, OWN)));

            scene.looksAt(TARGET);

            var chosen = choice == Question.Choice.SOURCE ? NEW : OWN;
            assertThat(List.of(source(), target(BUSINESS_MOBILE))).containsOnly(chosen);
        }
    }

    @Test void the_policy_of_the_link_settles_numbers_that_moved_apart() {
        for (var policy : List.of(FieldRule.Policy.SOURCE_WINS, FieldRule.Policy.TARGET_WINS)) {
            joined(NEW);
            parted(OWN, OLD);
            scene.pair = agreed;
            scene.rules.rule = new FieldRule(FieldRule.Direction.BOTH, policy, FieldRule.Emptying.COPY, FieldRule.Emptying.COPY, false);

            scene.looksAt(TARGET);

            var winner = policy == FieldRule.Policy.SOURCE_WINS ? NEW : OWN;
            assertThat(List.of(source(), target(BUSINESS_MOBILE))).containsOnly(winner);
            assertThat(scene.settlement.questions()).isEmpty();
        }
    }

    private void second(String joined, String business, String own) {
        scene.contact(SOURCE, "C2", "", name().with(BUSINESS_MOBILE, joined).with(PRIVATE_MOBILE, joined));
        scene.contact(TARGET, "TC2", "C2", name().with(BUSINESS_MOBILE, business).with(PRIVATE_MOBILE, own));
    }

    private void emails(String joined, String business, String own) {
        scene.contact(SOURCE, "C1", "", name().with(BUSINESS_EMAIL, joined).with(PRIVATE_EMAIL, joined));
        scene.contact(TARGET, "TC1", "C1", name().with(BUSINESS_EMAIL, business).with(PRIVATE_EMAIL, own));
    }

    private void joined(String number) {
        scene.contact(SOURCE, "C1", "", name().with(BUSINESS_MOBILE, number).with(PRIVATE_MOBILE, number));
    }

    private void parted(String business, String own) {
        scene.contact(TARGET, "TC1", "C1", name().with(BUSINESS_MOBILE, business).with(PRIVATE_MOBILE, own));
    }

    private static Values name() { return Values.NONE.with(LAST_NAME, "Çelik"); }

    private String target(Field<?> field) { return scene.held(TARGET, "TC1", field); }

    private String source() { return scene.held(SOURCE, "C1", BUSINESS_MOBILE); }
}
