package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertifyingTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Hub hub = Hub.started();
    private final String link = hub.aNewLink();
    private final Certificates certificates = hub.ledger.port(Certificates.class);

    @AfterEach void stop() { hub.close(); }

    @BeforeEach void five_persons_are_on_both_sides() {
        for (int i = 1; i <= 5; i++) hub.source.person("AC-0" + i, "Naam " + i);
        hub.activation.activate(link, "admin");
        await().atMost(LIMIT).until(() -> hub.runs.of(link, "", 10).stream().allMatch(run -> run.state() == Runs.State.DONE) && hub.target.records.size() == 5);
        hub.target.reads.clear();
    }

    @Test void a_verify_run_ends_with_a_certificate_that_costs_pages_only() {
        int writes = hub.target.writes.size();

        var certificate = verified();

        assertThat(certificate.counts()).isEqualTo(Map.of(Kind.EQUAL, 5));
        assertThat(certificate.asked()).isZero();
        assertThat(certificate.moments().keySet()).containsExactlyInAnyOrder(Side.values());
        assertThat(hub.target.reads).isEmpty();
        assertThat(hub.target.writes).hasSize(writes);
    }

    @Test void the_same_data_have_the_same_sum_and_what_was_changed_behind_the_hubs_back_is_named_and_mended() {
        var before = verified().sum();
        assertThat(verified().sum()).isEqualTo(before);
        var changed = hub.target.records.keySet().iterator().next();

        hub.target.rename(changed, "Naam 1x");
        var certificate = verified();

        assertThat(certificate.sum()).isNotEqualTo(before);
        assertThat(certificate.counts()).isEqualTo(Map.of(Kind.EQUAL, 4, Kind.REPAIRED, 1));
        assertThat(certificates.exceptions(link, null, "", 10)).singleElement().satisfies(one -> {
            assertThat(one.target()).isEqualTo(changed);
            assertThat(one.subjects()).containsExactly("lastName");
        });
    }

    @Test void what_a_listing_does_not_show_whole_is_read_by_its_id_and_whole() {
        hub.target.records.replaceAll((root, held) -> new Relation(held.kind(), held.values(), held.parts(), held.marks(), held.handles(), held.reference(),
            java.util.Set.of(PartKind.CONTACT)));
        hub.target.reading = read -> {
            var held = hub.target.records.get(read.root());
            var shown = new Relation(held.kind(), held.values(), held.parts(), held.marks(), held.handles(), held.reference(),
                read.whole() ? java.util.Set.of(PartKind.CONTACT, PartKind.ROLE) : java.util.Set.of(PartKind.CONTACT));
            return new Answer.Seen(new nl.koppelwerk.link.Sighting(Side.TARGET, read.root(), shown, "", null, hub.notices.now()));
        };

        var certificate = verified();

        assertThat(certificate.counts()).isEqualTo(Map.of(Kind.EQUAL, 5));
        assertThat(hub.target.reads).hasSizeGreaterThanOrEqualTo(5).allMatch(Step.Read::whole);
    }

    @Test void what_cannot_be_read_is_an_exception_and_never_equal() {
        // Until both sides were listed once, a look may still be on its way, and would wait for the vendor instead of the run's question.
        var before = verified().run();
        var listing = hub.target.listing;
        hub.target.listing = request -> {
            var page = (nl.koppelwerk.systems.Connector.Page) listing.apply(request);
            return new nl.koppelwerk.systems.Connector.Page(page.rows().subList(1, page.rows().size()), page.position(), page.newest(), page.total());
        };
        hub.target.reading = read -> new Answer.Throttled(hub.notices.now().plus(Duration.ofHours(1)));
        hub.runs.start(link, Runs.Kind.VERIFY, "operator");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(hub.runs.of(link, "", 10)).allMatch(Runs.Run::walked));

        await().atMost(LIMIT).until(() -> {
            hub.ledger.advance(Duration.ofMinutes(11));
            return certificates.last(link).filter(one -> !one.run().equals(before)).isPresent();
        });

        var certificate = certificates.last(link).orElseThrow();
        assertThat(certificate.counts().get(Kind.UNREAD)).isPositive();
        assertThat(certificates.exceptions(link, Kind.UNREAD, "", 10)).allSatisfy(one ->
            assertThat(one.reasons()).extracting(Reason::code).contains(ReasonCode.NOT_READ));
    }

    private Certificates.Certificate verified() {
        var before = certificates.last(link).map(Certificates.Certificate::run).orElse("");
        hub.runs.start(link, Runs.Kind.VERIFY, "operator");
        await().atMost(LIMIT).until(() -> certificates.last(link).filter(one -> !one.run().equals(before)).isPresent());
        return certificates.last(link).orElseThrow();
    }
}
