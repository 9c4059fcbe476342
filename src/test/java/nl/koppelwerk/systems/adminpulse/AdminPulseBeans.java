package nl.koppelwerk.systems.adminpulse;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Connector;

/** AdminPulse's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class AdminPulseBeans {

    private AdminPulseBeans() { }

    public static Connector connector(Map<String, String> settings) { return new AdminPulseConnector(choices(settings), oauth(settings), 480, 4); }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Accounts accounts, Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new AdminPulseCalls(accounts, Duration.ofSeconds(60), Duration.ZERO);
        var tasks = new AdminPulseTasks(calls, choices);
        return Map.of("adminPulseReading", new AdminPulseReading(calls, choices, tasks), "adminPulseOffice", new AdminPulseOffice(calls, choices, tasks),
            "adminPulseTokens", new AdminPulseTokens(calls, oauth(settings)), "adminPulseListing", new AdminPulseListing(calls, choices, tasks, new AdminPulsePasses(choices)));
    }

    private static AdminPulseOauth oauth(Map<String, String> settings) {
        return new AdminPulseOauth(settings.getOrDefault("adminpulse-authorize-path", "/oauth/authorize"), settings.getOrDefault("adminpulse-token-path", "/oauth/token"),
            settings.getOrDefault("adminpulse-scopes", "relations.read tasks.read"));
    }

    static AdminPulseChoices choices(Map<String, String> settings) {
        return new AdminPulseChoices(settings.getOrDefault("adminpulse-field-names", "guess-en"), Integer.parseInt(settings.getOrDefault("adminpulse-page", "400")),
            Duration.parse(settings.getOrDefault("adminpulse-taskflows", "PT15M")));
    }
}
