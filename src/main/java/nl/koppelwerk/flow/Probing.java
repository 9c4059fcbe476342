package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector.Check;
import org.apache.camel.ProducerTemplate;

/** Asks both systems of a link whether they can be reached and used. */
@Singleton
public final class Probing {

    private static final Set<String> NEEDED = Set.of("reachable", "credentials", "rights", "record");

    private final LinkBook book;
    private final AccountBook accounts;
    private final ProducerTemplate routes;

    @Inject
    public Probing(LinkBook book, AccountBook accounts, ProducerTemplate routes) {
        this.book = book;
        this.accounts = accounts;
        this.routes = routes;
    }

    /** What each side answers: reachable, credentials accepted, rights sufficient, one record readable; a reason for each no. */
    public Map<Side, List<Check>> test(String link) {
        book.forget(link);
        var answers = new EnumMap<Side, List<Check>>(Side.class);
        for (var side : Side.values()) answers.put(side, test(book.link(link), side));
        return answers;
    }

    /** What else a system remarks, such as a missing signature, is shown and stops nothing. */
    public static boolean isWell(Map<Side, List<Check>> answers) {
        return answers.values().stream().flatMap(List::stream).filter(check -> NEEDED.contains(check.what())).allMatch(Check::well);
    }

    @SuppressWarnings("unchecked")
    private List<Check> test(Links.Link link, Side side) {
        var type = book.type(link);
        var system = side == Side.SOURCE ? type.sourceSystem() : type.targetSystem();
        var account = link.accounts().get(side);
        accounts.wake(account);
        var exchange = routes.request("direct:hub-check", asked -> {
            asked.setVariable("system", system);
            asked.setVariable("account", accounts.account(account));
            asked.setVariable("lane", Lane.LIVE);
            asked.setVariable("side", side);
        });
        var failure = exchange.getException();
        return failure == null ? exchange.getMessage().getBody(List.class) : List.of(new Check("reachable", false, CheckUp.why(Mishaps.answer(failure, system))));
    }
}
