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
    default void a_part_that_left_its_root_leads_there_no_more() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        ledger().advance(Duration.ofSeconds(1));
        seen(link, "T-1", "Çelik");

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "C-1", "webhook")));

        assertThat(ledger().notices().claim(10)).extracting(Claim::root).containsExactly("C-1");
    }

    private void seen(Links.Link link, String root, String name, String... contacts) {
        Look.at(ledger(), link.id(), Side.TARGET, root).saw(Seen.whole(Side.TARGET, root, name, ledger().now(), contacts)).endsInSync();
    }
}
