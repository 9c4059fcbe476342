package nl.koppelwerk.systems;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.ObjectHelper;

/** What stands round every call to a vendor: login and budget before it; slot, count and reading of the reply after it. */
@ApplicationScoped
@Named("outbound")
@Unremovable
public class Outbound {

    private static final String CALL = "call";
    private static final int UNAUTHORIZED = 401;
    private static final Duration A_MOMENT = Duration.ofMillis(250);
    private static final int MOMENTS = 40;

    private final Permits permits;
    private final MeterRegistry metrics;

    public Outbound(Permits permits, MeterRegistry metrics) {
        this.permits = permits;
        this.metrics = metrics;
    }

    /**
     * Body {@link Turn.Ask}: becomes the HTTP message, and the variable {@code call} the {@link Outgoing}.
     * Where it may not leave, the body becomes the answer and no call is set.
     */
    public void prepare(Exchange exchange) {
        exchange.removeVariable(CALL);
        var ask = exchange.getMessage().getBody(Turn.Ask.class);
        var account = exchange.getVariable("account", Accounts.Account.class);
        try {
            leave(exchange, account, ask);
        } catch (NoLogin none) {
            exchange.getMessage().setBody(ask.otherwise().apply(none.answer()));
        }
    }

    private void leave(Exchange exchange, Accounts.Account account, Turn.Ask ask) {
        if (account.backOffUntil() != null) throw new NoLogin(ask.reading().resting());
        var call = ask.call();
        var base = Outgoing.address(account, call.base()).orElseThrow(() -> new NoLogin(ask.reading().notAllowed(Phrase.ADDRESS_OF_ACCOUNT.said().kept())));
        var pinned = pinned(account, ask, base);
        // The login before the permit: it may be a call of its own, and a slot must not wait for it.
        var proof = call.login().proof(exchange, account, ask.refused());
        var outgoing = new Outgoing(ask, account.system(), base, proof, call.paid() ? permit(exchange, account) : null);
        requireLeave(exchange, outgoing);
        exchange.setVariable(CALL, outgoing);
        exchange.setVariable("origin", outgoing.origin());
        outgoing.onto(exchange.getMessage());
        pinned.ifPresent(certificate -> exchange.getMessage().setHeader(VendorTls.PINNED, certificate.hex()));
    }

    /** One that cannot be kept must not become none: then any authority would do, or nobody at all. */
    private static Optional<Fingerprint> pinned(Accounts.Account account, Turn.Ask ask, URI base) {
        var given = account.credentials().getOrDefault(Fingerprint.PINNED, "");
        if (given.isBlank()) return Optional.empty();
        if (!base.getScheme().equals("https")) throw new NoLogin(ask.reading().notAllowed("it has a " + Fingerprint.PINNED + ", and its address is not https"));
        return Optional.of(Fingerprint.typed(given).orElseThrow(() -> new NoLogin(ask.reading().notAllowed("its " + Fingerprint.PINNED + " is no fingerprint"))));
    }

    /** Last of all, for login and permit may have taken their time. */
    private void requireLeave(Exchange exchange, Outgoing outgoing) {
        if (!outgoing.ask().call().writes() || exchange.getVariable("fence", Fence.NONE, Fence.class).mayLeave()) return;
        if (outgoing.permit() != null) permits.ended(outgoing.permit());
        throw new NoLogin(new Answer.Throttled(Instant.now()));
    }

    private Permits.Leave permit(Exchange exchange, Accounts.Account account) {
        var lane = exchange.getVariable("lane", Lane.LIVE, Lane.class);
        for (int turn = 0; ; turn++) {
            int turns = turn;
            var leave = permits.take(account, lane, until -> waitOrLeave(until, turns));
            if (leave.isPresent()) return leave.get();
        }
    }

    /** Another call of the account ends in a moment: that is waited for. A spent budget is not; its notice comes back when there is one. */
    private void waitOrLeave(Instant until, int turn) {
        var wait = Duration.between(Instant.now(), until);
        if (wait.compareTo(A_MOMENT) > 0 || turn >= MOMENTS) throw new NoLogin(new Answer.Throttled(until));
        try {
            Thread.sleep(Math.max(1, wait.toMillis()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoLogin(new Answer.Throttled(until));
        }
    }

    /** Body and headers of the reply, or the exception that came instead, become the next {@link Turn}. */
    public void heard(Exchange exchange) {
        var outgoing = exchange.getVariable(CALL, Outgoing.class);
        exchange.removeVariable(CALL);
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        var reply = failure == null ? Optional.of(reply(exchange.getMessage())) : Optional.<Reply>empty();
        ended(outgoing, reply);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(reply.map(r -> turn(exchange.getVariable("account", Accounts.Account.class), outgoing, r)).orElseGet(() -> lost(outgoing.ask(), failure)));
    }

    private void ended(Outgoing outgoing, Optional<Reply> reply) {
        if (outgoing.permit() != null) permits.ended(outgoing.permit(), reply.flatMap(outgoing.ask().reading().leftover()::of));
        var status = reply.map(heard -> String.valueOf(heard.status())).orElse("none");
        metrics.counter("koppelwerk.calls", "system", outgoing.system(), "status", status).increment();
    }

    private static Turn turn(Accounts.Account account, Outgoing outgoing, Reply reply) {
        var ask = outgoing.ask();
        // A token may end before its time: one new one, and then the answer is believed.
        if (reply.status() == UNAUTHORIZED && ask.call().login().renews(account) && ask.refused().isEmpty())
            return ask.afterRefusalOf(ask.call().login().refused(outgoing.proof(), reply));
        return ask.heard(reply);
    }

    private static Turn lost(Turn.Ask ask, Exception failure) {
        if (ObjectHelper.getException(NotAllowed.class, failure) != null)
            return ask.otherwise().apply(ask.reading().notAllowed(Phrase.ADDRESS_NOT_ALLOWED.said().kept()));
        var untrusted = ObjectHelper.getException(Untrusted.class, failure);
        if (untrusted != null) return ask.otherwise().apply(ask.reading().untrusted(untrusted.seen()));
        if (ObjectHelper.getException(TooLong.class, failure) != null) return ask.otherwise().apply(ask.reading().garbled(ask.call()));
        if (ObjectHelper.getException(IOException.class, failure) != null) return ask.otherwise().apply(ask.reading().unanswered());
        throw new IllegalStateException("a call could not be made", failure);
    }

    private static Reply reply(Message message) {
        var headers = new HashMap<String, String>();
        message.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        var body = message.getBody(byte[].class);
        return new Reply(message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), headers, body == null ? new byte[0] : body);
    }
}
