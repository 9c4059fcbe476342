package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.done;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.sent;
import static nl.koppelwerk.reconcile.Settlement.Outcome.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.Settlement.Visit;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every ledger promises of creates that were in doubt, so that a twin that lands late is found. */
public interface TwinWatchContract {

    LedgerFixture ledger();

    @Test
    default void a_create_that_was_never_in_doubt_is_not_watched() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        look.answered(sent(ledger(), look, create("Çelik"), key("A")), done("T-1")).pairs(Side.TARGET, "T-1").endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches()).isEmpty();
    }

    @Test
    default void a_create_that_was_found_again_is_watched_from_then_on() {
        var link = ledger().aLink();
        doubted(link, Fate.DONE, "T-1");

        var watch = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches().get(0);

        assertThat(watch.side()).isEqualTo(Side.TARGET);
        assertThat(watch.part()).isEqualTo(PartKey.ROOT);
        assertThat(Duration.between(watch.since(), watch.until())).isEqualTo(Duration.ofDays(1));
        assertThat(watch.looked()).isEqualTo(watch.since());
        assertThat(watch.given()).isEmpty();
    }

    @Test
    default void what_an_attempt_had_sent_that_was_given_up_is_remembered() {
        var link = ledger().aLink();
        doubted(link, Fate.ABANDONED, "");

        var watch = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches().get(0);

        assertThat(watch.given()).singleElement().satisfies(given -> assertThat(given).extracting(one -> one.sent().text()).contains("Çelik"));
    }

    @Test
    default void what_somebody_else_made_in_its_place_holds_nothing_of_what_an_attempt_had_sent_and_is_watched_for_a_twin() {
        var link = ledger().aLink();
        doubted(link, Fate.FORESTALLED, "");

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches()).singleElement().satisfies(watch -> assertThat(watch.given()).isEmpty());
    }

    @Test
    default void a_miss_begins_no_watch() {
        var link = ledger().aLink();
        doubted(link, Fate.MISSED, "");

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches()).isEmpty();
    }

    @Test
    default void what_was_looked_for_is_remembered() {
        var link = ledger().aLink();
        doubted(link, Fate.DONE, "T-1");
        ledger().advance(Duration.ofMinutes(10));
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        look.watched(look.dossier.watches().get(0)).endsInSync();

        var watch = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.watches().get(0);
        assertThat(Duration.between(watch.since(), watch.looked())).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(watch.due()).hasValue(watch.since().plus(Duration.ofHours(1)));
    }

    @Test
    default void a_visit_is_due_at_its_moment_and_reads_nothing() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Çelik", ledger().now()));
        look.visits(new Visit(Side.SOURCE, "R-1", ledger().now().plus(Duration.ofHours(1)))).endsInSync();

        assertThat(ledger().notices().claim(5)).isEmpty();
        ledger().advance(Duration.ofMinutes(61));

        assertThat(ledger().notices().claim(5)).singleElement().satisfies(claim -> {
            assertThat(claim.root()).isEqualTo("R-1");
            assertThat(claim.stale()).isFalse();
            assertThat(claim.reasons()).containsExactly("watch");
        });
    }

    @Test
    default void a_hint_does_not_wait_for_the_visit_and_a_visit_does_not_hold_up_a_root_that_waits() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").visits(new Visit(Side.SOURCE, "R-1", ledger().now().plus(Duration.ofHours(1)))).endsInSync();
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "poll")));
        ledger().advance(Look.A_LITTLE);
        var early = Look.at(ledger(), ledger().notices().claim(5).get(0));
        assertThat(early.claim.root()).isEqualTo("R-1");

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "T-9", "webhook")));
        early.visits(new Visit(Side.TARGET, "T-9", ledger().now().plus(Duration.ofHours(1)))).endsInSync();

        ledger().advance(Duration.ofSeconds(2));
        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("T-9");
    }

    @Test
    default void a_twin_that_was_found_is_looked_at_at_once_and_read() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").visits(new Visit(Side.TARGET, "T-2", null)).endsInSync();

        assertThat(ledger().notices().claim(5)).singleElement().satisfies(claim -> {
            assertThat(claim.root()).isEqualTo("T-2");
            assertThat(claim.stale()).isTrue();
        });
    }

    @Test
    default void a_search_tells_that_the_partner_was_made_after_a_doubt() {
        var link = ledger().aLink();
        doubted(link, Fate.DONE, "T-1");
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").knows(Side.SOURCE, key("A")).pairs(Side.TARGET, "T-1").endsInSync();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-2").knows(Side.SOURCE, key("B")).pairs(Side.TARGET, "T-2").endsInSync();

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.SOURCE, List.of(key("A"))).get(0).doubted()).isTrue();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.SOURCE, List.of(key("B"))).get(0).doubted()).isFalse();
    }

    @Test
    default void a_row_that_is_folded_in_brings_its_watch() {
        var link = ledger().aLink();
        doubted(link, Fate.ABANDONED, "");
        var born = ledger().dossiers().search(link.id(), Look.FACET, Side.SOURCE, List.of(key("A")));
        assertThat(born).hasSize(1);

        Look.at(ledger(), link.id(), Side.TARGET, "T-1").pairs(Side.SOURCE, "R-1").folds(born.get(0).relationId()).endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.watches()).extracting(Watch::side).containsExactly(Side.TARGET);
    }

    @ParameterizedTest
    @EnumSource(names = {"ABANDONED", "FORESTALLED"})
    default void an_answer_to_what_was_given_up_has_its_root_looked_at(Fate fate) {
        var link = ledger().aLink();
        var frozen = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), frozen, create("Çelik"), key("A"));
        ledger().advance(Duration.ofSeconds(61));
        Look.at(ledger(), ledger().notices().claim(1).get(0)).judges(delivery, fate, "").endsInSync();

        ledger().deliveries().answered(delivery, done("T-late"));

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("T-late");
    }

    @Test
    default void a_twin_that_no_listing_shows_any_more_is_asked_for_although_it_has_no_partner() {
        var link = ledger().aLink();
        var reason = new Reason(ReasonCode.LATE_TWIN, "", Map.of("first", "T-1", "twin", "T-2", "system", "Tribe CRM"));
        Look.at(ledger(), link.id(), Side.TARGET, "T-2").saw(Seen.whole(Side.TARGET, "T-2", "Çelik", ledger().now())).asks(new Question(reason, Map.of())).ends(State.HELD, HELD);
        Look.at(ledger(), link.id(), Side.TARGET, "T-3").saw(Seen.whole(Side.TARGET, "T-3", "Bakker", ledger().now())).endsInSync();
        ledger().advance(Duration.ofMinutes(1));

        ledger().runs().start(link.id(), Runs.Kind.FULL, "test");

        assertThat(ledger().runs().missing(ledger().runs().claim(1).get(0), Side.TARGET).roots()).containsExactly("T-2");
    }

    /** A create of R-1 that nobody knew the outcome of, and what became of it. */
    private void doubted(Links.Link link, Fate fate, String madeId) {
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        first.answered(delivery, new Outcome.InDoubt()).comesBack(Cause.LOOK_LATER).endsInSync();
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-1").knows(Side.SOURCE, key("A")).judges(delivery, fate, madeId);
        if (!madeId.isEmpty()) second.pairs(Side.TARGET, madeId);
        second.endsInSync();
    }
}
