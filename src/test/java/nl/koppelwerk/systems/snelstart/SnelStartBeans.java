package nl.koppelwerk.systems.snelstart;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Connector;

/** SnelStart's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class SnelStartBeans {

    private SnelStartBeans() { }

    public static Connector connector(Map<String, String> settings) {
        return new SnelStartConnector(choices(settings), new SnelStartBodies(), 500, 5000, 50);
    }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Accounts accounts, Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new SnelStartCalls(accounts, Duration.ofSeconds(60), Duration.ZERO);
        var finding = new SnelStartFinding(calls);
        return Map.of("snelstartTokens", new SnelStartTokens(calls), "snelstartReading", new SnelStartReading(calls, finding),
            "snelstartListing", new SnelStartListing(calls, choices), "snelstartSearching", new SnelStartSearching(calls),
            "snelstartCreating", new SnelStartCreating(calls), "snelstartUpdating", new SnelStartUpdating(calls, choices, finding),
            "snelstartOffice", new SnelStartOffice(calls));
    }

    private static SnelStartChoices choices(Map<String, String> settings) {
        return new SnelStartChoices(Integer.parseInt(settings.getOrDefault("page", "500")), settings.getOrDefault("nulls", "sent"),
            Duration.ofSeconds(2), Duration.ofMinutes(2));
    }
}
