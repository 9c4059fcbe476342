package nl.koppelwerk.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import nl.koppelwerk.ledger.Accounts.Limits;
import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets of vendors whose clock runs sixty times as fast as ours, and of a day that no 32 bits count to. */
class FastClockTest {

    private static final int PER_MINUTE = 8;

    private final TestDatabase database = TestDatabase.get();
    private Ledger ledger;
    private String account;

    @BeforeEach void an_account_with_a_budget() {
        account = new PostgresFixture().aLink(new Limits(PER_MINUTE, 0, 0)).accounts().get(Side.TARGET);
        var usual = Timing.USUAL;
        ledger = new PostgresLedger(database.source(), TestDatabase.KEY, new Timing(usual.lease(), usual.deadline(), usual.slot(), usual.probe(), usual.watch(), Timing.RETRIES, 60), TestDatabase.SPOOL);
    }

    @Test void a_minute_of_theirs_is_a_second_of_ours() {
        database.standAt(Instant.parse("2040-03-04T10:00:00Z"));
        assertThat(granted()).isEqualTo(PER_MINUTE);

        database.advance(Duration.ofMillis(900));
        assertThat(granted()).isZero();
        database.advance(Duration.ofMillis(150));

        assertThat(granted()).isEqualTo(PER_MINUTE);
    }

    private long granted() {
        return IntStream.range(0, PER_MINUTE + 1).mapToObj(call -> ledger.accounts().take(account, Lane.LIVE)).filter(Permit.Granted.class::isInstance).count();
    }
}
