package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalkingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Hub hub = Hub.started();
    private final String link = hub.aNewLink();

    @AfterEach void stop() { hub.close(); }

    @Test
    @Requirement({"AC-15", "AC-16", "AC-20"})
    void activation_reads_the_source_page_by_page_and_the_balance_adds_up() {
        persons(10);

        var answers = hub.activation.activate(link, "admin");

        assertThat(answers.get(Side.TARGET)).allMatch(check -> check.well());
        var run = untilDone();
        assertThat(hub.target.records).hasSize(10);
        assertThat(run.read()).isEqualTo(10);
        assertThat(run.balance()).containsEntry(Outcome.CREATED, 10);
        assertThat(hub.source.pages.get(0).since()).isEmpty();
        assertThat(hub.checkpoints.find(link, Side.SOURCE, "relations").orElseThrow().watermark()).isEqualTo("2026-03-02T07:58:00Z");
    }

    @Test
    @Requirement("AC-91")
    void a_second_run_over_equal_rows_writes_nothing() {
        persons(7);
        hub.activation.activate(link, "admin");
        untilDone();
        int writes = hub.target.writes.size();

        hub.runs.start(link, Runs.Kind.PERIODIC, "schedule");

        await().atMost(LIMIT).until(() -> runs().size() == 2 && runs().stream().allMatch(run -> run.state() == Runs.State.DONE));
        assertThat(hub.target.writes).hasSize(writes);
    }

    @Test
    void a_run_whose_vendor_does_not_answer_goes_on_at_the_page_where_it_was() {
        persons(10);
        var failing = new AtomicInteger(1);
        var listing = hub.source.listing;
        hub.source.listing = request -> {
            if (request.position().isEmpty() || failing.getAndDecrement() <= 0) return listing.apply(request);
            throw new java.io.UncheckedIOException(new java.net.ConnectException("down"));
        };

        hub.activation.activate(link, "admin");
        await().atMost(LIMIT).until(() -> hub.source.pages.size() == 2);
        // What a leap of the clock fences waits for a moment of its own, so the clock goes on until the run has ended.
        await().atMost(LIMIT).until(() -> {
            hub.ledger.advance(Duration.ofSeconds(16));
            return runs().stream().allMatch(run -> run.state() == Runs.State.DONE);
        });

        var run = untilDone();
        assertThat(run.read()).isEqualTo(10);
        assertThat(hub.source.pages.stream().filter(page -> page.position().isEmpty()).count()).isEqualTo(1);
    }

    @Test
    void a_throttled_run_waits_for_its_moment() {
        persons(5);
        var until = Instant.now().plus(Duration.ofMinutes(1));
        hub.source.listing = request -> new Answer.Throttled(until);

        hub.activation.activate(link, "admin");
        await().atMost(LIMIT).until(() -> hub.source.pages.size() == 1);
        var walk = Walk.poll(link, List.of(new Walk.Listing(Side.SOURCE, "relations")));

        assertThat(walk.isGoing()).isTrue();
        await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> hub.source.pages.size() == 1);
    }

    @Test
    void a_run_whose_login_is_refused_lets_the_account_rest_and_goes_on_with_new_credentials() {
        persons(5);
        var listing = hub.source.listing;
        hub.source.listing = request -> new Answer.Denied(new Reason(ReasonCode.CREDENTIALS_REFUSED, "", Map.of("system", "AdvocaatCentraal")));
        hub.activation.activate(link, "admin");
        await().atMost(LIMIT).until(() -> account().backOffUntil() != null);
        assertThat(Wording.EN.told(account().backOffWhy())).isEqualTo("AdvocaatCentraal refuses the credentials of this account.");

        hub.source.listing = listing;
        hub.accounts.wake(account().id());
        await().atMost(LIMIT).until(() -> {
            hub.walks.wake(link);
            return hub.target.records.size() == 5;
        });

        assertThat(untilDone().read()).isEqualTo(5);
    }

    @Test
    void a_new_interval_counts_from_now_on() {
        hub.activation.activate(link, "admin");
        untilDone();
        var settings = hub.links.find(link).orElseThrow().settings().deepCopy().put("pollInterval", "PT10S");

        hub.activation.settings(link, settings, "admin");
        await().atMost(LIMIT).until(() -> runs().stream().allMatch(run -> run.state() == Runs.State.DONE));
        int asked = hub.source.pages.size();
        hub.ledger.advance(Duration.ofSeconds(11));

        await().atMost(LIMIT).until(() -> hub.source.pages.size() > asked);
    }

    @Test
    void new_settings_judge_what_a_full_run_has_passed_already() {
        hub.activation.activate(link, "admin");
        untilDone();
        var first = hub.runs.start(link, Runs.Kind.FULL, "admin");
        hub.runs.change(first.id(), Runs.State.PAUSED, "by hand");

        hub.activation.settings(link, hub.links.find(link).orElseThrow().settings().deepCopy().put("tribeKvkLink", true), "admin");

        assertThat(hub.runs.find(first.id()).orElseThrow().state()).isEqualTo(Runs.State.CANCELLED);
        await().atMost(LIMIT).until(() -> runs().stream().filter(run -> run.kind() == Runs.Kind.FULL && run.state() == Runs.State.DONE).count() == 1);
    }

    @Test
    void a_rest_that_another_process_ended_is_over() {
        var ledger = hub.ledger.port(nl.koppelwerk.ledger.Accounts.class);
        var remembering = new AccountBook(ledger, hub.camel, null, List.of(), Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(5));
        ledger.backOff(account().id(), Duration.ofMinutes(5), "401");
        assertThat(remembering.account(account().id()).backOffUntil()).isNotNull();

        ledger.wake(account().id());

        assertThat(remembering.account(account().id()).backOffUntil()).isNull();
    }

    private nl.koppelwerk.ledger.Accounts.Account account() {
        return hub.ledger.port(nl.koppelwerk.ledger.Accounts.class).find(hub.links.find(link).orElseThrow().accounts().get(Side.SOURCE));
    }

    @Test
    void an_empty_listing_concludes_nothing() {
        persons(4);
        hub.activation.activate(link, "admin");
        untilDone();
        hub.source.listing = request -> new Page(List.of(), "", "", 0);

        hub.ledger.advance(Duration.ofMinutes(6));

        int asked = hub.source.pages.size();
        await().atMost(LIMIT).until(() -> hub.source.pages.size() > asked);
        assertThat(hub.notices.nextDue()).isNull();
        assertThat(hub.checkpoints.find(link, Side.SOURCE, "relations").orElseThrow().watermark()).isEqualTo("2026-03-02T07:58:00Z");
    }

    @Test
    void what_a_full_comparison_does_not_find_in_a_listing_is_asked_for_by_its_id() {
        persons(3);
        hub.activation.activate(link, "admin");
        untilDone();
        var gone = hub.target.records.keySet().iterator().next();
        hub.target.records.remove(gone);
        hub.target.reads.clear();
        hub.ledger.advance(Duration.ofMinutes(1));

        hub.runs.start(link, Runs.Kind.PERIODIC, "schedule");

        await().atMost(LIMIT).until(() -> hub.target.reads.stream().map(Step.Read::root).toList().equals(List.of(gone)));
    }

    @Test
    void a_full_comparison_that_misses_more_than_the_brake_asks_for_nothing_and_says_so() {
        persons(15);
        hub.activation.activate(link, "admin");
        untilDone();
        hub.target.listing = request -> new Page(List.of(), "", "", 0);
        hub.ledger.advance(Duration.ofMinutes(1));

        hub.runs.start(link, Runs.Kind.PERIODIC, "schedule");

        await().atMost(LIMIT).until(() -> runs().size() == 2 && runs().get(1).state() == Runs.State.DONE);
        assertThat(Wording.EN.told(runs().get(1).why())).isEqualTo("The target left out at least 15 known records: nothing was concluded from that.");
        assertThat(hub.notices.nextDue()).isNull();
    }

    @Test
    void a_poll_delivers_what_moved() {
        persons(3);
        hub.activation.activate(link, "admin");
        untilDone();

        hub.source.rename("AC-02", "Yılmaz");
        hub.ledger.advance(Duration.ofMinutes(6));

        await().atMost(LIMIT).until(() -> hub.target.records.values().stream().anyMatch(r -> r.values().get(nl.koppelwerk.relation.Fields.LAST_NAME).text().equals("Yılmaz")));
        assertThat(hub.source.pages.get(hub.source.pages.size() - 1).since()).isEqualTo("2026-03-02T07:58:00Z");
    }

    @Test
    void a_paused_link_accepts_and_delivers_nothing() {
        hub.activation.activate(link, "admin");
        untilDone();
        hub.activation.pause(link, "by the office");
        hub.source.person("AC-99", "Dijkstra");

        hub.webhook(link, Side.SOURCE, "AC-99");
        assertThat(hub.target.records).isEmpty();
        assertThat(hub.links.find(link).orElseThrow().state()).isEqualTo(Links.State.PAUSED);
        hub.activation.resume(link);

        await().atMost(LIMIT).until(() -> hub.target.records.size() == 1);
    }

    @Test
    @Requirement("AC-32")
    void a_link_that_rested_goes_on_with_the_pairs_that_it_had() {
        persons(2);
        hub.activation.activate(link, "admin");
        untilDone();
        var made = List.copyOf(hub.target.records.keySet());
        hub.activation.pause(link, "by the office");
        hub.source.rename("AC-01", "Yılmaz");

        hub.activation.activate(link, "admin");
        hub.ledger.advance(Duration.ofMinutes(6));

        await().atMost(LIMIT).until(() -> hub.target.records.values().stream().anyMatch(r -> r.values().get(nl.koppelwerk.relation.Fields.LAST_NAME).text().equals("Yılmaz")));
        assertThat(hub.target.records.keySet()).containsExactlyInAnyOrderElementsOf(made);
        assertThat(runs()).hasSize(1);
    }

    private void persons(int count) {
        for (int i = 1; i <= count; i++) hub.source.person("AC-%02d".formatted(i), "Naam " + i);
    }

    private List<Runs.Run> runs() { return hub.runs.of(link, "", 10); }

    private Runs.Run untilDone() {
        await().atMost(LIMIT).until(() -> runs().size() == 1 && runs().get(0).state() == Runs.State.DONE);
        return runs().get(0);
    }
}
