package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Certificates.Attested;
import nl.koppelwerk.ledger.Certificates.Pass;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.Evidence;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of certificates: only what was read counts, half of one is never shown, and a worker who dies costs a page. */
public interface CertificatesContract {

    Duration PATIENCE = Duration.ofMinutes(10);

    LedgerFixture ledger();

    @Test
    default void a_certificate_begins_when_all_pages_are_walked_and_nothing_waits() {
        var link = pairs(1);
        ledger().runs().start(link, Runs.Kind.VERIFY, "operator");
        var run = ledger().runs().claim(1).get(0);
        ledger().notices().accept(List.of(new Hint(link, Side.SOURCE, "R-1", Lane.BACKFILL, "full", true, "", run.id())));
        assertThat(ledger().certificates().claim(5, PATIENCE)).isEmpty();
        ledger().runs().walkedAll(run, "");
        assertThat(ledger().certificates().claim(5, PATIENCE)).as("a root waits").isEmpty();

        ledger().advance(PATIENCE);

        var pass = ledger().certificates().claim(5, PATIENCE).get(0);
        assertThat(List.of(pass.run(), pass.link(), pass.number())).isEqualTo(List.of(run.id(), link, 1));
        assertThat(pass.position()).as("it begins").isEmpty();
        assertThat(ledger().certificates().claim(5, PATIENCE)).as("one worker").isEmpty();
        assertThat(ledger().runs().find(run.id()).orElseThrow().state()).isEqualTo(Runs.State.RUNNING);
    }

    @Test
    default void a_side_is_read_that_was_asked_for_after_the_run_began_and_after_our_last_write() {
        var link = pairs(2);
        var pass = walked(link);
        assertThat(evidence(pass)).allSatisfy(one -> assertThat(one.read()).isEmpty());

        ledger().advance(Duration.ofSeconds(1));
        sees(link, "1", "Jansen");
        ledger().advance(Duration.ofSeconds(1));
        var look = Look.at(ledger(), link, Side.SOURCE, "R-1");
        var delivery = Writes.sent(ledger(), look, Writes.update("T-1", "Janssen", 0));
        ledger().deliveries().answered(delivery, Writes.done(""));
        assertThat(look.endsInSync()).isTrue();

        assertThat(evidence(pass)).filteredOn(one -> one.pair().source().equals("R-1")).allSatisfy(one -> assertThat(one.read()).containsExactly(Side.SOURCE));
        ledger().advance(Duration.ofSeconds(1));
        sees(link, "1", "Janssen");
        assertThat(evidence(pass)).filteredOn(one -> one.pair().source().equals("R-1")).allSatisfy(one -> assertThat(one.read()).containsExactlyInAnyOrder(Side.values()));
    }

    @Test
    default void an_equal_row_of_a_verify_run_is_a_reading() {
        var link = pairs(1);
        ledger().advance(Duration.ofMinutes(1));
        ledger().runs().start(link, Runs.Kind.VERIFY, "operator");
        var run = ledger().runs().claim(1).get(0);
        ledger().advance(Duration.ofSeconds(1));

        var listed = ledger().dossiers().observe(link, Look.FACET, List.of(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now())), run.id());
        ledger().runs().walkedAll(run, "");

