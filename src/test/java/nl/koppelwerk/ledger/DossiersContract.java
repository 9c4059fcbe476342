package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of relations, their lease, and how rows become one. */
public interface DossiersContract {

    LedgerFixture ledger();

    @Test
    default void a_relation_exists_from_its_first_sighting_one_sided() {
        var link = ledger().aLink();

        var look = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

        assertThat(look.dossier.relation()).isNotEmpty();
        assertThat(look.dossier.pair().root(Side.TARGET)).contains("T-1");
        assertThat(look.dossier.pair().isPaired()).isFalse();
        assertThat(look.dossier.stored()).isEmpty();
        assertThat(look.dossier.lastKnown()).isEmpty();
    }

    @Test
    default void one_look_at_a_time_has_the_relation_and_the_other_is_put_back_a_little() {
        var link = ledger().aLink();
        pair(link, "R-1", "T-1");
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "T-1", "webhook")));

        var second = ledger().notices().claim(1).get(0);
        assertThat(ledger().dossiers().open(second, Look.FACET)).isEmpty();
        assertThat(ledger().notices().claim(1)).isEmpty();
        first.endsInSync();
        ledger().advance(Duration.ofSeconds(5));

        var again = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(again.dossier.relation()).isEqualTo(first.dossier.relation());
        assertThat(again.dossier.revision()).isGreaterThan(first.dossier.revision());
    }

    @Test
    default void the_pair_and_what_was_seen_are_there_at_the_next_look() {
        var link = ledger().aLink();
        var seen = Seen.whole(Side.TARGET, "T-1", "IJsselstein", ledger().now(), "C-1");
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").saw(seen).endsInSync();

        var next = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(next.dossier.pair().root(Side.TARGET)).contains("T-1");
        assertThat(next.dossier.stored().get(Side.TARGET).relation()).isEqualTo(seen.relation());
    }

    @Test
    default void a_hint_makes_the_observation_of_its_side_stale_but_still_known() {
        var link = ledger().aLink();
        pair(link, "R-1", "T-1");
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "T-1", "webhook"), Hint.of(link.id(), Side.SOURCE, "R-1", "poll")));
        ledger().advance(Look.A_LITTLE);

        var claims = ledger().notices().claim(2);
        var look = Look.at(ledger(), claims.get(0));

        assertThat(look.dossier.stored()).isEmpty();
        assertThat(look.dossier.lastKnown()).containsOnlyKeys(Side.SOURCE, Side.TARGET);
    }

    @Test
    default void an_observed_hint_leaves_the_observation_in_use() {
        var link = ledger().aLink();
        pair(link, "R-1", "T-1");
        ledger().notices().accept(List.of(new Hint(link.id(), Side.SOURCE, "R-1", Lane.LIVE, "poll", true, "", "")));

        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));

        assertThat(look.dossier.stored()).containsOnlyKeys(Side.SOURCE, Side.TARGET);
    }

    @Test
    default void two_one_sided_rows_fold_into_the_older_and_both_ids_go_on_answering() {
        var link = ledger().aLink();
        var older = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        older.endsInSync();
        ledger().advance(Duration.ofSeconds(1));
        var younger = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(younger.pairs(Side.TARGET, "T-1").folds(older.dossier.relation()).endsInSync()).isTrue();

        var bySource = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(bySource.dossier.relation()).isEqualTo(older.dossier.relation());
        assertThat(bySource.dossier.pair().isPaired()).isTrue();
        bySource.asks(QuestionsContract.question("phone")).endsInSync();
        assertThat(ledger().questions().of(younger.dossier.relation())).hasSize(1);
        assertThat(ledger().questions().of(older.dossier.relation())).hasSize(1);
    }

    @Test
    default void a_row_that_a_hint_had_made_for_what_our_own_create_made_goes_up_in_the_pair_and_is_looked_at_again() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var early = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

        assertThat(creating.pairs(Side.TARGET, "T-1").ends(State.IN_SYNC, Outcome.CREATED)).isTrue();

        assertThat(early.endsInSync()).isFalse();
        var again = Look.at(ledger(), ledger().notices().claim(1).get(0));
        assertThat(again.claim.root()).isEqualTo("T-1");
        assertThat(again.dossier.relation()).isEqualTo(creating.dossier.relation());
        assertThat(again.dossier.pair().isPaired()).isTrue();
    }

    @Test
    default void a_root_belongs_to_one_pair_of_a_facet() {
        var link = ledger().aLink();
        pair(link, "R-1", "T-1");
        var rival = Look.at(ledger(), link.id(), Side.SOURCE, "R-2").pairs(Side.TARGET, "T-1");

        assertThat(rival.endsInSync()).isFalse();

        ledger().advance(Duration.ofSeconds(61));
        assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.pair().isPaired()).isFalse();
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.pair().root(Side.SOURCE)).contains("R-1");
    }

    @Test
    default void a_notice_about_a_part_moves_to_its_roots_and_nothing_is_kept_under_its_id() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.TARGET, "address-1");

        look.isOfPartOf("T-1", "T-2").endsInSync();

        var claims = ledger().notices().claim(5);
        assertThat(claims).extracting(Claim::root).containsExactlyInAnyOrder("T-1", "T-2");
        assertThat(claims).allMatch(Claim::stale);
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "address-1").dossier.relation()).isNotEqualTo(look.dossier.relation());
    }

    private void pair(Links.Link link, String source, String target) {
        Look.at(ledger(), link.id(), Side.SOURCE, source).pairs(Side.TARGET, target)
            .saw(Seen.whole(Side.SOURCE, source, "IJsselstein", ledger().now()), Seen.whole(Side.TARGET, target, "IJsselstein", ledger().now()))
            .endsInSync();
    }
}
