package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of writes to one of two contact persons: the other one's values say nothing of them. */
class WritesOfPartsTest {

    private static final PartKey FIRST = new PartKey(PartKind.CONTACT, "C1");
    private static final String OLD = "+31612345678";
    private static final String NEW = "+31687654321";
    private final Scene scene = Scene.ofTwoPairedCompanies();

    @BeforeEach void two_contact_persons_that_are_in_sync() {
        for (var id : List.of("C1", "C2"))
            scene.contact(SOURCE, id, "", mobile(OLD)).contact(TARGET, "T-" + id, id, mobile(OLD)).partners(PartKind.CONTACT, id, "T-" + id);
        scene.inSync();
    }

    @Test void what_was_seen_taken_over_in_a_cut_look_is_a_persons_to_change_back() {
        scene.tellsWhatItWrote = false;
        var down = new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE));
        scene.contact(SOURCE, "C1", "", mobile(NEW));
        scene.answers(Step.Read.class, seen(SOURCE)).answers(Step.Read.class, seen(TARGET)).answers(Step.Read.class, down).looksAt(SOURCE);
        scene.answers(Step.Read.class, seen(TARGET)).answers(Step.Read.class, down).looksAt(TARGET);
        assertThat(scene.pair.recent()).isEmpty();

        scene.contact(TARGET, "T-C1", "C1", mobile(OLD)).looksAt(TARGET);

        assertThat(scene.held(SOURCE, "C1", BUSINESS_MOBILE)).isEqualTo(OLD);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    @Test void what_only_another_contact_person_shows_was_not_taken_over() {
        scene.tellsWhatItWrote = false;
        scene.contact(SOURCE, "C1", "", mobile(NEW));
        scene.contact(TARGET, "T-C2", "C2", mobile(NEW)).contact(SOURCE, "C2", "", mobile(NEW));
        var down = new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE));
        scene.answers(Step.Read.class, seen(SOURCE)).answers(Step.Read.class, seen(TARGET)).answers(Step.Write.class, new Answer.Done("", "2", Values.NONE, Map.of()))
            .answers(Step.Read.class, down).looksAt(SOURCE);

        scene.looksAt(TARGET);

        assertThat(scene.settlement.reasons()).extracting(Reason::subject).containsExactly("contact:C1/businessMobile");
        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
    }

    @Test void an_update_in_doubt_of_one_is_judged_by_that_one() {
        scene.contact(TARGET, "T-C2", "C2", mobile(NEW)).contact(SOURCE, "C2", "", mobile(NEW)).inSync();
        scene.deliveries.add(inDoubt());
        assertThat(scene.looksAt(SOURCE).deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Fate.ABANDONED);

        scene.contact(TARGET, "T-C1", "C1", mobile(NEW)).contact(SOURCE, "C1", "", mobile(NEW));
        scene.deliveries.add(inDoubt());
        assertThat(scene.looksAt(SOURCE).deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Fate.DONE);
    }

    private OpenDelivery inDoubt() {
        var write = new Step.Write(TARGET, "T1", Kind.ORGANISATION, FIRST, "T-C1", "", "", Step.Action.UPDATE, Values.NONE.with(BUSINESS_MOBILE, NEW),
            Values.NONE.with(BUSINESS_MOBILE, OLD), Values.NONE.with(BUSINESS_MOBILE, NEW), "", "", 0);
        return new OpenDelivery("d1", write, OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now.minusSeconds(5), 0, null);
    }

    private Answer seen(Side side) {
        var root = scene.pair.root(side).orElseThrow();
        return new Answer.Seen(new Sighting(side, root, scene.systems.get(side).get(root), "1", null, scene.now));
    }

    private static Values mobile(String number) { return Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, number); }
}
