package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of a link whose system is down: it stops itself, probes, and resumes. */
public interface SelfStopContract {

    LedgerFixture ledger();

    @Test
    default void a_link_stops_itself_keeps_accepting_probes_one_notice_and_resumes() {
        var link = ledger().aLink();
        looks(link, 11, false);
        looks(link, 9, true);

        assertThat(state(link)).isEqualTo(Links.State.STOPPED);
        ledger().notices().accept(List.of(hint(link, "R-new")));
        assertThat(ledger().notices().claim(50)).isEmpty();
        ledger().advance(Duration.ofMinutes(5));
        var probe = ledger().notices().claim(50);
        assertThat(probe).hasSize(1);
        assertThat(ledger().notices().claim(50)).isEmpty();

        Look.at(ledger(), probe.get(0)).endsInSync();

        assertThat(state(link)).isEqualTo(Links.State.ACTIVE);
        assertThat(ledger().notices().claim(50)).hasSizeGreaterThan(1);
    }

    @Test
    default void a_probe_that_fails_leaves_the_link_stopped() {
        var link = ledger().aLink();
        looks(link, 20, false);
        ledger().advance(Duration.ofMinutes(5));

        Look.at(ledger(), ledger().notices().claim(50).get(0)).fails(Cause.MAY_HEAL);

        assertThat(state(link)).isEqualTo(Links.State.STOPPED);
        assertThat(ledger().notices().claim(50)).isEmpty();
        ledger().advance(Duration.ofMinutes(5));
        assertThat(ledger().notices().claim(50)).hasSize(1);
    }

    @Test
    default void fewer_than_twenty_looks_or_forty_percent_do_not_stop_a_link() {
        var small = ledger().aLink();
        looks(small, 19, false);
        var large = ledger().aLink();
        looks(large, 15, true);
        looks(large, 10, false);

        assertThat(state(small)).isEqualTo(Links.State.ACTIVE);
        assertThat(state(large)).isEqualTo(Links.State.ACTIVE);
    }

    @Test
    default void failures_of_more_than_five_minutes_ago_are_forgotten() {
        var link = ledger().aLink();
        looks(link, 15, false);
        ledger().advance(Duration.ofMinutes(6));
        looks(link, 5, false, "later");

        assertThat(state(link)).isEqualTo(Links.State.ACTIVE);
    }

    @Test
    default void refused_data_never_stop_a_link() {
        var link = ledger().aLink();
        for (int i = 0; i < 30; i++) Look.at(ledger(), link.id(), Side.SOURCE, "dirty-" + i).ends(State.REFUSED, Outcome.REFUSED);

        assertThat(state(link)).isEqualTo(Links.State.ACTIVE);
    }

    private void looks(Links.Link link, int count, boolean well) { looks(link, count, well, well ? "well" : "ill"); }

    /** All are accepted and claimed first: a link that has stopped itself would hand out no more. */
    private void looks(Links.Link link, int count, boolean well, String name) {
        ledger().notices().accept(java.util.stream.IntStream.range(0, count).mapToObj(i -> hint(link, name + "-" + i)).toList());
        var claims = ledger().notices().claim(200).stream().filter(claim -> claim.link().equals(link.id())).toList();
        var ours = claims.stream().filter(claim -> claim.root().startsWith(name)).toList();
        claims.stream().filter(claim -> !ours.contains(claim)).forEach(claim -> ledger().notices().putBack(claim, ledger().now()));
        for (var claim : ours) {
            var look = Look.at(ledger(), claim);
            if (well) look.endsInSync();
            else look.fails(Cause.MAY_HEAL);
        }
    }

    private Links.State state(Links.Link link) { return ledger().links().find(link.id()).orElseThrow().state(); }

    private static Hint hint(Links.Link link, String root) { return Hint.of(link.id(), Side.SOURCE, root, "webhook"); }
}
