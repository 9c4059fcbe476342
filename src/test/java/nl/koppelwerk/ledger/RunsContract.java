package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of runs: one of a kind, and one worker at a time. */
public interface RunsContract {

    LedgerFixture ledger();

    @Test
    default void a_link_has_one_run_of_a_kind_at_a_time() {
        var link = ledger().aLink();
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");

        assertThat(ledger().runs().start(link.id(), Runs.Kind.FULL, "other").id()).isEqualTo(run.id());
        assertThat(ledger().runs().start(link.id(), Runs.Kind.INITIAL, "admin").id()).isNotEqualTo(run.id());
        ledger().runs().change(run.id(), Runs.State.CANCELLED, "by hand");

        assertThat(ledger().runs().find(run.id()).orElseThrow().endedAt()).isNotNull();
        assertThat(ledger().runs().start(link.id(), Runs.Kind.FULL, "admin").id()).isNotEqualTo(run.id());
        assertThat(ledger().runs().of(link.id(), "", 10)).hasSize(3);
    }

    @Test
    default void one_worker_walks_a_run_until_its_lease_ends() {
        var link = ledger().aLink();
        ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");

        var first = ledger().runs().claim(5).get(0);
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().advance(Duration.ofSeconds(40));
        assertThat(ledger().runs().renew(first)).isTrue();
        ledger().advance(Duration.ofSeconds(40));
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().advance(Duration.ofSeconds(21));

        assertThat(ledger().runs().claim(5)).hasSize(1);
        assertThat(ledger().runs().renew(first)).isFalse();
    }

    @Test
    default void a_paused_run_is_not_claimed_and_goes_on_when_it_is_resumed() {
        var link = ledger().aLink();
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");
        assertThat(ledger().runs().claim(5)).as("a worker walks it, whose lease goes on").hasSize(1);

        ledger().runs().change(run.id(), Runs.State.PAUSED, "by hand");
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().runs().change(run.id(), Runs.State.RUNNING, "");

        assertThat(ledger().runs().claim(5)).hasSize(1);
    }

    @Test
    default void a_paired_root_that_no_page_of_a_run_showed_is_missing_unless_it_was_seen_since_or_is_known_to_be_gone() {
        var link = ledger().aLink();
        for (var number : List.of("1", "2", "3", "4")) pair(link.id(), number);
        Look.at(ledger(), link.id(), Side.TARGET, "T-4").lost(Side.TARGET).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);
        ledger().advance(Duration.ofMinutes(1));
        ledger().runs().start(link.id(), Runs.Kind.PERIODIC, "admin");
        var run = ledger().runs().claim(1).get(0);

        ledger().dossiers().observe(link.id(), Look.FACET, List.of(Seen.whole(Side.TARGET, "T-1", "Jansen", ledger().now())), run.id());
        ledger().runs().walked(run, 1, Map.of(Outcome.EQUAL, 1), null);
        ledger().advance(Duration.ofMinutes(1));
        Look.at(ledger(), link.id(), Side.TARGET, "T-2").saw(Seen.whole(Side.TARGET, "T-2", "Jansen", ledger().now())).endsInSync();

        assertThat(ledger().runs().missing(run, Side.TARGET)).isEqualTo(new Runs.Missing(List.of("T-3"), 1));
    }

    @Test
    default void more_missing_roots_than_the_brake_allows_are_a_cut_listing() {
        var link = ledger().aLink();
        for (int number = 1; number <= 11; number++) pair(link.id(), "" + number);
        ledger().advance(Duration.ofMinutes(1));
        ledger().runs().start(link.id(), Runs.Kind.PERIODIC, "admin");

        var missing = ledger().runs().missing(ledger().runs().claim(1).get(0), Side.SOURCE);

        assertThat(missing.isCut()).isTrue();
        assertThat(missing.roots()).isEmpty();
    }

    /** A dossier that nobody of the source has may hold one of them along; as long as it has its keys, he is told to stand in it. */
    @Test
    default void a_root_of_the_target_without_a_partner_is_missing_where_a_preview_is_read_for_and_not_otherwise() {
        var link = ledger().aLink().id();
        var along = MatchKey.along("partner", "47080800819");
        Look.at(ledger(), link, Side.TARGET, "T-9").saw(Seen.whole(Side.TARGET, "T-9", "Jansen", ledger().now())).knows(Side.TARGET, along).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);
        assertThat(ledger().dossiers().search(link, Look.FACET, Side.TARGET, List.of(along))).hasSize(1);

        assertThat(missing(link, Runs.Kind.FULL)).isEmpty();
        assertThat(missing(link, Runs.Kind.READ)).containsExactly("T-9");
        Look.at(ledger(), link, Side.TARGET, "T-9").lost(Side.TARGET).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);

        assertThat(ledger().dossiers().search(link, Look.FACET, Side.TARGET, List.of(along))).isEmpty();
    }

    @Test
    default void roots_without_a_partner_cut_no_listing_and_are_asked_for_bit_by_bit() {
        var link = ledger().aLink().id();
        for (int number = 11; number <= 22; number++)
            Look.at(ledger(), link, Side.TARGET, "T-" + number).saw(Seen.whole(Side.TARGET, "T-" + number, "Jansen", ledger().now())).ends(State.OUT_OF_SCOPE, Outcome.OUT_OF_SCOPE);
        pair(link, "1");

        assertThat(missing(link, Runs.Kind.READ)).hasSize(11).contains("T-1", "T-11").doesNotContain("T-21", "T-22");
    }

    private List<String> missing(String link, Runs.Kind kind) {
        ledger().advance(Duration.ofMinutes(1));
        var run = ledger().runs().start(link, kind, "admin");
        return ledger().runs().missing(ledger().runs().claim(9).stream().filter(claimed -> claimed.id().equals(run.id())).findFirst().orElseThrow(), Side.TARGET).roots();
    }

    private void pair(String link, String number) {
        Look.at(ledger(), link, Side.SOURCE, "R-" + number).pairs(Side.TARGET, "T-" + number)
            .saw(Seen.whole(Side.SOURCE, "R-" + number, "Jansen", ledger().now()), Seen.whole(Side.TARGET, "T-" + number, "Jansen", ledger().now())).endsInSync();
    }
}
