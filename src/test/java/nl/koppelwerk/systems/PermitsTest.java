package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private final Slots slots = new Slots();
    private final Permits permits = new Permits(slots);

    @Test void a_slot_serves_one_call_after_the_other() {
        var account = account(0, 0, 2);

        for (int call = 0; call < 50; call++) permits.ended(take(account, Lane.LIVE));

        assertThat(slots.taken).hasSize(1);
        assertThat(slots.ended).isEmpty();
    }

    @Test void calls_at_the_same_time_have_slots_of_their_own_and_lanes_share_none() {
        var account = account(0, 0, 9);

        var first = take(account, Lane.LIVE);
        take(account, Lane.LIVE);
        permits.ended(first);
        take(account, Lane.BACKFILL);

        assertThat(slots.taken).hasSize(3);
    }

    @Test void a_slot_that_nobody_takes_up_again_is_given_back() {
        permits.ended(take(account(0, 0, 2), Lane.LIVE));

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            permits.giveBackIdle();
            return slots.ended.equals(slots.taken);
        });
    }

    @Test void a_slot_is_asked_for_anew_after_a_second_so_that_others_have_their_turn() {
        var account = account(0, 0, 2);
        permits.ended(take(account, Lane.LIVE));

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            permits.ended(take(account, Lane.LIVE));
            return slots.taken.size() == 2;
        });

        assertThat(slots.ended).contains(slots.taken.get(0));
    }

    @Test void where_calls_are_counted_each_one_is() {
        for (int call = 0; call < 3; call++) permits.ended(take(account(60, 0, 2), Lane.LIVE));

        assertThat(slots.taken).hasSize(3);
        assertThat(slots.ended).isEqualTo(slots.taken);
    }

    private Permits.Leave take(Accounts.Account account, Lane lane) {
        return permits.take(account, lane, until -> { throw new AssertionError("there is room"); }).orElseThrow();
    }

    private static Accounts.Account account(int perMinute, int perHour, int atOnce) {
        return new Accounts.Account("a", "kantoor", "tribe", "1", "http://127.0.0.1", "", Map.of(), new Accounts.Limits(perMinute, perHour, atOnce), null, "");
    }
}
