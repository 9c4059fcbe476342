package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of looks that come back (engine.md section 6). */
public interface RetriesContract {

    /** With jitter a retry comes no earlier than three quarters and no later than one and a half of these. */
    List<Duration> SCHEDULE = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
        Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(24));

    DeadLetters.Filter ANY_LETTER = new DeadLetters.Filter(null, null, null, null);

    LedgerFixture ledger();

    @Test
    default void what_may_heal_comes_back_by_the_schedule_and_ends_as_a_dead_letter() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").fails(Cause.MAY_HEAL);

        for (int i = 0; i < SCHEDULE.size(); i++) {
            ledger().advance(SCHEDULE.get(i).multipliedBy(3).dividedBy(4));
            assertThat(ledger().notices().claim(1)).as("too early, attempt %d", i + 1).isEmpty();
            ledger().advance(SCHEDULE.get(i).multipliedBy(3).dividedBy(4));
            var claim = ledger().notices().claim(1).get(0);
            assertThat(claim.attempts()).isEqualTo(i + 1);
            Look.at(ledger(), claim).fails(Cause.MAY_HEAL);
        }

        ledger().advance(Duration.ofDays(3));
        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(ledger().deadLetters().open(ANY_LETTER, "", 10)).singleElement().satisfies(letter -> {
            assertThat(letter.root()).isEqualTo("R-1");
            assertThat(letter.attempts()).isEqualTo(11);
            assertThat(letter.reasons()).filteredOn(reason -> reason.code() == ReasonCode.TRIED_TOO_OFTEN).singleElement()
                .satisfies(reason -> assertThat(reason.text()).isEqualTo("It failed 11 times in a row."));
        });
    }

    @Test
    default void a_vendors_wish_to_wait_is_honoured() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        look.comesBack(new Again(Cause.MAY_HEAL, null, Duration.ofMinutes(10))).ends(State.PENDING, Outcome.FAILED);

        ledger().advance(Duration.ofMinutes(9));
        assertThat(ledger().notices().claim(1)).isEmpty();
        ledger().advance(Duration.ofMinutes(2));
        assertThat(ledger().notices().claim(1)).hasSize(1);
    }

    @Test
    default void looking_later_counts_nothing_and_reads_again() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        look.comesBack(new Again(Cause.LOOK_LATER, ledger().now().plusSeconds(30), null)).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(ledger().notices().claim(1)).isEmpty();
        ledger().advance(Duration.ofSeconds(31));
        assertThat(ledger().notices().claim(1)).singleElement().satisfies(claim -> {
            assertThat(claim.attempts()).isZero();
            assertThat(claim.stale()).isTrue();
        });
    }

    @Test
    default void a_look_that_comes_back_to_what_it_saw_does_not_read_it_again_until_another_hint() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        look.saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now())).comesBack(new Again(Cause.LOOK_LATER, ledger().now(), null)).ends(State.PENDING, Outcome.POSTPONED);

        var again = ledger().notices().claim(1).get(0);
        assertThat(again.stale()).isFalse();
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));
        Look.at(ledger(), again).saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now()))
            .comesBack(new Again(Cause.LOOK_LATER, ledger().now(), null)).ends(State.PENDING, Outcome.POSTPONED);
        assertThat(ledger().notices().claim(1)).singleElement().matches(Claim::stale);
    }

    @Test
    default void a_look_that_failed_reads_again_whatever_it_saw() {
        var link = ledger().aLink();

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Jansen", ledger().now())).fails(Cause.MAY_HEAL);

        ledger().advance(Duration.ofMinutes(1));
        assertThat(ledger().notices().claim(1)).singleElement().matches(Claim::stale);
    }

    @Test
    default void a_new_hint_is_due_at_once_and_starts_counting_afresh() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").fails(Cause.MAY_HEAL);
        assertThat(ledger().notices().claim(1)).isEmpty();

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));

        assertThat(ledger().notices().claim(1)).singleElement().satisfies(claim -> assertThat(claim.attempts()).isZero());
    }

    @Test
    default void a_refused_account_waits_with_all_its_notices_until_it_is_woken() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        look.comesBack(new Again(Cause.ACCOUNT, null, Duration.ofHours(1))).ends(State.PENDING, Outcome.POSTPONED);
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook"), Hint.of(link.id(), Side.SOURCE, "R-2", "webhook")));

        ledger().advance(Duration.ofMinutes(50));
        assertThat(ledger().notices().claim(5)).isEmpty();
        assertThat(ledger().accounts().find(link.accounts().get(Side.SOURCE)).backOffUntil()).isAfter(ledger().now());
        ledger().accounts().wake(link.accounts().get(Side.SOURCE));
        assertThat(ledger().notices().claim(5)).hasSize(2).allSatisfy(claim -> assertThat(claim.attempts()).isZero());
        assertThat(ledger().deadLetters().open(ANY_LETTER, "", 10)).isEmpty();
    }

    @Test
    default void a_back_off_ends_by_itself_and_new_credentials_end_it_too() {
        var link = ledger().aLink();
        var account = link.accounts().get(Side.SOURCE);
        ledger().accounts().backOff(account, Duration.ofHours(1), "401");
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));
        assertThat(ledger().notices().claim(1)).isEmpty();

        ledger().links().account(link.id(), Side.SOURCE, null, null, java.util.Map.of("apiKey", "new"));

        var claim = ledger().notices().claim(1).get(0);
        assertThat(ledger().accounts().find(account).credentials()).containsEntry("apiKey", "new");
        ledger().notices().putBack(claim, ledger().now());
        ledger().accounts().backOff(account, Duration.ofHours(1), "401");
        assertThat(ledger().notices().claim(1)).isEmpty();
        ledger().advance(Duration.ofMinutes(61));
        assertThat(ledger().notices().claim(1)).hasSize(1);
    }
}
