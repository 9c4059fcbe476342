package nl.koppelwerk.systems.clickmate;

import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.RecordWebhookLaws;

class ClickmateWebhookTest extends RecordWebhookLaws {

    ClickmateWebhookTest() { super("clickmate", "customer", "customerId", Side.TARGET); }

    @Override protected Object door(Links links, Accounts accounts, Clock clock) {
        return new ClickmateWebhook(links, accounts, 65536, Duration.ZERO, clock);
    }
}
