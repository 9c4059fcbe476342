package nl.koppelwerk.systems.accounton;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Turn;

/**
 * What a failure means on the way to a client. Before its import has begun it is what it is everywhere; from then on the create keeps its key, for
 * otherwise the next attempt would begin another import. That is told by an answer which leaves the create in doubt.
 */
@ApplicationScoped
class AccountonWaiting {

    /** What was said to be busy is not asked every other second. */
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final AccountonCalls calls;
    private final AccountonChoices choices;
    private final Clock clock = Clock.systemUTC();

    AccountonWaiting(AccountonCalls calls, AccountonChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    /** Accounton sorts; how long that takes nobody knows. */
    Answer underway() { return new Answer.Underway(clock.instant().plus(choices.importWait())); }

    /** 409: its key is still being worked on, or the office has just begun and cannot import yet. */
    Answer toBegin(Answer answer) {
        if (answer instanceof Answer.Stale) return busy();
        return answer instanceof Answer.Gone ? calls.closed() : answer;
    }

    /** Nothing was made by what was only to be read. */
    Turn toRead(Answer answer) { return Turn.said(answer instanceof Answer.Stale ? underway() : kept(answer)); }

    /** 409: it is not ready, or was applied already; the next time its row says which client it made. */
    Answer toApply(Answer answer) { return answer instanceof Answer.Stale ? busy() : kept(answer); }

    private Answer kept(Answer answer) {
        if (answer instanceof Answer.Throttled throttled) return new Answer.Underway(later(throttled.until()));
        return answer instanceof Answer.Gone ? calls.replies().unanswered() : answer;
    }

    private Answer busy() { return new Answer.Underway(clock.instant().plus(BUSY)); }

    private Instant later(Instant until) { return until.isBefore(clock.instant()) ? clock.instant() : until; }
}
