package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** A create that is open or whose answer was lost: what settles itself, and what a person decides. */
class RemediesOfCreatesTest extends FollowedRemedy {

    private static final Values COMPANY = Values.NONE.with(NAME, "Bakker B.V.");

    @Test @Follows(WAITS_FOR_OPEN_CREATE) void what_waited_for_a_create_is_looked_at_again_by_itself() {
        newAtSource();
        scene.openCreate = OpenCreate.WAITING;
        scene.looksAt(SOURCE);
        said(WAITS_FOR_OPEN_CREATE);

        scene.openCreate = OpenCreate.NONE;
        comesBack();

        isQuietlyInSync(NAME, "Bakker B.V.");
    }

    @Test @Follows(WAITS_FOR_NEWCOMERS) void what_waited_until_the_newest_was_read_goes_on_by_itself() {
        newAtSource();
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(), false)).answers(Step.Search.class, new Answer.Behind(scene.now.plusSeconds(1)));
        scene.looksAt(SOURCE);
        assertThat(named(said(WAITS_FOR_NEWCOMERS))).isEqualTo(TARGET);

        comesBack();

        isQuietlyInSync(NAME, "Bakker B.V.");
    }

    @Test @Follows(CREATE_IN_DOUBT) void a_record_that_shows_late_is_found_by_itself_and_made_once() {
        var lost = lostCreate();
        scene.answers(Step.Search.class, new Answer.Candidates(List.of())).deliveries.add(lost);
        comesBack();
        assertThat(named(said(CREATE_IN_DOUBT))).isEqualTo(TARGET);

        scene.deliveries.add(lost);
        comesBack();
        assertThat(scene.settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Fate.DONE);
        comesBack();

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.systems.get(TARGET)).hasSize(1);
    }

    @Test @Follows(CREATE_IN_DOUBT_TWICE) void of_two_that_could_have_been_made_the_chosen_one_is_it() {
        var lost = lostCreate();
        carriesOurReference("T9", "S1");
        scene.deliveries.add(lost);
        comesBack();
        assertThat(named(question(CREATE_IN_DOUBT_TWICE).reason())).isEqualTo(TARGET);

        chooses(question(CREATE_IN_DOUBT_TWICE), "T9");
        scene.deliveries.add(lost);
        scene.looksAt(SOURCE);
        comesBack();

        isQuietlyInSync(NAME, "Bakker B.V.");
        assertThat(scene.pair.target()).isEqualTo("T9");
    }

    @Test @Follows(WAITS_FOR_ANSWER) void what_could_be_the_record_that_is_asked_about_waits_for_that_answer() {
        newAtTarget();
        scene.openCreate = OpenCreate.ASKED_ABOUT;
        scene.looksAt(TARGET);
        assertThat(named(said(WAITS_FOR_ANSWER))).isEqualTo(TARGET);
        assertThat(scene.settlement.state()).isEqualTo(Settlement.State.HELD);
        assertThat(scene.settlement.again()).isEmpty();

        scene.openCreate = OpenCreate.NONE;
        scene.has(SOURCE, "S1", COMPANY).looksAt(TARGET);
        scene.looksAt(TARGET);

        isQuietlyInSync(NAME, "Bakker B.V.");
    }

    private void newAtTarget() {
        carriesOurReference("T1", "S1");
        scene.pair = Pair.firstSeen("relation", TARGET, "T1");
    }

    private void newAtSource() { scene.has(SOURCE, "S1", COMPANY).pair = Pair.firstSeen("relation", SOURCE, "S1"); }

    private void carriesOurReference(String root, String reference) {
        scene.systems.get(TARGET).put(root, new Relation(Kind.ORGANISATION, COMPANY, List.of(), Set.of(), Map.of(), reference, Set.of()));
    }

    /** It was made, and nobody was told. */
    private OpenDelivery lostCreate() {
        newAtSource();
        scene.loses(Step.Write.class, new Answer.Unanswered(new Reason(VENDOR_UNREACHABLE, "", Map.of("system", "Target")))).looksAt(SOURCE);
        assertThat(scene.settlement.state()).isEqualTo(State.PENDING);
        return new OpenDelivery("d1", scene.writes().get(0), OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null);
    }

    private void comesBack() {
        assertThat(scene.settlement.again().isPresent() || !scene.settlement.questions().isEmpty()).isTrue();
        scene.later(Duration.ofSeconds(10)).looksAt(SOURCE);
    }
}
