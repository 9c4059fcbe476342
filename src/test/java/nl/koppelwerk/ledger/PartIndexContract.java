package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of hints that name a part: they are led to its roots. */
public interface PartIndexContract {

    LedgerFixture ledger();

    @Test
    default void a_hint_for_a_part_or_a_handle_is_led_to_its_roots() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        seen(link, "T-2", "Sørensen", "C-1");

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "C-1", "webhook"),
            Hint.of(link.id(), Side.TARGET, "T-1-address", "webhook"), Hint.of(link.id(), Side.TARGET, "unknown", "webhook")));
        ledger().advance(Look.A_LITTLE);

        assertThat(ledger().notices().claim(10)).extracting(Claim::root).containsExactlyInAnyOrder("T-1", "T-2", "unknown");
    }

    @Test
    default void a_root_that_a_look_named_is_looked_at_itself_though_it_is_a_part_elsewhere() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now(), "C-1")).endsInSync();

        Look.at(ledger(), link.id(), Side.TARGET, "role-1").isOfPartOf("C-1").endsInSync();

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("C-1");
    }

    @Test
    default void a_part_that_left_its_root_leads_there_no_more() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        ledger().advance(Duration.ofSeconds(1));
        seen(link, "T-1", "Çelik");

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "C-1", "webhook")));

        assertThat(ledger().notices().claim(10)).extracting(Claim::root).containsExactly("C-1");
    }

    @Test
    default void an_observed_part_makes_its_root_stale_all_the_same() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");

        ledger().notices().accept(List.of(new Hint(link.id(), Side.TARGET, "C-1", Lane.LIVE, "poll", true, "", "")));
        ledger().advance(Look.A_LITTLE);

        assertThat(ledger().notices().claim(1)).singleElement().matches(claim -> claim.root().equals("T-1") && claim.stale());
    }

    @Test
    default void a_row_of_a_known_part_is_a_hint_of_a_poll_and_nothing_in_a_full_pass() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "test");
        ledger().runs().claim(10);
        ledger().advance(Duration.ofSeconds(1));

        assertThat(fate(link, "", "C-1-person")).isEqualTo(Dossiers.Fate.HINT);
        assertThat(fate(link, run.id(), "C-1-person")).isEqualTo(Dossiers.Fate.EQUAL);
    }

    @Test
    default void a_look_at_an_id_that_became_a_part_meanwhile_is_told_its_roots() {
        var link = ledger().aLink();
        waits(link, "C-1");
        seen(link, "T-2", "Sørensen", "C-1");
        seen(link, "T-1", "Çelik", "C-1");

        assertThat(Look.at(ledger(), waiting(link, "C-1")).dossier.partOf()).containsExactly("T-1", "T-2");
    }

    @Test
    default void a_root_that_was_seen_or_paired_is_part_of_nothing() {
        var link = ledger().aLink();
        seen(link, "P-1", "De Vries");
        Look.at(ledger(), link.id(), Side.SOURCE, "R-2").pairs(Side.TARGET, "P-2").endsInSync();
        seen(link, "T-1", "Çelik", "P-1", "P-2", "C-1");

        assertThat(Look.at(ledger(), waiting(link, "P-1")).dossier.partOf()).isEmpty();
        assertThat(Look.at(ledger(), waiting(link, "P-2")).dossier.partOf()).isEmpty();
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "unknown").dossier.partOf()).isEmpty();
    }

    @Test
    default void a_root_that_a_listing_showed_is_looked_at_though_it_became_a_part_of_another_meanwhile() {
        var link = ledger().aLink();
        ledger().dossiers().observe(link.id(), Look.FACET, List.of(Seen.whole(Side.TARGET, "P-1", "De Vries", ledger().now())), "");
        ledger().notices().accept(List.of(new Hint(link.id(), Side.TARGET, "P-1", Lane.BACKFILL, "poll", true, "", "")));
        seen(link, "T-1", "Çelik", "P-1");

        var look = Look.at(ledger(), waiting(link, "P-1"));

        assertThat(look.dossier.partOf()).isEmpty();
        assertThat(look.dossier.pair().target()).isEqualTo("P-1");
    }

    @Test
    default void a_part_that_waited_for_its_root_leaves_no_relation() {
        var link = ledger().aLink();
        var waited = waits(link, "C-1");
        seen(link, "T-1", "Çelik", "C-1");
        var moved = Look.at(ledger(), waiting(link, "C-1"));
        assertThat(moved.dossier.relation()).isEqualTo(waited);

        moved.isOfPartOf("T-1").endsInSync();

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "C-1", "webhook")));
        ledger().advance(Duration.ofMinutes(2));
        assertThat(ledger().notices().claim(10)).extracting(Claim::root).containsExactly("T-1");
    }

    @Test
    default void a_part_that_was_seen_as_a_root_keeps_its_relation() {
        var link = ledger().aLink();
        seen(link, "P-1", "De Vries");
        var look = Look.at(ledger(), link.id(), Side.TARGET, "P-1");

        look.isOfPartOf("T-1").endsInSync();

        ledger().notices().claim(1);
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "P-1").dossier.relation()).isEqualTo(look.dossier.relation());
    }

    /** The hint came before the root that it is a part of was known. */
    private String waits(Links.Link link, String part) {
        var look = Look.at(ledger(), link.id(), Side.TARGET, part);
        look.comesBack(new Again(Cause.LOOK_LATER, null, Duration.ofMinutes(1))).ends(State.PENDING, Outcome.POSTPONED);
        return look.dossier.relation();
    }

    /** The index leads a hint elsewhere, the notice that is there already stays what it is. */
    private Claim waiting(Links.Link link, String part) {
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, part, "webhook")));
        ledger().advance(Duration.ofMinutes(2));
        return ledger().notices().claim(10).stream().filter(claim -> claim.root().equals(part)).findFirst().orElseThrow();
    }

    @Test
    default void a_row_of_a_part_whose_hint_still_waits_is_no_root_either() {
        var link = ledger().aLink();
        waits(link, "C-1");
        seen(link, "T-1", "Çelik", "C-1");

        var row = Seen.whole(Side.TARGET, "C-1", "Çelik", ledger().now());
        var listed = ledger().dossiers().observe(link.id(), Look.FACET, List.of(row), "");

        assertThat(listed).extracting(Dossiers.Listed::fate).containsExactly(Dossiers.Fate.HINT);
        assertThat(Look.at(ledger(), waiting(link, "C-1")).dossier.partOf()).containsExactly("T-1");
    }

    private Dossiers.Fate fate(Links.Link link, String run, String record) {
        var row = Seen.partial(Side.TARGET, record, "Çelik", ledger().now());
        return ledger().dossiers().observe(link.id(), Look.FACET, List.of(row), run).get(0).fate();
    }

    private void seen(Links.Link link, String root, String name, String... contacts) {
        Look.at(ledger(), link.id(), Side.TARGET, root).saw(Seen.whole(Side.TARGET, root, name, ledger().now(), contacts)).endsInSync();
    }
}
