package nl.koppelwerk.systems.tribe;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Connector;

/** Tribe's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class TribeBeans {

    private TribeBeans() { }

    public static Connector connector(Map<String, String> settings) {
        var choices = choices(settings);
        return new TribeConnector(choices, new TribeBodies(choices), 0, 5);
    }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Accounts accounts, Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new TribeCalls(accounts, Duration.ofSeconds(60), Duration.ZERO);
        var rows = new TribeRows(calls, choices);
        return Map.of("tribeTokens", new TribeTokens(calls, choices),
            "tribeReading", new TribeReading(calls, rows, choices, new TribeOwners(calls, rows)),
            "tribeSearching", new TribeSearching(calls, choices), "tribeWriting", new TribeWriting(calls, choices),
            "tribeListing", new TribeListing(calls, choices, new TribeWholeRows(rows, choices)), "tribeOffice", new TribeOffice(calls, rows),
            "tribeRegistering", new TribeRegistering(calls));
    }

    private static TribeChoices choices(Map<String, String> settings) {
        return new TribeChoices(settings.getOrDefault("update-verb", "put"), Boolean.parseBoolean(settings.getOrDefault("import-id", "true")),
            settings.getOrDefault("function-field", "role"), Duration.ofSeconds(2), Duration.ofHours(1),
            Integer.parseInt(settings.getOrDefault("page", "100")));
    }
}
