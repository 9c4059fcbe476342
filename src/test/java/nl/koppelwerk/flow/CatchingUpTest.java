package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.koppelwerk.ledger.Checkpoints.Place;
import nl.koppelwerk.ledger.DeadLetters.Filter;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target that cannot be searched is listed before something is made there. */
class CatchingUpTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Of a page in these tests. */
    private static final int LIMIT_OF_PAGE = 3;

    private final Hub hub = Hub.startedWithoutSearch();
    private final String link = hub.aLink();

    @AfterEach void stop() { hub.close(); }

    @Test
    void what_somebody_made_there_a_moment_ago_is_found_and_not_made_again() {
        hub.source.person("AC-1", "Sørensen");
        inTarget("tribe-9", "AC-1");

        webhooks(1);

        untilQuiet();
        assertThat(hub.target.records).containsOnlyKeys("tribe-9");
        assertThat(hub.notices.nextDue()).isNull();
    }

    @Test
    void one_listing_serves_many_births() {
        IntStream.rangeClosed(1, 40).forEach(number -> hub.source.person("AC-" + number, "Naam " + number));
        hub.target.listing = request -> new Page(List.of(), "", "", null);

        webhooks(40);

        untilQuiet();
        assertThat(hub.target.records).hasSize(40);
        assertThat(hub.target.pages.size()).isBetween(1, 10);
    }

    @Test
    void a_vendor_that_does_not_answer_is_the_reason_and_nothing_is_made_meanwhile() {
        hub.source.person("AC-1", "Sørensen");
        var failing = new AtomicInteger(1);
        var listing = hub.target.listing;
        hub.target.listing = request -> {
            if (failing.getAndDecrement() <= 0) return listing.apply(request);
            throw new UncheckedIOException(new ConnectException("down"));
        };

        webhooks(1);

        await().atMost(LIMIT).until(() -> hub.metrics.find("koppelwerk.looks").counters().stream().mapToDouble(counter -> counter.count()).sum() == 1);
        assertThat(hub.target.records).isEmpty();
        untilQuiet();
        assertThat(hub.target.records).hasSize(1);
    }

    @Test
    void a_page_that_nobody_understands_is_no_fault_of_the_root_and_the_pass_begins_anew() {
        hub.source.person("AC-1", "Sørensen");
        IntStream.range(0, LIMIT_OF_PAGE + 1).forEach(number -> inTarget("tribe-9" + number, "AC-9" + number));
        var listing = hub.target.listing;
        var odd = new AtomicInteger(1);
        hub.target.listing = request -> request.position().isEmpty() || odd.getAndDecrement() <= 0 ? listing.apply(request)
            : new Answer.Unreadable(new Reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "", Map.of("system", "Tribe")));

        webhooks(1);

        untilQuiet();
        assertThat(hub.deadLetters.open(new Filter(null, null, null, null), "", 10)).isEmpty();
        assertThat(hub.target.writes).hasSize(1);
        assertThat(hub.target.pages.stream().map(PageRequest::position)).startsWith("", "tribe-92", "", "tribe-92");
    }

    @Test
    void a_pass_of_very_many_pages_takes_several_looks_and_goes_on_where_it_was() {
        hub.source.person("AC-1", "Sørensen");
        IntStream.range(100, 180).forEach(number -> inTarget("tribe-" + number, "AC-" + number));
        inTarget("tribe-999", "AC-1");

        webhooks(1);

        untilQuiet();
        assertThat(hub.target.writes).isEmpty();
        assertThat(hub.target.pages.stream().filter(page -> page.position().isEmpty())).hasSize(1);
        assertThat(hub.checkpoints.find(link, Side.TARGET, "relations@index")).contains(new Place("", "", "2026-03-02T07:58:00Z"));
    }

    @Test
    void a_listing_that_stands_still_concludes_nothing() {
        hub.source.person("AC-1", "Sørensen");
        hub.target.listing = request -> new Page(List.of(), "here", "", null);

        webhooks(1);
        await().atMost(LIMIT).until(() -> hub.target.pages.size() >= 2);

        assertThat(hub.target.records).isEmpty();
        hub.target.listing = request -> new Page(List.of(), "", "", null);
        untilQuiet();
        assertThat(hub.target.records).hasSize(1);
    }

    @Test
    void a_defect_on_the_way_is_not_taken_for_an_index_that_is_complete() {
        hub.source.person("AC-1", "Sørensen");
        hub.ledger.fails("Checkpoints.find", () -> new IllegalStateException("a defect"));

        webhooks(1);

        untilQuiet();
        assertThat(hub.target.writes).isEmpty();
        assertThat(hub.deadLetters.open(new Filter(null, null, null, null), "", 10)).hasSize(1);
    }

    @Test
    void while_the_first_run_reads_what_a_webhook_tells_of_is_not_born() {
        hub.source.person("AC-1", "Sørensen");
        var listing = hub.source.listing;
        hub.source.listing = request -> new Answer.Throttled(Instant.now().plus(Duration.ofMinutes(1)));
        hub.runs.start(link, Runs.Kind.INITIAL, "admin");

        webhooks(1);

        await().atMost(LIMIT).until(() -> hub.metrics.find("koppelwerk.looks").counter() != null);
        assertThat(hub.target.records).isEmpty();
        assertThat(hub.target.pages).isEmpty();
        hub.source.listing = listing;
        await().atMost(LIMIT).until(() -> {
            hub.ledger.advance(Duration.ofSeconds(16));
            return hub.target.records.size() == 1;
        });
    }

    @Test
    void what_the_first_run_listed_is_not_listed_again() {
        var newcomers = hub.ledger.port(Newcomers.class);
        // Nobody else takes up the run.
        hub.camel.stop();
        hub.runs.start(link, Runs.Kind.INITIAL, "admin");
        var run = hub.runs.claim(1).get(0);
        var walk = Walk.of(run, List.of(new Walk.Listing(Side.TARGET, "relations", true)));
        hub.pages.open(walk);

        hub.pages.turn(walk, new Page(List.of(), "", "2026-03-02T08:00:00Z", null), Instant.now());

        assertThat(newcomers.turn(link, Side.TARGET, run.startedAt(), true)).isEqualTo(new Newcomers.UpToNow());
        assertThat(hub.checkpoints.find(link, Side.TARGET, "relations@index")).contains(new Place("", "", "2026-03-02T07:58:00Z"));
    }

    private void inTarget(String root, String reference) {
        var values = Values.NONE.with(Fields.LAST_NAME, "Sørensen");
        hub.target.records.put(root, new Relation(Kind.PERSON, values, List.of(), Set.of(), Map.of(), reference, Set.of(PartKind.CONTACT, PartKind.ROLE)));
    }

    private void webhooks(int count) {
        hub.accept(IntStream.rangeClosed(1, count).mapToObj(number -> Hint.of(link, Side.SOURCE, "AC-" + number, "webhook")).toList());
    }

    private void untilQuiet() {
        await().atMost(LIMIT).until(() -> {
            if (hub.notices.nextDue() != null) hub.ledger.advance(Duration.ofSeconds(1));
            return hub.notices.nextDue() == null;
        });
    }
}
