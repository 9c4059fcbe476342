package nl.koppelwerk.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.link.Side;

/** One ledger under test, empty when a test begins, with a way to move its clock. */
public interface LedgerFixture extends Ledger {

    AtomicInteger NUMBERS = new AtomicInteger();
    Accounts.Limits UNLIMITED = new Accounts.Limits(0, 0, 0);

    /** Moves the ledger's clock forward; it never moves by itself further than the test takes. */
    void advance(Duration by);

    default Instant now() { return notices().now(); }

    /** An active link with an account on each side that nothing limits. */
    default Links.Link aLink() { return aLink(UNLIMITED); }

    default Links.Link aLink(Accounts.Limits limits) { return active(born(NUMBERS.incrementAndGet(), limits)); }

    /** Of two sources, filling one account. */
    default List<Links.Link> twoLinksIntoOneAccount() {
        var one = born(NUMBERS.incrementAndGet(), UNLIMITED);
        var other = born(NUMBERS.incrementAndGet(), UNLIMITED);
        var accounts = Map.of(Side.SOURCE, other.accounts().get(Side.SOURCE), Side.TARGET, one.accounts().get(Side.TARGET));
        return List.of(active(one), active(new Links.NewLink(other.office(), other.type(), other.name(), other.settings(), accounts)));
    }

    private Links.Link active(Links.NewLink born) {
        var link = links().create(born);
        links().change(link.id(), Links.State.ACTIVE, "");
        return links().find(link.id()).orElseThrow();
    }

    static Links.NewLink born(int number, Accounts.Limits limits) {
        return new Links.NewLink("demo", "advocaatcentraal-tribe", "Kantoor " + number, JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account("advocaatcentraal", number, limits), Side.TARGET, account("tribe", number, limits)));
    }

    private static Links.NewAccount account(String system, int number, Accounts.Limits limits) {
        return new Links.NewAccount(system, "nr-" + number, "http://127.0.0.1:1/" + system, "", Map.of("apiKey", "k" + number), limits);
    }
}
