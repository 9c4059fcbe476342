package nl.koppelwerk.systems.compenda;

import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.RecordWebhookLaws;

class CompendaWebhookTest extends RecordWebhookLaws {

    CompendaWebhookTest() { super("compenda", "relation", "relationId", Side.SOURCE); }

    @Override protected Object door(Links links, Accounts accounts, Clock clock) {
        return new CompendaWebhook(links, accounts, 65536, Duration.ZERO, clock);
    }
}
