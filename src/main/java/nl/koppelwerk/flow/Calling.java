package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Fence;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jboss.logging.Logger;

/** What a system's route needs before a question of the core, and what the core hears after it. */
@Singleton
@Named("calling")
@Unremovable
public final class Calling {

    private static final Logger LOG = Logger.getLogger(Calling.class);

    private final AccountBook accounts;
    private final Dossiers dossiers;
    private final Leases leases;

    @Inject
    public Calling(AccountBook accounts, Dossiers dossiers, Leases leases) {
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.leases = leases;
    }

    /** Sets what every operation takes from variables; the question is the body, and no headers go along. */
    public void open(Exchange exchange) {
        var look = look(exchange);
        var side = look.asked();
        var system = look.link.system(side);
        exchange.setVariable("system", system);
        exchange.setVariable("account", accounts.account(look.link.account(side)));
        exchange.setVariable("references", accounts.references(look.link.account(side), system));
        exchange.setVariable("lane", look.claim.lane());
        exchange.setVariable("side", side);
        exchange.setVariable("askedAt", look.askedAt);
        exchange.setVariable("known", known(look, side));
        exchange.setVariable("fence", look.isWriting() ? fence(look) : Fence.NONE);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(look.step);
    }

    /** Of who may become the partner nothing is in the dossier yet; a sheet is all that anybody has of it, so the ledger is asked. */
    private Sighting known(Look look, Side side) {
        var newest = look.newest(side);
        boolean isOther = look.step instanceof Step.Read read && newest.filter(seen -> seen.root().equals(read.root())).isEmpty();
        return (isOther && look.link.type().takesSheets() ? dossiers.lastKnown(look.claim.link(), side, ((Step.Read) look.step).root()) : newest).orElse(null);
    }

    /** An exception on the road becomes an answer, of a write always the doubt; a lost lease and a silent ledger stay exceptions. */
    public void answered(Exchange exchange) {
        // A call below may have left its own failure behind; where there is an answer, it was understood.
        var failure = exchange.removeProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
        // What an earlier call of this write did nobody knows here, so nothing is recorded of it.
        if (look(exchange).fenced) exchange.getMessage().setBody(new LookAbandoned("no lease when the write was to leave"));
        else if (failure instanceof Throwable thrown && !(exchange.getMessage().getBody() instanceof Answer)) exchange.getMessage().setBody(heard(look(exchange), thrown));
    }

    /** A process may freeze between its intent and its request, and another one has done the work meanwhile. */
    private Fence fence(Look look) {
        return () -> {
            look.fenced = !leases.isSure(look.claim);
            return !look.fenced;
        };
    }

    private Object heard(Look look, Throwable thrown) {
        if (thrown instanceof LookAbandoned || StoreFailure.mayHeal(thrown)) return thrown;
        var answer = Mishaps.answer(thrown, look.link.system(look.asked()));
        // What nobody foresaw is found in the log, and not in the reason that a person reads.
        if (answer instanceof Answer.Unreadable && !(thrown instanceof AnsweredInstead)) LOG.errorf(thrown, "A question of link %s failed on its way", look.claim.link());
        boolean sent = look.isWriting() && look.delivery != null;
        return sent ? Outcomes.doubt(answer) : answer;
    }

    static Look look(Exchange exchange) { return exchange.getVariable("look", Look.class); }
}
