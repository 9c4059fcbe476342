package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAILS;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.Fields.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.OpenDelivery.State;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.Verdict;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an index by keys names is not always what it is asked for. */
class CandidatesTest {

    private static final Values DEBTOR = Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, "DEBTOR").with(ROLES, "DEBTOR")
        .with(KVK_NUMMER, "68750110").with(EMAILS, "info@celik.example");
    private final Scene scene = new Scene();

    @BeforeEach void a_link_that_knows_relations_by_their_keys() { scene.rulebook = OfficeRules.ofBookkeeping(Map.of()); }

    /** Two companies with one e-mail address: the other one was there before, and its registration number tells them apart. */
    @Test void what_shares_only_a_weaker_key_is_not_what_a_create_in_doubt_made() {
        lost();

        finds(new Answer.Candidate("T9", "", "", false, 1));

        assertThat(scene.settlement.deliveries()).containsExactly(new Verdict("d1", Fate.MISSED, ""));
        assertThat(scene.pair.root(TARGET)).isEmpty();
    }

    @Test void what_has_the_strongest_key_that_was_sent_is_what_it_made() {
        lost();
        scene.has(TARGET, "T9", DEBTOR);

        finds(new Answer.Candidate("T9", "", "", false, 0));

        assertThat(scene.settlement.deliveries()).containsExactly(new Verdict("d1", Fate.DONE, "T9"));
    }

    /** The answer of SnelStart was lost before anything was written, and a person made the relatie there meanwhile: it was overwritten as drift. */
    @Test void what_holds_otherwise_than_was_sent_was_made_by_somebody_else_and_is_met_as_any_other() {
        lost();
        scene.has(TARGET, "T9", Values.NONE.with(NAME, "Çelik Bouw").with(KVK_NUMMER, "68750110").with(EMAILS, "bouw@celik.example"));

        finds(new Answer.Candidate("T9", "", "", false, 0));

        assertThat(scene.settlement.deliveries()).containsExactly(new Verdict("d1", Fate.FORESTALLED, ""));
        assertThat(scene.settlement.pair().isPaired()).isFalse();
        assertThat(scene.settlement.pair().recent()).isEmpty();
    }

    @Test void what_is_gone_by_the_time_it_is_read_is_not_what_it_made() {
        lost();

        finds(new Answer.Candidate("T9", "", "", false, 0));

        assertThat(scene.settlement.deliveries()).containsExactly(new Verdict("d1", Fate.MISSED, ""));
    }

    @Test void where_that_key_was_changed_since_a_weaker_one_finds_it() {
        lost();
        scene.types(SOURCE, KVK_NUMMER, "68750111").lastKnown.remove(SOURCE);
        scene.has(TARGET, "T9", DEBTOR);

        finds(new Answer.Candidate("T9", "", "", false, 1));

        assertThat(scene.settlement.deliveries()).containsExactly(new Verdict("d1", Fate.DONE, "T9"));
    }

    @Test void in_the_place_of_a_partner_that_was_given_up_none_is_taken_that_is_gone_too() {
        scene.has(SOURCE, "S1", DEBTOR).pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1").withGone(TARGET, true);
        scene.answered.add(new Answered(ReasonCode.PARTNER_GONE, "", Choice.RELEASE, "", null));
        var dead = new Answer.Candidates(List.of(new Answer.Candidate("T9", "", "", false, 0)), true);
        scene.answers(Step.Search.class, dead);

        scene.looksAt(SOURCE);

        assertThat(scene.steps.stream().filter(step -> step instanceof Step.Read read && read.root().equals("T9"))).hasSize(1);
        assertThat(scene.pair.target()).isEqualTo("made-1");
    }

    /** A listing may show what a read does not show yet. */
    @Test void who_is_named_by_its_keys_and_not_there_is_asked_about_and_is_no_partner_yet() {
        scene.has(SOURCE, "S1", DEBTOR).has(TARGET, "T9", DEBTOR.with(KVK_NUMMER, "68750111")).pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T9", "", "r9", false, 1)))).answers(Step.Read.class, seen()).answers(Step.Read.class, new Answer.Gone());

        scene.looksAt(SOURCE);

        assertThat(scene.settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.PARTNER_GONE);
        assertThat(scene.settlement.foldsIn()).isEmpty();
        assertThat(scene.pair.root(TARGET)).isEmpty();
        scene.looksAt(SOURCE);
        assertThat(scene.pair.target()).as("it is another, and shows by now").isEqualTo("made-1");
    }

    private Answer seen() { return new Answer.Seen(new Sighting(SOURCE, "S1", scene.systems.get(SOURCE).get("S1"), "1", null, scene.now)); }

    /** Its create was given up, and who is looked at shares only its e-mail address. */
    @Test void one_that_shares_a_weaker_key_is_not_taken_for_what_a_create_made_that_was_given_up() {
        scene.has(SOURCE, "S1", DEBTOR).has(TARGET, "T9", DEBTOR.with(KVK_NUMMER, "68750111")).pair = Pair.firstSeen("relation", TARGET, "T9");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("S1", "", "r1", true, 1))));

        scene.looksAt(TARGET);

        assertThat(scene.pair.root(SOURCE)).isEmpty();
        assertThat(scene.settlement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
    }

    @Test void what_a_create_made_that_was_given_up_is_met_with_what_was_sent_then() {
        scene.has(SOURCE, "S1", DEBTOR).has(TARGET, "T9", DEBTOR).pair = Pair.firstSeen("relation", TARGET, "T9");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("S1", "", "r1", true, 0))));

        scene.looksAt(TARGET);

        assertThat(scene.settlement.state()).as("the next look knows it").isEqualTo(Settlement.State.PENDING);
        assertThat(scene.settlement.foldsIn()).contains("r1");
        assertThat(scene.pair.source()).isEqualTo("S1");
    }

    private void lost() {
        scene.has(SOURCE, "S1", DEBTOR).pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.answers(Step.Search.class, new Answer.Candidates(List.of())).answers(Step.Write.class, new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE))).looksAt(SOURCE);
        scene.deliveries.add(new OpenDelivery("d1", scene.writes().get(0), State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null));
    }

    private void finds(Answer.Candidate found) {
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(found))).later(Duration.ofMinutes(5)).looksAt(SOURCE);
    }
}
