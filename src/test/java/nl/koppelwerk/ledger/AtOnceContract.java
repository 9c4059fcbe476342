package nl.koppelwerk.ledger;

import static java.util.stream.IntStream.range;
import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.intend;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What a ledger that many workers share promises of statements that really meet. */
public interface AtOnceContract {

    int ROUNDS = 10;
    int WORKERS = 8;

    LedgerFixture ledger();

    @Test
    default void writes_that_meet_at_the_brake_never_go_over_it_together() throws Exception {
        var link = ledger().aLink();
        var looks = looks(link, ledger().links().brake(link.id()) + 4);

        var intents = atOnce(looks.stream().map(look -> work(() -> intend(ledger(), look, update("T-1", "", 1)))).toList());

        assertThat(intents).filteredOn(Intent.Granted.class::isInstance).hasSize(ledger().links().brake(link.id()));
        assertThat(intents).filteredOn(Intent.OverBrake.class::isInstance).hasSize(4);
    }

    @Test
    default void of_creates_of_one_identity_that_meet_one_is_granted_and_the_others_have_a_rival() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var looks = looks(ledger().aLink(), WORKERS);

            var intents = atOnce(looks.stream().map(look -> work(() -> intend(ledger(), look, create("Çelik"), key("A"), key("B")))).toList());

            assertThat(intents).filteredOn(Intent.Granted.class::isInstance).hasSize(1);
            assertThat(intents).filteredOn(Intent.Rival.class::isInstance).hasSize(WORKERS - 1);
        }
    }

    @Test
    default void of_creates_of_one_identity_that_meet_in_two_links_into_one_account_one_is_granted() throws Exception {
        var company = new MatchKey("cvr", "10286018");
        for (int round = 0; round < ROUNDS; round++) {
            var looks = ledger().twoLinksIntoOneAccount().stream().flatMap(link -> looks(link, WORKERS / 2).stream()).toList();

            var intents = atOnce(looks.stream().map(look -> work(() -> intend(ledger(), look, create("Çelik"), company, new MatchKey("ean", "5790000000000")))).toList());

            assertThat(intents).filteredOn(Intent.Granted.class::isInstance).hasSize(1);
        }
    }

    @Test
    default void a_token_that_all_need_at_once_is_fetched_once() throws Exception {
        var account = ledger().aLink().accounts().get(Side.TARGET);
        var fetched = new AtomicInteger();
        Callable<String> first = () -> ledger().accounts().token(account, "", () -> fresh(fetched));
        Callable<String> refused = () -> ledger().accounts().token(account, "token-1", () -> fresh(fetched));

        assertThat(atOnce(same(first))).containsOnly("token-1");
        assertThat(atOnce(same(refused))).containsOnly("token-2");

        assertThat(fetched).hasValue(2);
    }

    @Test
    default void a_half_is_taken_in_while_its_own_look_ends() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var link = ledger().aLink();
            var matching = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
            var half = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

            var ends = atOnce(List.<Callable<Boolean>>of(() -> matching.pairs(Side.TARGET, "T-1").ends(State.IN_SYNC, Outcome.CREATED), half::endsInSync));

            assertThat(ends.get(0)).isTrue();
            var again = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
            assertThat(again.dossier.pair().source()).isEqualTo("R-1");
            assertThat(again.endsInSync()).isTrue();
        }
    }

    @Test
    default void of_two_looks_that_match_each_others_half_one_makes_the_pair() throws Exception {
        for (int round = 0; round < ROUNDS / 2; round++) {
            var link = ledger().aLink();
            var source = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
            var target = Look.at(ledger(), link.id(), Side.TARGET, "T-1");

            var ends = atOnce(List.<Callable<Boolean>>of(source.pairs(Side.TARGET, "T-1")::endsInSync, target.pairs(Side.SOURCE, "R-1")::endsInSync));

            assertThat(ends).containsExactlyInAnyOrder(true, false);
            assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.pair().isPaired()).isTrue();
        }
    }

    @Test
    default void a_hint_that_comes_while_its_look_ends_is_looked_at() throws Exception {
        for (int round = 0; round < 3 * ROUNDS; round++) {
            var link = ledger().aLink();
            var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

            atOnce(List.<Callable<Boolean>>of(look::endsInSync, () -> accept(link, "R-1")));
            ledger().advance(Look.A_LITTLE);

            assertThat(ledger().notices().claim(1)).singleElement().matches(claim -> claim.root().equals("R-1") && claim.stale());
            ledger().links().change(link.id(), Links.State.PAUSED, "");
        }
    }

    @Test
    default void a_listing_and_looks_that_meet_new_roots_make_each_relation_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var link = ledger().aLink();
            var roots = range(0, 20).mapToObj(i -> "R-" + i).toList();
            roots.forEach(root -> accept(link, root));
            var claims = ledger().notices().claim(20);
            var rows = roots.stream().map(root -> Seen.whole(Side.SOURCE, root, "Çelik", ledger().now())).toList();
            Callable<Object> listing = () -> ledger().dossiers().observe(link.id(), Look.FACET, rows, "");

            atOnce(List.of(listing, listing, () -> claims.stream().map(claim -> ledger().dossiers().open(claim, Look.FACET)).toList()));

            ledger().advance(java.time.Duration.ofSeconds(61));
            assertThat(ledger().notices().claim(20)).hasSize(20).allMatch(claim -> ledger().dossiers().open(claim, Look.FACET).isPresent());
        }
    }

    @Test
    default void an_office_has_an_account_once_and_a_link_one_run_of_a_kind() throws Exception {
        var link = ledger().aLink();
        int number = LedgerFixture.NUMBERS.incrementAndGet();

        var accounts = atOnce(same(() -> ledger().links().create(LedgerFixture.born(number, new Accounts.Limits(0, 0, 0))).accounts()));
        var runs = atOnce(same(() -> ledger().runs().start(link.id(), Runs.Kind.FULL, "admin").id()));

        assertThat(accounts.stream().distinct()).hasSize(1);
        assertThat(runs.stream().distinct()).hasSize(1);
    }

    private List<Look> looks(Links.Link link, int count) {
        range(0, count).forEach(i -> accept(link, "R-" + i));
        return ledger().notices().claim(count).stream().map(claim -> Look.at(ledger(), claim)).toList();
    }

    private boolean accept(Links.Link link, String root) {
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, root, "webhook")));
        return true;
    }

    private Accounts.Token fresh(AtomicInteger fetched) {
        return new Accounts.Token("token-" + fetched.incrementAndGet(), ledger().now().plusSeconds(3600));
    }

    private static <T> List<Callable<T>> same(Callable<T> work) { return java.util.Collections.nCopies(WORKERS, work); }

    private static <T> Callable<T> work(Callable<T> work) { return work; }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        var pool = Executors.newFixedThreadPool(works.size());
        var gate = new CyclicBarrier(works.size());
        try {
            var answers = new ArrayList<T>();
            for (var future : pool.invokeAll(works.stream().<Callable<T>>map(work -> () -> { gate.await(); return work.call(); }).toList()))
                answers.add(future.get());
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
