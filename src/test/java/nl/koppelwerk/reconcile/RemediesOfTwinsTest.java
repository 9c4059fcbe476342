package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.ReasonCode.LATE_TWIN;
import static nl.koppelwerk.relation.ReasonCode.NO_TWIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** A create that nobody answered came through after all, beside the one that was made instead. */
class RemediesOfTwinsTest extends FollowedRemedy {

    private static final Values COMPANY = Values.NONE.with(NAME, "Bakker B.V.");

    @Test @Follows(LATE_TWIN) void a_twin_that_is_deleted_is_asked_about_no_more_and_its_sibling_goes_on() {
        lateRoot();
        assertThat(question(LATE_TWIN).values()).containsOnlyKeys("T1", "T2");
        assertThat(named(said(LATE_TWIN))).isEqualTo(TARGET);

        scene.systems.get(TARGET).remove("T2");
        scene.looksAt(TARGET);
        assertThat(scene.settlement.questions()).isEmpty();
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker B.V.");
    }

    @Test @Follows({LATE_TWIN, NO_TWIN}) void two_that_a_person_says_are_two_stay_two_and_are_not_asked_about_again() {
        lateRoot();
        answers(question(LATE_TWIN), "", Choice.RELEASE);
        searchFindsThePair();
        scene.looksAt(TARGET);
        scene.answered.clear();

        searchFindsThePair();
        scene.looksAt(TARGET);

        said(NO_TWIN);
        assertThat(scene.settlement.state()).isEqualTo(State.OUT_OF_SCOPE);
        assertThat(scene.settlement.pair().isPaired()).isFalse();
        assertThat(scene.writes()).isEmpty();
    }

    @Test @Follows(LATE_TWIN) void a_contact_person_whose_twin_is_deleted_goes_on() {
        lateContact();
        assertThat(question(LATE_TWIN).values()).containsOnlyKeys("TC1", "TC2");

        removed("TC2");
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(partner()).isEqualTo("TC1");
    }

    @Test @Follows(LATE_TWIN) void of_two_contact_persons_the_one_that_is_left_goes_on() {
        lateContact();
        question(LATE_TWIN);

        removed("TC1");
        scene.looksAt(TARGET);
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(partner()).isEqualTo("TC2");
    }

    @Test @Follows({LATE_TWIN, NO_TWIN}) void contact_persons_that_a_person_says_are_two_stay_two_until_one_is_deleted() {
        lateContact();
        answers(question(LATE_TWIN), "contact:t:TC2", Choice.RELEASE);
        var given = scene.answered.get(0);
        scene.answered.set(0, new Question.Answered(given.code(), "contact:t:TC2", given.choice(), "", given.given()));
        scene.looksAt(TARGET);
        scene.answered.clear();
        scene.looksAt(TARGET);
        said(NO_TWIN);
        isInSync(NAME, "Bakker B.V.");

        removed("TC2");
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
    }

    /** Seed 90 of the simulation. */
    @Test @Follows(LATE_TWIN) void all_records_of_a_role_that_is_there_three_times_are_named_and_one_more_is_asked_about_anew() {
        pairInSync();
        scene.watches = List.of(watch(new PartKey(PartKind.ROLE, "Customer")));
        roles(Map.of("", "r1", "r2", "r2"));
        scene.looksAt(TARGET);
        answers(question(LATE_TWIN), "role:Customer", Choice.RELEASE);
        scene.looksAt(TARGET);
        scene.answered.clear();

        roles(Map.of("", "r1", "r2", "r2", "r3", "r3"));
        scene.looksAt(TARGET);

        assertThat(question(LATE_TWIN).values()).containsOnlyKeys("r1", "r2", "r3");
    }

    @Test @Follows(LATE_TWIN) void a_role_that_is_there_twice_is_asked_about_until_one_is_ended() {
        pairInSync();
        var role = new PartKey(PartKind.ROLE, "Customer");
        scene.watches = List.of(watch(role));
        roles(Map.of("", "r1", "r2", "r2"));
        scene.looksAt(TARGET);
        assertThat(question(LATE_TWIN).values()).containsOnlyKeys("r1", "r2");

        roles(Map.of("", "r2"));
        scene.looksAt(TARGET);

        assertThat(scene.settlement.questions()).isEmpty();
        isInSync(NAME, "Bakker B.V.");
    }

    /** What landed late has its first look. */
    private void lateRoot() {
        for (var root : List.of("T1", "T2"))
            scene.systems.get(TARGET).put(root, new Relation(Kind.ORGANISATION, COMPANY, List.of(), Set.of(), Map.of(), "S1", Set.of(PartKind.CONTACT)));
        scene.has(SOURCE, "S1", COMPANY).pair = Pair.firstSeen("relation", TARGET, "T2");
        searchFindsThePair();
        scene.looksAt(TARGET);
    }

    private void searchFindsThePair() {
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("S1", "T1", "relation-of-S1", true, 0))));
    }

    private void pairInSync() {
        scene = Scene.ofTwoPairedCompanies().inSync();
    }

    /** The contact person that was made instead is paired with the one of the source, and then its twin shows up. */
    private void lateContact() {
        pairInSync();
        for (var side : List.of(SOURCE, TARGET)) scene.contact(side, side == SOURCE ? "C1" : "TC1", side == SOURCE ? "" : "C1", sorensen());
        scene.looksAt(SOURCE);
        scene.watches = List.of(watch(new PartKey(PartKind.CONTACT, "C1")));
        scene.contact(TARGET, "TC2", "C1", sorensen()).later(Duration.ofMinutes(20)).looksAt(TARGET);
    }

    private Watch watch(PartKey part) { return new Watch(TARGET, part, scene.now, scene.now.plus(Duration.ofDays(1)), scene.now, List.of()); }

    private static Values sorensen() { return Values.NONE.with(LAST_NAME, "Sørensen"); }

    private void removed(String part) {
        scene.change(TARGET, relation -> relation.withParts(relation.parts().stream().filter(one -> !one.id().equals(part)).toList()));
    }

    private void roles(Map<String, String> records) {
        scene.change(TARGET, relation -> {
            var parts = new ArrayList<>(relation.parts().stream().filter(part -> part.kind() != PartKind.ROLE).toList());
            parts.add(new Part(PartKind.ROLE, "Customer", Values.NONE, records, ""));
            return relation.withParts(parts);
        });
    }

    private String partner() { return scene.pair.partners(SOURCE, PartKind.CONTACT, "C1").orElseThrow().target(); }
}
