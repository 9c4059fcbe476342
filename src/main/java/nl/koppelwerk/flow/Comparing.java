package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Compared;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.apache.camel.ProducerTemplate;

/** Asks both systems what they hold of one relation at this moment, for a person who has it before him; nothing is written or remembered. */
@Singleton
public final class Comparing {

    private final LinkBook book;
    private final AccountBook accounts;
    private final LedgerClock clock;
    private final ProducerTemplate routes;

    @Inject
    public Comparing(LinkBook book, AccountBook accounts, LedgerClock clock, ProducerTemplate routes) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
        this.routes = routes;
    }

    public Compared compare(Views.Whole whole) {
        var link = book.open(whole.row().link());
        var now = clock.instant();
        var seen = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var root = whole.pair().root(side);
            if (root.isEmpty()) continue;
            var answer = ask(link, side, whole.seen().get(side), new Step.Read(side, root.get(), whole.row().kind() == null ? Kind.ORGANISATION : whole.row().kind(), true), now);
            if (answer instanceof Answer.Seen found) seen.put(side, found.sighting());
            else if (!(answer instanceof Answer.Gone)) return Compared.notReached(reasons(link, side, answer), seen, now);
        }
        return Compared.of(link.rules(), whole.pair(), whole.row().reasons(), seen, now);
    }

    private Answer ask(OpenLink link, Side side, Sighting known, Step.Read read, Instant now) {
        var system = link.system(side);
        var exchange = routes.request("direct:hub-compare", asked -> {
            asked.setVariable("system", system);
            asked.setVariable("account", accounts.account(link.account(side)));
            asked.setVariable("references", accounts.references(link.account(side), system));
            asked.setVariable("lane", Lane.LIVE);
            asked.setVariable("side", side);
            asked.setVariable("askedAt", now);
            asked.setVariable("known", known);
            asked.getMessage().setBody(read);
        });
        return exchange.getException() == null ? exchange.getMessage().getBody(Answer.class) : Mishaps.answer(exchange.getException(), system);
    }

    private static List<Reason> reasons(OpenLink link, Side side, Answer answer) {
        if (answer instanceof Answer.Denied denied) return List.of(denied.reason());
        if (answer instanceof Answer.Unanswered lost) return List.of(lost.reason());
        if (answer instanceof Answer.Unreadable odd) return List.of(odd.reason());
        var code = answer instanceof Answer.Throttled ? ReasonCode.VENDOR_THROTTLED : ReasonCode.VENDOR_UNREACHABLE;
        return List.of(new Reason(code, "", Map.of("system", link.rules().dialect(side).label())));
    }
}
