package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.NUMBER;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.FormerId;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Direction;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Which two roots are one relation is for a person to say where keys do not. */
class RemediesOfPairsTest extends FollowedRemedy {

    private static final Values COMPANY = Values.NONE.with(NAME, "Bakker B.V.");

    @Test @Follows(DUPLICATE_AT_SOURCE) void two_whose_keys_are_made_to_differ_each_have_a_partner() {
        newAtSource();
        carriesOurReference("T7", "S1");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T7", "S0", "relation-of-S0"))));
        scene.looksAt(SOURCE);
        question(DUPLICATE_AT_SOURCE);

        carriesOurReference("T7", "S0");
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.pair.target()).isNotEqualTo("T7");
    }

    @Test @Follows(AMBIGUOUS_MATCH) void the_partner_that_is_chosen_is_the_partner() {
        newAtSource();
        carriesOurReference("T7", "S1");
        carriesOurReference("T8", "S1");
        scene.looksAt(SOURCE);

        chooses(question(AMBIGUOUS_MATCH), "T8");
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.pair.target()).isEqualTo("T8");
    }

    @Test @Follows(AMBIGUOUS_MATCH) void a_key_that_is_mended_leaves_one_partner() {
        newAtSource();
        carriesOurReference("T7", "S1");
        carriesOurReference("T8", "S1");
        scene.looksAt(SOURCE);
        question(AMBIGUOUS_MATCH);

        carriesOurReference("T8", "");
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.pair.target()).isEqualTo("T7");
    }

    @Test @Follows(KIND_CHANGED) void two_of_the_same_kind_go_on() {
        scene = Scene.ofTwoPairedCompanies().inSync().types(SOURCE, NAME, "Bakker & Zonen");
        scene.change(SOURCE, r -> new Relation(Kind.PERSON, r.values(), r.parts())).looksAt(SOURCE);
        question(KIND_CHANGED);

        scene.change(TARGET, r -> new Relation(Kind.PERSON, r.values(), r.parts())).looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(ID_REUSED) void a_relation_that_is_confirmed_to_be_the_same_goes_on() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.rules.reusesIds = true;
        scene.types(TARGET, NAME, "Heel Iets Anders N.V.").looksAt(TARGET);

        answers(question(ID_REUSED), "", Choice.RELEASE);
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Heel Iets Anders N.V.");
    }

    @Test @Follows(ID_REUSED) void a_relation_that_is_another_gets_a_record_of_its_own_and_the_former_pair_is_left_as_it_is() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.rules.reusesIds = true;
        scene.rules.sourceGivesBirth = true;
        carriesOurReference("T1", "S1");
        scene.types(SOURCE, NAME, "Heel Iets Anders N.V.").looksAt(SOURCE);
        answers(question(ID_REUSED), "", Choice.APART);

        var parted = scene.looksAt(SOURCE);

        assertThat(named(question(PARTNER_GONE).reason())).isEqualTo(SOURCE);
        assertThat(parted.visits()).containsExactly(new Settlement.Visit(SOURCE, "S1", null));
        assertThat(parted.pair().gone()).containsExactly(SOURCE);
        var former = parted.pair().source();

        scene.lastKnown.clear();
        scene.answered.clear();
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T1", former, "relation-of-T1"))));
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Heel Iets Anders N.V.");
        assertThat(scene.pair.target()).isNotEqualTo("T1");
        assertThat(scene.systems.get(TARGET).get("T1").values().get(NAME).text()).isEqualTo("Bakker B.V.");
    }

    @Test @Follows(PARTNER_GONE) void what_lost_its_partner_to_a_number_that_is_anothers_is_made_anew() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.rules.sourceGivesBirth = true;
        carriesOurReference("T1", "S1");
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Heel Iets Anders N.V."));
        scene.pair = scene.pair.withRoot(SOURCE, FormerId.of("S1", "7")).withGone(SOURCE, true);
        scene.lastKnown.clear();
        scene.looksAt(TARGET);

        answers(question(PARTNER_GONE), "", Choice.RELEASE);
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("S1", "T2", "relation-of-S1"))));
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.pair.source()).isNotEqualTo("S1");
    }

    /** Seed 72 of e-conomic and Clickmate: it was made by hand only, and the next look found the other customer by the number that it still named. */
    @Test void what_is_not_made_anew_yet_still_knows_that_its_number_is_anothers() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.rules.sourceGivesBirth = true;
        carriesOurReference("T1", "S1");
        scene.pair = scene.pair.withRoot(SOURCE, FormerId.of("S1", "7")).withGone(SOURCE, true);
        scene.lastKnown.clear();
        scene.looksAt(TARGET);
        answers(question(PARTNER_GONE), "", Choice.RELEASE);

        scene.answers(Step.Search.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).looksAt(TARGET);

        assertThat(scene.pair.source()).isEqualTo(FormerId.of("S1", "7"));
        assertThat(scene.pair.gone()).containsExactly(SOURCE);
    }

    @Test @Follows(PARTNER_GONE) void a_new_record_is_made_once_a_person_confirms_it() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.systems.get(TARGET).clear();
        scene.looksAt(SOURCE);
        assertThat(named(question(PARTNER_GONE).reason())).isEqualTo(TARGET);

        answers(question(PARTNER_GONE), "", Choice.RELEASE);
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.systems.get(TARGET)).hasSize(1);
    }

    /** Where both systems give birth; whoever looks at the lost one first must not use the answer up. */
    @Test @Follows(PARTNER_GONE) void a_new_record_is_made_in_the_source_as_well() {
        scene = Scene.ofTwoPairedCompanies().inSync();
        scene.rules.sourceGivesBirth = true;
        scene.systems.get(SOURCE).clear();
        scene.looksAt(SOURCE);
        assertThat(named(question(PARTNER_GONE).reason())).isEqualTo(SOURCE);

        answers(question(PARTNER_GONE), "", Choice.RELEASE);
        assertThat(scene.looksAt(SOURCE).state()).isEqualTo(Settlement.State.PENDING);
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.systems.get(SOURCE)).hasSize(1);
    }

    /** The record that is left still names the one that was lost. */
    @Test void a_record_that_is_made_anew_is_named_by_its_partner() {
        scene = Scene.ofTwoPairedCompanies();
        scene.rules.rules = (part, field) -> field.equals(NUMBER) ? new FieldRule(Direction.TO_TARGET, Policy.SOURCE_WINS, Emptying.IGNORE, Emptying.IGNORE, true) : FieldRule.BOTH_WAYS;
        scene.type(SOURCE, NUMBER, NUMBER.type().parse("10029")).type(TARGET, NUMBER, NUMBER.type().parse("10001"));

        scene.looksAt(TARGET);

        assertThat(scene.held(TARGET, NUMBER)).isEqualTo("10029");
        assertThat(scene.settlement.questions()).isEmpty();
    }

    private void newAtSource() { scene.has(SOURCE, "S1", COMPANY).pair = Pair.firstSeen("relation", SOURCE, "S1"); }

    private void carriesOurReference(String root, String reference) {
        scene.systems.get(TARGET).put(root, new Relation(Kind.ORGANISATION, COMPANY, List.of(), Set.of(), Map.of(), reference, Set.of()));
    }
}
