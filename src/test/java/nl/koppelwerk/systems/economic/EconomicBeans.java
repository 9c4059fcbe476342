package nl.koppelwerk.systems.economic;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.systems.Connector;

/** e-conomic's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class EconomicBeans {

    private EconomicBeans() { }

    public static Connector connector(Map<String, String> settings) {
        var choices = choices(settings);
        return new EconomicConnector(choices, new EconomicBodies(choices), 3000, 5);
    }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new EconomicCalls(Duration.ofSeconds(60));
        var contacts = new EconomicContacts(calls);
        return Map.of("economicReading", new EconomicReading(calls, contacts), "economicListing", new EconomicListing(calls, contacts, choices),
            "economicSearching", new EconomicSearching(calls, choices), "economicCreating", new EconomicCreating(calls),
            "economicUpdating", new EconomicUpdating(calls, choices), "economicOffice", new EconomicOffice(calls),
            "economicRegistering", new EconomicRegistering(calls), "economicListening", new EconomicListening(calls));
    }

    private static EconomicChoices choices(Map<String, String> settings) {
        return new EconomicChoices(settings.getOrDefault("update-road", "customers-api"), Integer.parseInt(settings.getOrDefault("page", "200")), Duration.ZERO);
    }
}
