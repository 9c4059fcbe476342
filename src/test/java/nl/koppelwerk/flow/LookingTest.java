package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.ledger.DeadLetters.Filter;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookingTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Filter ALL = new Filter(null, null, null, null);

    private final Hub hub = Hub.started();
    private final String link = hub.aLink();

    @AfterEach void stop() { hub.close(); }

    @Test
    void a_webhook_becomes_a_look_a_write_and_a_settled_notice() {
        hub.source.person("AC-1", "Sørensen");

        hub.webhook(link, Side.SOURCE, "AC-1");

        untilQuiet();
        assertThat(hub.target.records).hasSize(1);
        assertThat(hub.target.name("tribe-1")).isEqualTo("Sørensen");
        assertThat(hub.target.writes).hasSize(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(hub.metrics.counter("koppelwerk.looks", "outcome", "CREATED").count()).isEqualTo(1));
    }

    @Test
    void a_look_with_one_write_records_its_outcome_inside_the_finish() {
        hub.source.person("AC-1", "Çelik");

        hub.webhook(link, Side.SOURCE, "AC-1");

        untilQuiet();
        assertThat(hub.ledger.calls("Deliveries.intend")).isEqualTo(1);
        assertThat(hub.ledger.calls("Deliveries.answered")).isLessThanOrEqualTo(1);
    }

    @Test
    void an_edit_in_the_target_travels_back() {
        paired("AC-1", "De Vries");

        hub.target.rename("tribe-1", "IJsselstein");
        hub.webhook(link, Side.TARGET, "tribe-1");

        await().atMost(LIMIT).until(() -> hub.source.name("AC-1").equals("IJsselstein"));
        untilQuiet();
        assertThat(hub.source.writes).hasSize(1);
    }

    @Test
    void a_lost_answer_to_a_create_never_makes_a_second_record() {
        hub.source.person("AC-1", "Van 's-Gravenhage");
        hub.target.writing = write -> {
            hub.target.take(write);
            throw new UncheckedIOException(new SocketTimeoutException("lost"));
        };

        hub.webhook(link, Side.SOURCE, "AC-1");
        await().atMost(LIMIT).until(() -> hub.target.writes.size() == 1);
        hub.target.writing = hub.target::take;

        await().atMost(LIMIT).untilAsserted(() -> {
            hub.ledger.advance(Duration.ofMinutes(2));
            assertThat(onlyWatches()).isTrue();
        });
        assertThat(hub.target.writes).hasSize(1);
        assertThat(hub.target.records).hasSize(1);
        assertThat(hub.target.writes).hasSize(1);
    }

    @Test
    void a_read_without_an_answer_is_tried_again_when_due_and_not_before() {
        hub.source.person("AC-1", "Jansen");
        hub.source.reading = read -> new Answer.Unanswered(new nl.koppelwerk.relation.Reason(nl.koppelwerk.relation.ReasonCode.VENDOR_UNREACHABLE));

        hub.webhook(link, Side.SOURCE, "AC-1");

        await().atMost(LIMIT).until(() -> hub.metrics.find("koppelwerk.looks").counter() != null);
        assertThat(hub.source.reads).hasSize(1);
        assertThat(hub.notices.nextDue()).isAfter(hub.notices.now());
    }

    @Test
    void two_failures_on_the_roads_of_one_look_are_two_answers() {
        paired("AC-1", "Bakker");
        hub.source.reading = read -> { throw new IllegalStateException("nobody understands"); };

        hub.webhook(link, Side.SOURCE, "AC-1");
        await().atMost(LIMIT).until(() -> hub.deadLetters.open(ALL, "", 10).size() == 1);
        hub.webhook(link, Side.TARGET, "tribe-1");
        hub.webhook(link, Side.SOURCE, "AC-1");

        untilQuiet();
        assertThat(hub.deadLetters.open(ALL, "", 10)).isNotEmpty();
        assertThat(hub.target.records).hasSize(1);
    }

    @Test
    void a_dead_letter_is_replayed_once_its_cause_is_mended() {
        hub.source.person("AC-1", "Smit");
        var reading = hub.source.reading;
        hub.source.reading = read -> { throw new IllegalStateException("nobody understands"); };
        hub.webhook(link, Side.SOURCE, "AC-1");
        await().atMost(LIMIT).until(() -> hub.deadLetters.open(ALL, "", 10).size() == 1);
        var letter = hub.deadLetters.open(ALL, "", 10).get(0);

        hub.source.reading = reading;
        int replayed = hub.replay.replay(List.of(letter.id()), "operator");

        assertThat(replayed).isEqualTo(1);
        await().atMost(LIMIT).until(() -> hub.target.records.size() == 1);
        assertThat(hub.replay.replay(List.of(letter.id()), "operator")).isZero();
    }

    @Test
    void many_hints_for_one_root_cost_few_looks() {
        paired("AC-1", "Mulder");
        int before = hub.target.reads.size();

        hub.accept(IntStream.range(0, 100).mapToObj(i -> Hint.of(link, Side.TARGET, "tribe-1", "webhook")).toList());

        untilQuiet();
        assertThat(hub.target.reads.size() - before).isBetween(1, 2);
    }

    @Test
    void a_silent_ledger_leaves_the_claim_to_its_lease_and_loses_nothing() {
        hub.source.person("AC-1", "Visser");
        hub.ledger.fails("Finishing.finish", () -> new IllegalStateException(new java.sql.SQLException("gone", "08006")));

        hub.webhook(link, Side.SOURCE, "AC-1");
        await().atMost(LIMIT).until(() -> hub.ledger.calls("Finishing.finish") == 1);
        hub.ledger.worksAgain();
        hub.ledger.advance(Duration.ofMinutes(2));

        await().atMost(LIMIT).until(this::onlyWatches);
        assertThat(hub.target.records).hasSize(1);
        assertThat(hub.deadLetters.open(ALL, "", 10)).isEmpty();
    }

    @Test
    void a_look_whose_lease_is_lost_drops_its_decision_and_keeps_the_fact() {
        hub.source.person("AC-1", "Meijer");
        hub.target.writing = write -> {
            var done = hub.target.take(write);
            // Meanwhile another worker has the notice.
            hub.ledger.answers("Notices.renew", java.util.Set.of());
            hub.leases.renew();
            return done;
        };

        hub.webhook(link, Side.SOURCE, "AC-1");

        await().atMost(LIMIT).until(() -> hub.ledger.calls("Deliveries.answered") == 1);
        assertThat(hub.ledger.calls("Finishing.finish")).isZero();
    }

    @Test
    void a_lone_webhook_is_delivered_at_once() {
        paired("AC-1", "Peters");
        hub.source.rename("AC-1", "Peeters");
        // It was read a moment ago; only a burst about one root waits.
        hub.ledger.advance(Duration.ofSeconds(1));
        long begin = System.nanoTime();

        hub.webhook(link, Side.SOURCE, "AC-1");

        await().pollInterval(Duration.ofMillis(1)).atMost(LIMIT).until(() -> hub.target.name("tribe-1").equals("Peeters"));
        // The claim interval is far longer than this: it was the acceptance that woke the worker.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
    }

    private void paired(String root, String name) {
        hub.source.person(root, name);
        hub.webhook(link, Side.SOURCE, root);
        untilQuiet();
    }

    /** A create that was in doubt is looked for ten minutes later, and nothing else is left to do. */
    private boolean onlyWatches() {
        var next = hub.notices.nextDue();
        return next != null && next.isAfter(hub.notices.now().plus(Duration.ofMinutes(5)));
    }

    private void untilQuiet() { await().atMost(LIMIT).until(() -> hub.notices.nextDue() == null); }
}
