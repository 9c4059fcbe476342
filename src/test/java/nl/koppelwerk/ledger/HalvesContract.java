package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Two rows that turn out to be one relation while both are looked at, and looks that end before they decided; found by the simulation. */
interface HalvesContract {

    LedgerFixture ledger();

    @Test
    default void a_row_that_the_webhook_of_our_own_create_made_meanwhile_is_folded_in() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").endsInSync();

        assertThat(creating.pairs(Side.TARGET, "T-1").endsInSync()).isTrue();

        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.pair().source()).isEqualTo("R-1");
    }

    @Test
    default void of_two_looks_that_matched_each_others_root_only_one_writes() {
        var link = ledger().aLink();
        var one = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var other = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

        var foreign = intent(one, "T-1");
        var own = intent(other, "T-1");

        assertThat(foreign).isInstanceOf(Deliveries.Intent.Rival.class);
        assertThat(own).isInstanceOf(Deliveries.Intent.Granted.class);
    }

    @Test
    default void a_look_that_comes_back_closes_no_question() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").asks(QuestionsContract.question("phone")).endsInSync();

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").comesBack(new Again(Cause.LOOK_LATER, null, null)).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(ledger().questions().open(link.id(), "", 10)).hasSize(1);
    }

    @Test
    default void a_root_that_is_gone_is_found_by_no_key() {
        var link = ledger().aLink();
        var key = new MatchKey("id", "R-1");
        var now = ledger().now();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Çelik", now)).knows(Side.TARGET, key).endsInSync();

        Look.at(ledger(), link.id(), Side.TARGET, "T-1").lost(Side.TARGET).endsInSync();

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key))).isEmpty();
    }

    private Deliveries.Intent intent(Look look, String root) {
        var write = new Step.Write(Side.TARGET, root, Kind.ORGANISATION, PartKey.ROOT, root, "", "", Step.Action.UPDATE, Seen.named("Çelik"),
            Values.NONE, Values.NONE, "", "", 0);
        return ledger().deliveries().intend(look.claim, look.dossier.relation(), look.dossier.revision(), write, List.of(), new byte[0]);
    }
}
