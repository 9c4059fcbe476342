package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Dossiers.Fate.EQUAL;
import static nl.koppelwerk.ledger.Dossiers.Fate.HINT;
import static nl.koppelwerk.ledger.Dossiers.Fate.MOVED;
import static nl.koppelwerk.ledger.Dossiers.Fate.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement;
import org.junit.jupiter.api.Test;

/** What every ledger promises of the rows of a listing. */
public interface ObservationsContract {

    LedgerFixture ledger();

    @Test
    default void an_unknown_root_moved_until_a_look_has_taken_it_in() {
        var link = ledger().aLink();

        assertThat(fates(link, "", whole("T-1", "Çelik"))).containsExactly(MOVED);
        tick();
        assertThat(fates(link, "", whole("T-1", "Çelik"))).containsExactly(MOVED);
        observedLook(link, "T-1");

        assertThat(fates(link, "", whole("T-1", "Çelik"))).containsExactly(EQUAL);
    }

    @Test
    default void an_equal_row_needs_nothing_and_tells_the_state() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        tick();

        var listed = ledger().dossiers().observe(link.id(), Look.FACET, List.of(whole("T-1", "Çelik", "C-1"), partial("T-1", "Çelik")), "");

        assertThat(listed).extracting(Dossiers.Listed::fate).containsExactly(EQUAL, EQUAL);
        assertThat(listed.get(0).state()).isEqualTo(Settlement.State.IN_SYNC);
        assertThat(listed.get(0).root()).isEqualTo("T-1");
    }

    @Test
    default void a_whole_row_that_differs_moved_and_stands_as_the_observation() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik");
        tick();

        assertThat(fates(link, "", whole("T-1", "Çelik B.V."))).containsExactly(MOVED);

        var stored = observedLook(link, "T-1").dossier.stored().get(Side.TARGET);
        assertThat(stored.relation().values()).isEqualTo(Seen.named("Çelik B.V."));
    }

    @Test
    default void what_a_root_was_last_seen_to_hold_is_known_whoever_asks() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik");
        tick();
        fates(link, "", whole("T-1", "Çelik B.V."));

        assertThat(ledger().dossiers().lastKnown(link.id(), Side.TARGET, "T-1").orElseThrow().relation().values()).isEqualTo(Seen.named("Çelik B.V."));
        assertThat(ledger().dossiers().lastKnown(link.id(), Side.SOURCE, "T-1")).isEmpty();
        assertThat(ledger().dossiers().lastKnown(ledger().aLink().id() + "x", Side.TARGET, "T-1")).isEmpty();
    }

    @Test
    default void a_row_that_knows_less_is_only_compared() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik", "C-1");
        tick();

        assertThat(fates(link, "", partial("T-1", "Çelik B.V."))).containsExactly(HINT);

        var stored = observedLook(link, "T-1").dossier.stored().get(Side.TARGET);
        assertThat(stored.relation().values()).isEqualTo(Seen.named("Çelik"));
    }

    @Test
    default void a_row_asked_for_before_the_stored_observation_is_only_a_hint() {
        var link = ledger().aLink();
        var early = whole("T-1", "Old");
        tick();
        seen(link, "T-1", "New");

        assertThat(fates(link, "", early)).containsExactly(HINT);

        assertThat(observedLook(link, "T-1").dossier.stored().get(Side.TARGET).relation().values()).isEqualTo(Seen.named("New"));
    }

    /** Seed 26125: a lagging listing brought the old state back, which went to the other side as an edit. */
    @Test
    default void a_row_that_is_older_by_the_systems_own_stamp_is_only_a_hint_however_late_it_was_asked_for() {
        var link = ledger().aLink();
        var edited = ledger().now();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(dated("New", edited)).endsInSync();
        tick();

        assertThat(fates(link, "", dated("Old", edited.minusSeconds(5)))).containsExactly(HINT);
        assertThat(observedLook(link, "T-1").dossier.stored().get(Side.TARGET).relation().values()).isEqualTo(Seen.named("New"));

        assertThat(fates(link, "", dated("Newer", edited.plusSeconds(5)))).containsExactly(MOVED);
    }

    @Test
    default void a_row_asked_for_before_our_last_write_had_ended_is_only_a_hint() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik");
        tick();
        var duringTheWrite = whole("T-1", "Other");
        tick();
        var look = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        ledger().deliveries().answered(Writes.sent(ledger(), look, Writes.update("T-1", "Çelik B.V.", 0)), Writes.done(""));
        look.endsInSync();

        assertThat(fates(link, "", duringTheWrite)).containsExactly(HINT);
        tick();
        assertThat(fates(link, "", whole("T-1", "Other"))).containsExactly(MOVED);
    }

    @Test
    default void what_a_look_saw_does_not_replace_a_row_that_was_asked_for_later() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        var early = whole("T-1", "Old");
        tick();
        fates(link, "", whole("T-1", "New"));

        look.saw(early).endsInSync();

        assertThat(observedLook(link, "T-1").dossier.stored().get(Side.TARGET).relation().values()).isEqualTo(Seen.named("New"));
    }

    @Test
    default void a_run_has_each_root_once() {
        var link = ledger().aLink();
        seen(link, "T-1", "Çelik");
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "test");
        ledger().runs().claim(10);
        tick();

        assertThat(fates(link, run.id(), whole("T-1", "Çelik"), whole("T-1", "Çelik"))).containsExactly(EQUAL, REPEATED);
    }

    private List<Dossiers.Fate> fates(Links.Link link, String run, Sighting... rows) {
        return ledger().dossiers().observe(link.id(), Look.FACET, List.of(rows), run).stream().map(Dossiers.Listed::fate).toList();
    }

    private void seen(Links.Link link, String root, String name, String... contacts) {
        Look.at(ledger(), link.id(), Side.TARGET, root).saw(whole(root, name, contacts)).endsInSync();
    }

    /** The look that an observed hint of a poll leads to. */
    private Look observedLook(Links.Link link, String root) {
        ledger().notices().accept(List.of(new Hint(link.id(), Side.TARGET, root, Lane.LIVE, "poll", true, "", "")));
        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));
        look.endsInSync();
        return look;
    }

    private Sighting whole(String root, String name, String... contacts) {
        return Seen.whole(Side.TARGET, root, name, ledger().now(), contacts);
    }

    private Sighting dated(String name, Instant modifiedAt) {
        var row = whole("T-1", name);
        return new Sighting(row.side(), row.root(), row.relation(), row.version(), modifiedAt, row.askedAt());
    }

    private Sighting partial(String root, String name) { return Seen.partial(Side.TARGET, root, name, ledger().now()); }

    private void tick() { ledger().advance(Duration.ofSeconds(1)); }
}
