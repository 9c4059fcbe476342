package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ExchangeTimedOutException;
import org.jboss.logging.Logger;

/** What an exception on a road means; nothing of a body is ever said. */
@Singleton
@Named("mishaps")
@Unremovable
public final class Mishaps {

    private static final Logger LOG = Logger.getLogger("nl.koppelwerk.flow");

    /** A tick or a claim failed: the next one tries again. */
    public void note(Exchange exchange) {
        var failure = caught(exchange);
        if (StoreFailure.mayHeal(failure)) LOG.warnf("%s: the ledger does not answer (%s)", exchange.getFromRouteId(), cause(failure));
        else LOG.errorf(failure, "%s failed", exchange.getFromRouteId());
    }

    static Throwable caught(Exchange exchange) { return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class); }

    /** No answer may become one later; anything else that was thrown on the way will not get better by itself. */
    static Answer answer(Throwable failure, String system) {
        if (failure instanceof AnsweredInstead instead) return instead.answer();
        var details = Map.of("system", system, "answer", failure.getClass().getSimpleName());
        return isNoAnswer(failure) ? new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE, "", details))
            : new Answer.Unreadable(new Reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "", details));
    }

    static boolean isNoAnswer(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) return true;
            if (cause instanceof ExchangeTimedOutException || cause instanceof InterruptedException) return true;
        }
        return false;
    }

    private static String cause(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return deepest.getClass().getSimpleName();
    }
}
