package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Predecessor;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.Settlement.Visit;
import org.junit.jupiter.api.Test;

/** What a vendor tells of records that go by another number from now on. */
interface RenumberingContract {

    LedgerFixture ledger();

    @Test
    default void a_root_without_a_pair_is_told_whose_number_it_took_over_the_nearest_first() {
        var link = paired("1", "CLK-1");
        told(link, "2", "1");
        told(link, "3", "2");

        var look = Look.at(ledger(), link, Side.SOURCE, "3");

        assertThat(look.dossier.was()).singleElement().satisfies(before -> {
            assertThat(before.root()).isEqualTo("1");
            assertThat(before.pair().target()).isEqualTo("CLK-1");
        });
        assertThat(Look.at(ledger(), link, Side.SOURCE, "1").dossier.was()).as("it has a pair of its own").isEmpty();
    }

    @Test
    default void words_about_numbers_may_come_in_any_order_and_again() {
        var link = paired("1", "CLK-1");
        for (int i = 0; i < 2; i++) {
            told(link, "3", "2");
            told(link, "2", "1");
        }

        assertThat(Look.at(ledger(), link, Side.SOURCE, "3").dossier.was()).singleElement().matches(was -> was.root().equals("1") && !was.isDirect());
    }

    @Test
    default void numbers_that_are_exchanged_go_round_in_no_circle() {
        var link = paired("1", "CLK-1");
        told(link, "2", "1");
        told(link, "1", "2");

        assertThat(Look.at(ledger(), link, Side.SOURCE, "2").dossier.was()).singleElement().matches(was -> was.root().equals("1") && was.isDirect());
    }

    @Test
    default void a_root_that_takes_over_the_pair_of_its_former_number_is_that_relation() {
        var link = paired("1", "CLK-1");
        var old = Look.at(ledger(), link, Side.SOURCE, "1");
        old.endsInSync();
        told(link, "2", "1");
        var look = Look.at(ledger(), link, Side.SOURCE, "2");

        assertThat(look.takesOver(look.dossier.was().get(0)).saw(Seen.whole(Side.SOURCE, "2", "Ærø ApS", ledger().now())).endsInSync()).isTrue();

        var again = Look.at(ledger(), link, Side.SOURCE, "2").dossier;
        assertThat(again.relation()).isEqualTo(old.dossier.relation());
        assertThat(again.pair().target()).isEqualTo("CLK-1");
        assertThat(Look.at(ledger(), link, Side.SOURCE, "1").dossier.pair().isPaired()).as("the number may be another's now").isFalse();
    }

    @Test
    default void nothing_is_found_any_more_under_a_number_that_was_left() {
        var link = paired("1", "CLK-1");
        var key = new MatchKey("cvr", "12345674");
        Look.at(ledger(), link, Side.SOURCE, "1").knows(Side.SOURCE, key).endsInSync();
        told(link, "2", "1");
        var look = Look.at(ledger(), link, Side.SOURCE, "2");

        look.takesOver(look.dossier.was().get(0)).saw(Seen.whole(Side.SOURCE, "2", "Ærø ApS", ledger().now())).knows(Side.SOURCE, key).endsInSync();

        assertThat(ledger().dossiers().search(link, Look.FACET, Side.SOURCE, List.of(key))).extracting(found -> found.root()).containsExactly("2");
    }

    @Test
    default void a_pair_that_leaves_its_number_to_another_relation_keeps_its_row_and_nothing_else_of_the_number() {
        var link = paired("1", "CLK-1");
        var key = new MatchKey("cvr", "12345674");
        var pair = Look.at(ledger(), link, Side.SOURCE, "1").saw(Seen.whole(Side.SOURCE, "1", "Ærø ApS", ledger().now(), "contact-7")).knows(Side.SOURCE, key);
        pair.endsInSync();

        Look.at(ledger(), link, Side.SOURCE, "1").pairs(Side.SOURCE, "1~now").lost(Side.SOURCE).visits(new Visit(Side.SOURCE, "1", null))
            .ends(State.HELD, Outcome.HELD);
        ledger().advance(Look.A_LITTLE);

        var another = Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier;
        assertThat(another.relation()).isNotEqualTo(pair.dossier.relation());
        assertThat(another.pair()).isEqualTo(Pair.firstSeen(Look.FACET, Side.SOURCE, "1"));
        assertThat(another.lastKnown()).isEmpty();
        assertThat(ledger().dossiers().search(link, Look.FACET, Side.SOURCE, List.of(key))).isEmpty();
        var left = Look.at(ledger(), link, Side.TARGET, "CLK-1").dossier;
        assertThat(left.relation()).isEqualTo(pair.dossier.relation());
        assertThat(left.pair().source()).isEqualTo("1~now");
        assertThat(left.pair().gone()).containsExactly(Side.SOURCE);
    }

    @Test
    default void nobody_takes_over_a_pair_that_was_not_told_of() {
        var link = paired("1", "CLK-1");
        var other = Look.at(ledger(), link, Side.SOURCE, "1").dossier;

        var look = Look.at(ledger(), link, Side.SOURCE, "2");

        assertThat(look.takesOver(new Predecessor("1", other.relation(), other.pair(), true)).endsInSync()).isFalse();
    }

    private String paired(String source, String target) {
        var link = ledger().aLink().id();
        Look.at(ledger(), link, Side.SOURCE, source).pairs(Side.TARGET, target).saw(Seen.whole(Side.SOURCE, source, "Ærø ApS", ledger().now())).endsInSync();
        ledger().advance(Look.A_LITTLE);
        return link;
    }

    private void told(String link, String root, String was) {
        ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, root, Lane.LIVE, "webhook", false, was, "")));
        ledger().advance(Look.A_LITTLE);
        ledger().notices().claim(9).forEach(claim -> ledger().notices().putBack(claim, ledger().now().plusSeconds(900)));
    }
}
