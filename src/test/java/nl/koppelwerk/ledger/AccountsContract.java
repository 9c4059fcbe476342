package nl.koppelwerk.ledger;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts.Limits;
import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of the budget and the token of an account. */
public interface AccountsContract {

    LedgerFixture ledger();

    @Test
    default void a_minute_gives_so_many_calls_and_no_more_until_the_first_is_a_minute_old() {
        var account = account(new Limits(8, 0, 0));

        int granted = takeAll(account, Lane.LIVE);
        var wait = ledger().accounts().take(account, Lane.LIVE);

        assertThat(granted).isEqualTo(8);
        assertThat(wait).isInstanceOfSatisfying(Permit.Wait.class,
            it -> assertThat(it.until()).isAfter(ledger().now()).isBeforeOrEqualTo(ledger().now().plus(Duration.ofMinutes(1))));
        ledger().advance(Duration.ofSeconds(61));
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(8);
    }

    @Test
    default void the_hour_counts_beside_the_minute() {
        var account = account(new Limits(8, 12, 0));
        takeAll(account, Lane.LIVE);
        ledger().advance(Duration.ofMinutes(2));

        int rest = takeAll(account, Lane.LIVE);

        assertThat(rest).isEqualTo(4);
        ledger().advance(Duration.ofMinutes(61));
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(8);
    }

    @Test
    default void a_quarter_is_kept_for_the_live_lane() {
        var account = account(new Limits(8, 0, 0));

        int backfill = takeAll(account, Lane.BACKFILL);
        int live = takeAll(account, Lane.LIVE);

        assertThat(backfill).isEqualTo(6);
        assertThat(live).isEqualTo(2);
    }

    @Test
    default void calls_at_the_same_time_are_limited_and_a_dead_workers_slot_comes_free() {
        var account = account(new Limits(0, 0, 2));
        var first = (Permit.Granted) ledger().accounts().take(account, Lane.LIVE);
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(1);

        ledger().accounts().ended(first, Optional.empty());

        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(1);
        ledger().advance(Duration.ofMinutes(5));
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(2);
    }

    @Test
    default void a_lane_that_was_told_to_wait_says_until_when_and_the_other_one_calls_on() {
        var account = account(new Limits(8, 0, 0));
        assertThat(ledger().accounts().dryUntil(account, Lane.BACKFILL)).isEmpty();
        takeAll(account, Lane.BACKFILL);

        var wait = (Permit.Wait) ledger().accounts().take(account, Lane.BACKFILL);

        assertThat(ledger().accounts().dryUntil(account, Lane.BACKFILL)).hasValueSatisfying(until -> assertThat(until).isBetween(wait.until().minusSeconds(2), wait.until().plusSeconds(2)));
        assertThat(ledger().accounts().dryUntil(account, Lane.LIVE)).isEmpty();
        ledger().advance(Duration.ofSeconds(61));
        assertThat(ledger().accounts().dryUntil(account, Lane.BACKFILL)).isEmpty();
    }

    @Test
    default void who_finds_every_slot_taken_waits_for_a_call_to_end_and_not_for_a_slot_to_expire() {
        var account = account(new Limits(0, 0, 2));
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(2);

        var wait = (Permit.Wait) ledger().accounts().take(account, Lane.LIVE);

        assertThat(wait.until()).isBetween(ledger().now(), ledger().now().plusSeconds(1));
    }

    @Test
    default void the_vendors_own_count_corrects_ours() {
        var account = account(new Limits(8, 0, 0));
        var permit = (Permit.Granted) ledger().accounts().take(account, Lane.LIVE);

        ledger().accounts().ended(permit, Optional.of(new Accounts.Reading(3, Duration.ofMinutes(1))));

        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(3);
        ledger().advance(Duration.ofSeconds(61));
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(8);
    }

    @Test
    default void without_limits_nothing_waits_but_a_back_off_does() {
        var account = account(new Limits(0, 0, 0));
        assertThat(takeAll(account, Lane.BACKFILL)).isEqualTo(100);

        ledger().accounts().backOff(account, Duration.ofHours(1), "403");

        assertThat(ledger().accounts().take(account, Lane.LIVE)).isInstanceOfSatisfying(Permit.Wait.class,
            wait -> assertThat(wait.until()).isAfter(ledger().now().plus(Duration.ofMinutes(50))));
        assertThat(ledger().accounts().find(account).backOffWhy()).isEqualTo("403");
        ledger().accounts().wake(account);
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(100);
    }

    @Test
    default void a_back_off_that_is_over_is_none() {
        var account = account(new Limits(0, 0, 0));
        ledger().accounts().backOff(account, Duration.ofMinutes(5), "401");
        assertThat(ledger().accounts().find(account).backOffUntil()).isAfter(ledger().now().plus(Duration.ofMinutes(4)));

        ledger().advance(Duration.ofMinutes(6));

        assertThat(ledger().accounts().find(account).backOffUntil()).isNull();
        assertThat(ledger().accounts().find(account).backOffWhy()).isEmpty();
        assertThat(takeAll(account, Lane.LIVE)).isEqualTo(100);
    }

    @Test
    default void a_token_is_fetched_once_and_again_when_it_is_refused_or_too_old() {
        var account = account(new Limits(0, 0, 0));
        var fetched = new AtomicInteger();

        assertThat(token(account, "", fetched)).isEqualTo("token-1");
        assertThat(token(account, "", fetched)).isEqualTo("token-1");
        assertThat(token(account, "token-1", fetched)).isEqualTo("token-2");
        assertThat(token(account, "token-1", fetched)).as("another worker had refreshed it").isEqualTo("token-2");
        ledger().advance(Duration.ofMinutes(61));
        assertThat(token(account, "", fetched)).isEqualTo("token-3");
        assertThat(fetched).hasValue(3);
    }