        assertThat(listed.get(0).fate()).isEqualTo(Dossiers.Fate.EQUAL);
        assertThat(evidence(ledger().certificates().claim(1, PATIENCE).get(0)).get(0).read()).containsExactly(Side.SOURCE);
    }

    @Test
    default void what_was_written_since_the_run_began_is_told_whichever_look_sees_it() {
        var link = pairs(1);
        var earlier = Look.at(ledger(), link, Side.SOURCE, "R-1");
        ledger().deliveries().answered(Writes.sent(ledger(), earlier, Writes.update("T-1", "Jansen-de Vries", 0)), Writes.done(""));
        earlier.endsInSync();
        ledger().advance(Duration.ofSeconds(1));
        var pass = walked(link);
        assertThat(evidence(pass)).as("before it began").allSatisfy(one -> assertThat(one.written()).isEmpty());

        var look = Look.at(ledger(), link, Side.SOURCE, "R-1");
        var delivery = Writes.sent(ledger(), look, Writes.update("T-1", "Janssen", 0));
        assertThat(evidence(pass)).as("not answered yet").allSatisfy(one -> assertThat(one.written()).isEmpty());
        ledger().deliveries().answered(delivery, Writes.done(""));
        look.endsInSync();
        ledger().advance(Duration.ofSeconds(1));
        sees(link, "1", "Janssen");

        assertThat(evidence(pass)).allSatisfy(one -> assertThat(one.written()).containsExactly(new Evidence.Written(Side.TARGET, "name")));
    }

    @Test
    default void what_waits_for_a_look_is_told() {
        var link = pairs(1);
        var pass = walked(link);
        assertThat(evidence(pass)).noneMatch(Evidence::waits);

        ledger().notices().accept(List.of(Hint.of(link, Side.TARGET, "T-1", "webhook")));

        assertThat(evidence(pass)).allMatch(Evidence::waits);
    }

    @Test
    default void half_a_certificate_is_not_shown_and_a_dead_workers_place_is_kept() {
        var link = pairs(3);
        var pass = walked(link);
        var all = evidence(pass);
        assertThat(ledger().certificates().attest(pass, List.of(equal(all.get(0), "a")), 0)).isTrue();
        assertThat(ledger().certificates().last(link)).isEmpty();
        assertThat(ledger().certificates().progress(pass.run())).contains(new Certificates.Progress(1, 1, false));

        ledger().advance(Duration.ofSeconds(61));
        var later = ledger().certificates().claim(1, PATIENCE).get(0);

        assertThat(later.position()).isEqualTo(all.get(0).relation());
        assertThat(ledger().certificates().attest(pass, List.of(equal(all.get(1), "b")), 0)).as("the dead one").isFalse();
        ledger().certificates().end(pass, false);
        assertThat(ledger().certificates().last(link)).isEmpty();
        assertThat(ledger().certificates().next(later, later.position(), 10)).extracting(Evidence::relation).containsExactly(all.get(1).relation(), all.get(2).relation());
    }

    @Test
    default void a_complete_certificate_ends_its_run_and_says_what_it_found() {
        var link = pairs(3);
        var pass = walked(link);
        var all = evidence(pass);
        var differs = new Attestation(Kind.DIFFERS, List.of("phone"), List.of(new Reason(ReasonCode.BOTH_SIDES_CHANGED, "phone")), "c");

        ledger().certificates().attest(pass, List.of(equal(all.get(0), "a"), equal(all.get(1), "b")), 0);
        ledger().certificates().attest(pass, List.of(new Attested(all.get(2), differs)), 0);
        ledger().certificates().end(pass, true);

        var certificate = ledger().certificates().last(link).orElseThrow();
        assertThat(certificate.counts()).isEqualTo(Map.of(Kind.EQUAL, 2, Kind.DIFFERS, 1));
        assertThat(certificate.moments().get(Side.SOURCE).from()).isBeforeOrEqualTo(certificate.moments().get(Side.SOURCE).to());
        assertThat(ledger().certificates().exceptions(link, null, "", 10)).singleElement().satisfies(one -> {
            assertThat(one.source() + one.target() + one.kind()).isEqualTo("R-3T-3DIFFERS");
            assertThat(one.subjects()).containsExactly("phone");
            assertThat(one.reasons()).isEqualTo(differs.reasons());
        });
        assertThat(ledger().certificates().exceptions(link, Kind.UNREAD, "", 10)).isEmpty();
        assertThat(ledger().runs().find(pass.run()).orElseThrow().state()).isEqualTo(Runs.State.DONE);
        assertThat(ledger().certificates().claim(5, PATIENCE)).isEmpty();
    }

    @Test
    default void a_pass_that_asked_is_made_again_when_what_it_asked_for_was_looked_at() {
        var link = pairs(1);
        var pass = walked(link);
        ledger().certificates().attest(pass, List.of(equal(evidence(pass).get(0), "a")), 1);
        ledger().notices().accept(List.of(new Hint(link, Side.TARGET, "T-1", Lane.BACKFILL, Certificates.WHY, false, "", "")));
        ledger().certificates().end(pass, true);
        assertThat(ledger().certificates().claim(1, PATIENCE)).as("the look waits").isEmpty();

        ledger().advance(Look.A_LITTLE);
        Look.at(ledger(), ledger().notices().claim(1).get(0)).endsInSync();
        var second = ledger().certificates().claim(1, PATIENCE).get(0);

        assertThat(second.number()).isEqualTo(2);
        assertThat(ledger().certificates().next(second, second.position(), 10)).hasSize(1);
        ledger().certificates().attest(second, List.of(equal(evidence(second).get(0), "b")), 0);
        ledger().certificates().end(second, true);
        assertThat(ledger().certificates().last(link).orElseThrow().asked()).isEqualTo(1);
    }

    @Test
    default void the_same_contents_have_the_same_sum_in_any_order_and_one_other_character_another() {
        var link = pairs(2);
        var sums = new java.util.ArrayList<String>();
        for (var contents : List.of(List.of("jansen", "bakker"), List.of("bakker", "jansen"), List.of("jansen", "bakkes"))) {
            var pass = walked(link);
            var all = evidence(pass);
            ledger().certificates().attest(pass, List.of(equal(all.get(0), contents.get(0)), equal(all.get(1), contents.get(1))), 0);
            ledger().certificates().end(pass, false);
            sums.add(ledger().certificates().last(link).orElseThrow().sum().text());
        }

        assertThat(sums.get(0)).hasSize(64).isEqualTo(sums.get(1)).isNotEqualTo(sums.get(2));
        assertThat(ledger().certificates().progress(ledger().runs().of(link, "", 9).get(0).id())).as("only the last is kept").isEmpty();
    }

    @Test
    default void a_cancelled_run_leaves_no_certificate() {
        var link = pairs(1);
        var pass = walked(link);

        ledger().runs().change(pass.run(), Runs.State.CANCELLED, "by hand");

        assertThat(ledger().certificates().attest(pass, List.of(equal(evidence(pass).get(0), "a")), 0)).isFalse();
        ledger().certificates().end(pass, false);
        assertThat(ledger().certificates().last(link)).isEmpty();
    }

    private String pairs(int count) {
        var link = ledger().aLink();
        for (int number = 1; number <= count; number++) {
            Look.at(ledger(), link.id(), Side.SOURCE, "R-" + number).pairs(Side.TARGET, "T-" + number)
                .saw(Seen.whole(Side.SOURCE, "R-" + number, "Jansen", ledger().now()), Seen.whole(Side.TARGET, "T-" + number, "Jansen", ledger().now())).endsInSync();
        }
        ledger().advance(Duration.ofMinutes(1));
        return link.id();
    }

    private void sees(String link, String number, String name) {
        Look.at(ledger(), link, Side.SOURCE, "R-" + number)
            .saw(Seen.whole(Side.SOURCE, "R-" + number, name, ledger().now()), Seen.whole(Side.TARGET, "T-" + number, name, ledger().now())).endsInSync();
    }

    /** A verify run that showed nothing, and the first pass of its certificate. */
    private Pass walked(String link) {
        ledger().runs().start(link, Runs.Kind.VERIFY, "operator");
        ledger().runs().walkedAll(ledger().runs().claim(1).get(0), "");
        return ledger().certificates().claim(1, PATIENCE).get(0);
    }

    private List<Evidence> evidence(Pass pass) { return ledger().certificates().next(pass, "", 10); }

    private static Attested equal(Evidence evidence, String content) {
        return new Attested(evidence, new Attestation(Kind.EQUAL, List.of(), List.of(), content));
    }
}
