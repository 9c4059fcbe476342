package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record goes by another number from now on, or is said to. */
class RenumberingTest {

    private static final Values AERO = Values.NONE.with(NAME, "Ærø ApS").with(EMAIL, "post@aeroe.example");

    private final Scene scene = new Scene();

    @BeforeEach void customer_1_is_paired_and_customer_2_is_told_to_have_been_it() {
        scene.has(SOURCE, "1", AERO).has(TARGET, "T1", AERO);
        scene.pair = Pair.firstSeen("relation", SOURCE, "1").withRoot(TARGET, "T1");
        scene.inSync();
        scene.was = List.of(new Predecessor("1", "relation-1", scene.pair, true));
        scene.lastKnown.clear();
        scene.pair = Pair.firstSeen("relation", SOURCE, "2");
    }

    @Test void it_takes_over_the_pair_and_what_was_agreed_on() {
        renumbered(AERO);

        var settlement = scene.looksAt(SOURCE, "2");

        assertThat(settlement.foldsIn()).contains("relation-1");
        assertThat(settlement.pair().source()).isEqualTo("2");
        assertThat(settlement.pair().target()).isEqualTo("T1");
        assertThat(settlement.pair().gone()).isEmpty();
        scene.was = List.of();
        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Settlement.Outcome.EQUAL);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void an_edit_that_came_with_it_goes_over_afterwards() {
        renumbered(AERO.with(EMAIL, "ny@aeroe.example"));
        scene.looksAt(SOURCE, "2");
        scene.was = List.of();

        scene.looksAt(SOURCE);

        assertThat(scene.held(TARGET, EMAIL)).isEqualTo("ny@aeroe.example");
    }

    @Test void while_the_former_number_still_is_that_customer_nothing_is_believed() {
        scene.has(SOURCE, "2", AERO);

        assertThat(scene.looksAt(SOURCE, "2").foldsIn()).isEmpty();
    }

    @Test void a_former_number_that_is_another_customers_by_now_is_as_good_as_gone() {
        scene.has(SOURCE, "1", Values.NONE.with(NAME, "Sørensen og Søn").with(EMAIL, "info@soerensen.example")).has(SOURCE, "2", AERO);

        assertThat(scene.looksAt(SOURCE, "2").foldsIn()).contains("relation-1");
    }

    @Test void one_that_was_given_the_number_afterwards_has_more_right_to_what_it_was_before() {
        renumbered(AERO);
        scene.has(SOURCE, "3", AERO.with(EMAIL, "ejendomme@aeroe.example"));
        scene.was = List.of(new Predecessor("2", "relation-2", Pair.firstSeen("relation", SOURCE, "2").withRoot(TARGET, "T2"), true), scene.was.get(0));
        scene.pair = Pair.firstSeen("relation", SOURCE, "3");

        assertThat(scene.looksAt(SOURCE, "3").foldsIn()).isEmpty();
    }

    @Test void of_a_number_in_between_it_takes_more_than_that_nothing_was_agreed_on() {
        renumbered(AERO);
        var unmet = Pair.firstSeen("relation", SOURCE, "1").withRoot(TARGET, "T1");
        scene.was = List.of(new Predecessor("1", "relation-1", unmet, false));
        assertThat(scene.looksAt(SOURCE, "2").foldsIn()).isEmpty();

        scene.pair = Pair.firstSeen("relation", SOURCE, "2");
        scene.was = List.of(new Predecessor("1", "relation-1", unmet, true));
        assertThat(scene.looksAt(SOURCE, "2").foldsIn()).contains("relation-1");
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 138: it stayed a duplicate of the one that had had its number until the next full comparison. */
    @Test void whoever_has_a_number_by_now_is_looked_at_once_its_former_record_is_seen_to_name_it_no_more() {
        scene.rules.references = Set.of("id");
        scene.was = List.of();
        scene.pair = Pair.firstSeen("relation", SOURCE, "2").withRoot(TARGET, "T1");
        scene.has(SOURCE, "2", AERO);
        names("1");
        assertThat(scene.looksAt(SOURCE).visits()).isEmpty();

        names("2");
        assertThat(scene.looksAt(TARGET).visits()).containsExactly(new Settlement.Visit(SOURCE, "1", null));
        assertThat(scene.looksAt(TARGET).visits()).as("once").isEmpty();
    }

    /** Found by somebody who made customers in Clickmate: each left a relation besides, of a record that no system has. */
    @Test void the_number_of_a_customer_that_was_made_by_us_is_no_record_of_the_other_system() {
        scene.rules.references = Set.of("id");
        scene.was = List.of();
        scene.pair = Pair.firstSeen("relation", TARGET, "T1").withRoot(SOURCE, "2");
        scene.has(SOURCE, "2", AERO);
        names("2");
        scene.lastKnown.put(SOURCE, new nl.koppelwerk.link.Sighting(SOURCE, "2", new Relation(Kind.ORGANISATION, AERO, List.of(), Set.of(), Map.of(), "T1", Set.of()), "", null, scene.now));

        assertThat(scene.looksAt(SOURCE).visits()).isEmpty();
    }

    private void names(String number) {
        scene.systems.get(TARGET).put("T1", new Relation(Kind.ORGANISATION, AERO, List.of(), Set.of(), Map.of(), number, Set.of()));
    }

    @Test void whoever_has_another_of_its_former_numbers_says_nothing_of_a_pair_on_which_nothing_was_agreed() {
        renumbered(AERO);
        scene.has(SOURCE, "0", Values.NONE.with(NAME, "Sørensen og Søn"));
        scene.was = List.of(new Predecessor("1", "relation-1", Pair.firstSeen("relation", SOURCE, "1").withRoot(TARGET, "T1"), true),
            new Predecessor("0", "relation-0", Pair.firstSeen("relation", SOURCE, "0").withRoot(TARGET, "T0"), false));

        assertThat(scene.looksAt(SOURCE, "2").foldsIn()).contains("relation-1");
    }

    @Test void one_that_is_not_like_what_was_agreed_on_is_somebody_else() {
        renumbered(Values.NONE.with(NAME, "Sørensen og Søn").with(EMAIL, "info@soerensen.example"));

        var settlement = scene.looksAt(SOURCE, "2");

        assertThat(settlement.foldsIn()).isEmpty();
        assertThat(settlement.pair().target()).isNotEqualTo("T1");
    }

    @Test void a_vendor_that_does_not_answer_about_the_former_number_is_asked_again_later() {
        renumbered(AERO);
        scene.answers(Step.Read.class, new Answer.Seen(new nl.koppelwerk.link.Sighting(SOURCE, "2", scene.systems.get(SOURCE).get("2"), "1", null, scene.now)))
            .answers(Step.Read.class, new Answer.Throttled(scene.now.plusSeconds(60)));

        var settlement = scene.looksAt(SOURCE, "2");

        assertThat(settlement.again()).isPresent();
        assertThat(settlement.foldsIn()).isEmpty();
        assertThat(scene.writes()).isEmpty();
    }

    private void renumbered(Values values) {
        scene.systems.get(SOURCE).remove("1");
        scene.has(SOURCE, "2", values);
    }
}
