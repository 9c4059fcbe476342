package nl.koppelwerk.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.link.Side;

/** One ledger under test, empty when a test begins, with a way to move its clock. */
public interface LedgerFixture extends Ledger {

    AtomicInteger NUMBERS = new AtomicInteger();

    /** Moves the ledger's clock forward; it never moves by itself further than the test takes. */
    void advance(Duration by);

    default Instant now() { return notices().now(); }

    /** An active link with an account on each side that nothing limits. */
    default Links.Link aLink() { return aLink(new Accounts.Limits(0, 0, 0)); }

    default Links.Link aLink(Accounts.Limits limits) {
        int number = NUMBERS.incrementAndGet();
        var link = links().create(born(number, limits));
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
