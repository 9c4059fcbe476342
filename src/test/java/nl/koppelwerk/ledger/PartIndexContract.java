package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
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

    private Dossiers.Fate fate(Links.Link link, String run, String record) {
        var row = Seen.partial(Side.TARGET, record, "Çelik", ledger().now());
        return ledger().dossiers().observe(link.id(), Look.FACET, List.of(row), run).get(0).fate();
    }

    private void seen(Links.Link link, String root, String name, String... contacts) {
        Look.at(ledger(), link.id(), Side.TARGET, root).saw(Seen.whole(Side.TARGET, root, name, ledger().now(), contacts)).endsInSync();
    }
}