    @Test
    default void new_credentials_drop_the_token() {
        var link = ledger().aLink();
        var account = link.accounts().get(Side.TARGET);
        var fetched = new AtomicInteger();
        token(account, "", fetched);

        ledger().links().account(link.id(), Side.TARGET, null, null, java.util.Map.of("clientSecret", "new"));

        assertThat(token(account, "", fetched)).isEqualTo("token-2");
    }

    @Test
    default void what_came_with_a_token_renews_it_once_and_the_next_one_brings_its_own() {
        var account = account(new Limits(0, 0, 0));
        ledger().accounts().authorized(account, new Accounts.Token("first", ledger().now().plusSeconds(60), "renewal-1"));
        var shown = new ArrayList<String>();

        assertThat(renewed(account, "", shown)).isEqualTo("first");
        ledger().advance(Duration.ofSeconds(61));
        assertThat(renewed(account, "", shown)).isEqualTo("after renewal-1");
        assertThat(renewed(account, "after renewal-1", shown)).isEqualTo("after after renewal-1");
        assertThat(shown).containsExactly("renewal-1", "after renewal-1+");
    }

    @Test
    default void what_could_not_be_renewed_is_kept_and_what_has_ended_is_forgotten() {
        var account = account(new Limits(0, 0, 0));
        ledger().accounts().authorized(account, new Accounts.Token("first", ledger().now(), "renewal"));
        var shown = new ArrayList<String>();

        assertThatThrownBy(() -> ledger().accounts().token(account, "", renewal -> {
            throw new IllegalStateException("no answer");
        })).hasMessage("no answer");
        assertThat(ledger().accounts().isAuthorized(account)).isTrue();
        assertThat(renewing(account, shown, renewal -> Accounts.Token.ENDED)).isEmpty();
        assertThat(ledger().accounts().isAuthorized(account)).isFalse();
        assertThat(renewing(account, shown, renewal -> new Accounts.Token("new", null))).isEqualTo("new");
        assertThat(shown).containsExactly("renewal", "");
    }

    @Test
    default void who_lets_the_hub_in_ends_a_back_off_and_takes_the_place_of_what_was_kept() {
        var account = account(new Limits(0, 0, 0));
        assertThat(ledger().accounts().isAuthorized(account)).isFalse();
        ledger().accounts().authorized(account, new Accounts.Token("first", ledger().now().plusSeconds(60), "one"));
        ledger().accounts().backOff(account, Duration.ofHours(1), "not let in");

        ledger().accounts().authorized(account, new Accounts.Token("second", ledger().now().plusSeconds(60), "two"));

        var shown = new ArrayList<String>();
        assertThat(ledger().accounts().find(account).backOffUntil()).isNull();
        assertThat(renewed(account, "", shown)).isEqualTo("second");
        assertThat(renewed(account, "second", shown)).isEqualTo("after two");
        assertThat(shown).containsExactly("two");
    }

    @Test
    default void without_anything_to_renew_it_by_a_token_lasts_until_its_end() {
        var account = account(new Limits(0, 0, 0));
        ledger().accounts().authorized(account, new Accounts.Token("first", ledger().now().plusSeconds(60)));
        assertThat(ledger().accounts().isAuthorized(account)).isTrue();

        ledger().advance(Duration.ofSeconds(61));

        assertThat(ledger().accounts().isAuthorized(account)).isFalse();
    }

    @Test
    default void new_credentials_drop_what_was_allowed_to_the_old_ones() {
        var link = ledger().aLink();
        var account = link.accounts().get(Side.TARGET);
        ledger().accounts().authorized(account, new Accounts.Token("first", null, "renewal"));

        ledger().links().account(link.id(), Side.TARGET, null, null, java.util.Map.of("clientSecret", "new"));

        assertThat(ledger().accounts().isAuthorized(account)).isFalse();
    }

    @Test
    default void an_account_is_found_by_its_id_or_is_not_there() {
        var account = account(new Limits(0, 0, 0));

        assertThat(ledger().accounts().known(account)).hasValueSatisfying(known -> assertThat(known.id()).isEqualTo(account));
        assertThat(ledger().accounts().known("nobody")).isEmpty();
    }

    private String renewed(String account, String refused, List<String> shown) {
        return ledger().accounts().token(account, refused, renewal -> {
            shown.add(renewal);
            return new Accounts.Token("after " + renewal.replace("+", ""), ledger().now().plusSeconds(60), "after " + renewal + "+");
        });
    }

    private String renewing(String account, List<String> shown, Function<String, Accounts.Token> renew) {
        return ledger().accounts().token(account, "", renewal -> {
            shown.add(renewal);
            return renew.apply(renewal);
        });
    }

    private String token(String account, String refused, AtomicInteger fetched) {
        return ledger().accounts().token(account, refused,
            () -> new Accounts.Token("token-" + fetched.incrementAndGet(), ledger().now().plus(Duration.ofHours(1))));
    }

    private String account(Limits limits) { return ledger().aLink(limits).accounts().get(Side.TARGET); }

    /** How many of a hundred were granted. */
    private int takeAll(String account, Lane lane) {
        return (int) range(0, 100).mapToObj(i -> ledger().accounts().take(account, lane)).filter(Permit.Granted.class::isInstance).count();
    }
}
