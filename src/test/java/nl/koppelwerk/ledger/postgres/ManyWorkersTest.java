package nl.koppelwerk.ledger.postgres;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import org.junit.jupiter.api.Test;

class ManyWorkersTest {

    private static final int WORKERS = 8;

    private final PostgresFixture ledger = new PostgresFixture();

    @Test
    void eight_claiming_at_once_never_share_a_notice_and_lose_none() throws Exception {
        var link = ledger.aLink().id();
        ledger.notices().accept(hints(link, 400));

        var roots = atOnce(() -> {
            var mine = new ArrayList<String>();
            for (var claims = ledger.notices().claim(7); !claims.isEmpty(); claims = ledger.notices().claim(7))
                claims.forEach(claim -> mine.add(claim.root()));
            return mine;
        }).stream().flatMap(List::stream).toList();

        assertThat(roots).hasSameSizeAs(new HashSet<>(roots));
        assertThat(roots.size() + ledger.notices().claim(400).size()).isEqualTo(400);
    }

    @Test
    void of_two_that_finish_the_same_claim_one_is_told_no() throws Exception {
        var link = ledger.aLink().id();
        ledger.notices().accept(hints(link, 1));
        var claim = ledger.notices().claim(1).get(0);
        var dossier = ledger.dossiers().open(claim, "debtor").orElseThrow();

        var answers = atOnce(() -> ledger.finishing().finish(finish(claim, dossier)));

        assertThat(answers).containsOnlyOnce(true);
    }

    @Test
    void hints_for_the_same_roots_in_any_order_never_wait_in_a_ring() throws Exception {
        var link = ledger.aLink().id();

        atOnce(() -> {
            for (int i = 0; i < 20; i++) {
                var hints = new ArrayList<>(hints(link, 50));
                java.util.Collections.shuffle(hints);
                ledger.notices().accept(hints);
            }
            return true;
        });

        assertThat(ledger.notices().claim(100)).hasSize(50);
    }

    /** Two that accept at once draw their numbers in one order and may get the row in the other. */
    @Test
    void a_hint_whose_number_was_overtaken_is_the_newer_one_all_the_same() {
        var link = ledger.aLink().id();
        ledger.notices().accept(hints(link, 1));
        var claim = ledger.notices().claim(1).get(0);
        var dossier = ledger.dossiers().open(claim, "debtor").orElseThrow();
        TestDatabase.get().database().row("SELECT setval('notice_generation', 1)", row -> true);

        ledger.notices().accept(hints(link, 1));
        ledger.finishing().finish(finish(claim, dossier));
        ledger.advance(Duration.ofMillis(600));

        assertThat(ledger.notices().claim(1)).singleElement().matches(Claim::stale);
    }

    @Test
    void a_hundred_thousand_notices_of_one_link_cost_another_links_webhook_nothing() {
        var busy = ledger.aLink().id();
        var other = ledger.aLink().id();
        for (int page = 0; page < 10; page++) ledger.notices().accept(hints(busy, page * 10_000, 10_000));
        ledger.notices().claim(10);
        ledger.notices().accept(List.of(Hint.of(other, Side.TARGET, "webhook", "webhook")));

        var began = System.nanoTime();
        var claims = ledger.notices().claim(10);
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(claims).anyMatch(claim -> claim.link().equals(other)).hasSize(10);
        // A scan of the queue takes ten times as long on any machine; a busy one may still take a breath.
        assertThat(took).isLessThan(Duration.ofMillis(150));
    }

    @Test
    void nothing_that_was_seen_of_a_person_stands_readable_in_the_database() {
        var link = ledger.aLink().id();
        ledger.notices().accept(hints(link, 1));
        var claim = ledger.notices().claim(1).get(0);
        ledger.finishing().finish(finish(claim, ledger.dossiers().open(claim, "debtor").orElseThrow()));

        var dump = new StringBuilder();
        var database = TestDatabase.get().database();
        for (var table : database.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", row -> row.text("table_name")))
            database.rows("SELECT t::text AS line, convert_from(convert_to(t::text, 'UTF8'), 'UTF8') FROM " + table + " t", row -> dump.append(row.text("line")));

        var name = java.util.HexFormat.of().formatHex("Çelik".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(dump.toString()).contains(claim.root()).doesNotContain("Çelik").doesNotContain(name);
    }

    private static List<Hint> hints(String link, int count) { return hints(link, 0, count); }

    private static List<Hint> hints(String link, int from, int count) {
        return range(from, from + count).mapToObj(i -> new Hint(link, Side.SOURCE, "R-" + i, Lane.LIVE, "webhook", false, "", "")).toList();
    }

    private static Finishing.Finish finish(Claim claim, Dossier dossier) {
        var seen = PersonSeen.named("Çelik", claim.root(), Instant.now());
        var settlement = new Settlement(Settlement.State.IN_SYNC, Settlement.Outcome.EQUAL, List.of(), dossier.pair(), Optional.empty(),
            List.of(seen), List.of(), List.of(), List.of(), Map.of(), List.of(), Optional.empty());
        return new Finishing.Finish(claim, dossier.relation(), dossier.revision(), settlement, Map.of(), List.of("çelik"), Optional.empty(), "{}");
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(WORKERS);
        try {
            var answers = new ArrayList<T>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(WORKERS, work))) answers.add(future.get());
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
