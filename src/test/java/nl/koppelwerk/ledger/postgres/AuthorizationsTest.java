package nl.koppelwerk.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Authorizations;
import nl.koppelwerk.ledger.Authorizations.Begun;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** A state that goes to a vendor and comes back: good once, for a while, and of no use to who reads the database. */
class AuthorizationsTest {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final PostgresFixture ledger = new PostgresFixture();
    private final String account = ledger.aLink().accounts().get(Side.SOURCE);
    private final Authorizations authorizations = process().authorizations();

    @Test void what_comes_back_says_for_which_account_it_was_and_who_began_and_comes_once() {
        var begun = authorizations.begin(account, "administrator", LIFE);

        assertThat(process().authorizations().end(begun.state())).as("at another process").contains(begun);
        assertThat(authorizations.end(begun.state())).isEmpty();
        assertThat(begun.verifier()).matches("[A-Za-z0-9_-]{43,128}");
        assertThat(begun.toString()).doesNotContain(begun.state(), begun.verifier());
    }

    @Test void of_many_that_bring_it_at_the_same_moment_one_is_heard() throws Exception {
        var begun = authorizations.begin(account, "administrator", LIFE);
        var threads = Executors.newFixedThreadPool(8);

        List<Callable<Optional<Begun>>> all = Stream.generate(() -> (Callable<Optional<Begun>>) () -> process().authorizations().end(begun.state())).limit(8).toList();
        var heard = threads.invokeAll(all).stream().filter(one -> {
            try {
                return one.get().isPresent();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }).count();
        threads.shutdown();

        assertThat(heard).isEqualTo(1);
    }

    @Test void what_is_none_changes_nothing_for_the_one_that_is() {
        var begun = authorizations.begin(account, "administrator", LIFE);
        var id = begun.state().split("\\.")[0];

        for (var none : List.of("", ".", id, id + ".", begun.state() + "x", "x" + begun.state(), id + ".\0", "\0", "' OR ''='.x"))
            assertThat(authorizations.end(none)).as(none).isEmpty();

        assertThat(authorizations.end(begun.state())).isPresent();
    }

    @Test void after_ten_minutes_it_is_worth_nothing() {
        var begun = authorizations.begin(account, "administrator", LIFE);
        var other = authorizations.begin(account, "administrator", LIFE);
        ledger.advance(Duration.ofMinutes(9));
        assertThat(authorizations.end(other.state())).isPresent();

        ledger.advance(Duration.ofMinutes(2));

        assertThat(authorizations.end(begun.state())).isEmpty();
    }

    @Test void neither_state_nor_verifier_nor_renewal_stands_in_the_database() {
        var begun = authorizations.begin(account, "administrator", LIFE);
        ledger.accounts().authorized(account, new Accounts.Token("an-access-token", null, "a-renewal-of-it"));
        var secret = begun.state().split("\\.")[1];

        var rows = all("SELECT encode(hash || verifier, 'escape') || id AS text FROM open_authorization")
            + all("SELECT encode(token || renewal, 'escape') AS text FROM account_token WHERE token IS NOT NULL");

        assertThat(rows).isNotEmpty().doesNotContain(secret, begun.verifier(), "an-access-token", "a-renewal-of-it");
    }

    private static String all(String sql) { return String.join("\n", TestDatabase.get().database().rows(sql, row -> row.text("text"))); }

    private static PostgresLedger process() { return new PostgresLedger(TestDatabase.get().source(), TestDatabase.KEY, Timing.USUAL, TestDatabase.SPOOL); }
}
