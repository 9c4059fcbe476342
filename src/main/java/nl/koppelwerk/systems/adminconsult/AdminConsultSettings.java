package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Shelf;
import nl.koppelwerk.systems.Turn;

/** What an installation says of itself: how many rows a page has at most, and how many calls it takes in a minute. */
@ApplicationScoped
class AdminConsultSettings {

    /** Of an installation that does not tell. */
    static final int USUAL_PAGE = 50;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AdminConsultCalls calls;
    private final Shelf<String, AtomicReference<Integer>> pages;

    AdminConsultSettings(AdminConsultCalls calls, AdminConsultChoices choices) {
        this.calls = calls;
        this.pages = new Shelf<>(choices.settingsReread());
    }

    /** The rows that a page may have at most; one that is not told stops nothing. */
    Turn page(Asked asked, IntFunction<Turn> then) {
        var kept = pages.get(asked.account().id(), account -> new AtomicReference<>());
        if (kept.get() != null) return then.apply(kept.get());
        Function<Answer, Turn> otherwise = answer -> answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled ? Turn.said(answer) : then.apply(USUAL_PAGE);
        return read(settings -> {
            int most = settings.path("MaxRecordsPerPage").asInt();
            kept.set(most > 0 ? most : USUAL_PAGE);
            return then.apply(kept.get());
        }, otherwise);
    }

    Turn read(Function<JsonNode, Turn> then, Function<Answer, Turn> otherwise) {
        return calls.ask(calls.get(AdminConsultCalls.SETTINGS), calls.replies(AdminConsultSettings::left),
            reply -> then.apply(reply.json().orElseGet(MissingNode::getInstance)), otherwise);
    }

    /** In the minute that begins no more calls leave than it takes, whatever our own setting says. */
    private static Optional<Accounts.Reading> left(Reply reply) {
        return reply.json().map(settings -> settings.path("RateLimit").asInt()).filter(limit -> limit > 0).map(limit -> new Accounts.Reading(limit - 1, MINUTE));
    }
}
