package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Newcomers.Turn;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Cause;
import org.junit.jupiter.api.Test;

/** What every ledger promises of who lists what is new before a record is made where the vendor cannot be searched. */
public interface NewcomersContract {

    LedgerFixture ledger();

    private Turn turn(String link, Instant since) { return ledger().newcomers().turn(link, Side.TARGET, since, true); }

    private Newcomers.Listing mine(String link) { return (Newcomers.Listing) turn(link, ledger().now()); }

    @Test
    default void one_lists_and_the_others_wait_until_it_has_ended() {
        var link = ledger().aLink().id();
        var seen = ledger().now();

        var mine = mine(link);
        assertThat(turn(link, seen)).isInstanceOf(Newcomers.Wait.class);
        assertThat(ledger().newcomers().goesOn(mine)).isTrue();
        ledger().newcomers().listed(mine, mine.now());

        assertThat(turn(link, seen)).isEqualTo(new Newcomers.UpToNow());
        assertThat(ledger().newcomers().turn(link, Side.SOURCE, seen, true)).isInstanceOf(Newcomers.Listing.class);
    }

    @Test
    default void one_listing_serves_all_that_were_seen_before_it_and_the_next_comes_after_a_while() {
        var link = ledger().aLink().id();
        var before = mine(link);
        ledger().newcomers().listed(before, before.now());
        ledger().advance(Duration.ofSeconds(2));

        var early = (Newcomers.Wait) turn(link, ledger().now());
        assertThat(early.until()).isBetween(ledger().now().plusSeconds(1), ledger().now().plus(Newcomers.GAP));
        assertThat(turn(link, before.now())).isEqualTo(new Newcomers.UpToNow());
        ledger().advance(Newcomers.GAP);

        assertThat(turn(link, ledger().now())).isInstanceOf(Newcomers.Listing.class);
    }

    @Test
    default void a_listing_grows_old() {
        var link = ledger().aLink().id();
        var before = mine(link);
        ledger().newcomers().listed(before, before.now());

        ledger().advance(Newcomers.FRESH.plusSeconds(1));

        assertThat(turn(link, before.now())).isInstanceOf(Newcomers.Listing.class);
    }

    @Test
    default void a_pass_that_was_left_or_whose_worker_died_is_taken_over() {
        var link = ledger().aLink().id();
        ledger().newcomers().leave(mine(link));
        var dies = mine(link);

        ledger().advance(Newcomers.LEASE.plusSeconds(1));
        var next = mine(link);

        assertThat(ledger().newcomers().goesOn(dies)).isFalse();
        assertThat(ledger().newcomers().goesOn(next)).isTrue();
        ledger().newcomers().leave(dies);
        assertThat(turn(link, ledger().now())).isInstanceOf(Newcomers.Wait.class);
    }

    @Test
    default void where_the_keys_are_others_from_now_on_all_is_listed_anew() {
        var link = listed();
        ledger().checkpoints().at(link, Side.TARGET, "relaties" + Newcomers.INDEX, new Checkpoints.Place("", "", "2026"));
        ledger().checkpoints().at(link, Side.TARGET, "relaties", new Checkpoints.Place("", "", "2026"));
        assertThat(turn(link, Instant.EPOCH)).isEqualTo(new Newcomers.UpToNow());

        ledger().newcomers().forget(link);

        assertThat(turn(link, Instant.EPOCH)).isInstanceOf(Newcomers.Listing.class);
        assertThat(ledger().checkpoints().find(link, Side.TARGET, "relaties" + Newcomers.INDEX)).isEmpty();
        assertThat(ledger().checkpoints().find(link, Side.TARGET, "relaties")).isPresent();
    }

    @Test
    default void while_the_first_run_lists_that_side_everybody_waits() {
        var link = ledger().aLink().id();
        var run = ledger().runs().start(link, Runs.Kind.INITIAL, "admin");
        assertThat(turn(link, ledger().now())).isInstanceOf(Newcomers.Wait.class);

        ledger().newcomers().listed(link, Side.TARGET, run.startedAt());

        assertThat(turn(link, run.startedAt())).isEqualTo(new Newcomers.UpToNow());
        ledger().advance(Newcomers.GAP.plusSeconds(1));
        assertThat(turn(link, ledger().now())).isInstanceOf(Newcomers.Listing.class);
    }

    @Test
    default void a_first_run_that_goes_on_no_more_holds_up_nobody() {
        var link = ledger().aLink().id();
        var run = ledger().runs().start(link, Runs.Kind.INITIAL, "admin");

        ledger().runs().change(run.id(), Runs.State.PAUSED, "by hand");

        assertThat(turn(link, ledger().now())).isInstanceOf(Newcomers.Listing.class);
    }

    @Test
    default void a_root_that_was_told_of_is_waited_for_until_it_is_known_or_failed() {
        var link = listed();
        var since = ledger().now();
        ledger().notices().accept(List.of(Hint.of(link, Side.TARGET, "T-1", "webhook"), Hint.of(link, Side.TARGET, "T-2", "webhook"),
            Hint.of(link, Side.TARGET, "T-3", "webhook"), Hint.of(link, Side.SOURCE, "R-9", "webhook")));

        assertThat(turn(link, Instant.EPOCH)).isInstanceOf(Newcomers.Wait.class);
        assertThat(ledger().newcomers().turn(link, Side.TARGET, Instant.EPOCH, false)).isEqualTo(new Newcomers.UpToNow());
        ledger().dossiers().acquaint(link, Side.TARGET, Map.of("T-1", List.of(key("A"))));
        var claims = ledger().notices().claim(10);
        look(claims, "T-2").saw(Seen.whole(Side.TARGET, "T-2", "Çelik", since)).comesBack(Cause.LOOK_LATER).endsInSync();
        assertThat(turn(link, Instant.EPOCH)).isInstanceOf(Newcomers.Wait.class);
        look(claims, "T-3").fails(Cause.MAY_HEAL);

        assertThat(turn(link, Instant.EPOCH)).isEqualTo(new Newcomers.UpToNow());
    }

    @Test
    default void what_tells_of_our_own_create_is_not_waited_for() {
        var link = listed();
        var look = Look.at(ledger(), link, Side.SOURCE, "R-1");
        var delivery = sent(ledger(), look, create("Çelik"), key("A"), key("B"));
        ledger().notices().accept(List.of(Hint.of(link, Side.TARGET, "T-1", "webhook")));
        assertThat(turn(link, Instant.EPOCH)).isEqualTo(new Newcomers.UpToNow());
        ledger().notices().accept(List.of(Hint.of(link, Side.TARGET, "T-2", "webhook")));
        assertThat(turn(link, Instant.EPOCH)).isInstanceOf(Newcomers.Wait.class);
        ledger().dossiers().acquaint(link, Side.TARGET, Map.of("T-2", List.of(key("C"))));

        look.pairs(Side.TARGET, "T-1").answered(delivery, Writes.done("T-1")).endsInSync();

        assertThat(turn(link, Instant.EPOCH)).isEqualTo(new Newcomers.UpToNow());
    }

    private String listed() {
        var link = ledger().aLink().id();
        var mine = mine(link);
        ledger().newcomers().listed(mine, mine.now());
        return link;
    }

    private Look look(List<Claim> claims, String root) {
        return Look.at(ledger(), claims.stream().filter(claim -> claim.root().equals(root)).findFirst().orElseThrow());
    }
}
