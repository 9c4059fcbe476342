package nl.koppelwerk.systems;

import java.time.Instant;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.mapping.RootReading;
import org.apache.camel.Exchange;

/**
 * Round an operation: whose account, which lists, which side of the link, and when it was asked.
 *
 * @param side from the variable {@code side} where the question does not name it
 * @param at   from the variable {@code askedAt}, the ledger's clock; else this machine's
 */
public record Asked(Accounts.Account account, References references, Side side, Instant at) {

    public static Asked of(Exchange exchange, Side unsaid) {
        return new Asked(exchange.getVariable("account", Accounts.Account.class),
            exchange.getVariable("references", References.NONE, References.class),
            exchange.getVariable("side", unsaid, Side.class), exchange.getVariable("askedAt", Instant.now(), Instant.class));
    }

    public Sighting sighting(RootReading root) { return sighting(root, root.version()); }

    public Sighting sighting(RootReading root, String version) {
        return new Sighting(side, root.id(), root.relation(), version, root.modified(), at);
    }
}
