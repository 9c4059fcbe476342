package nl.koppelwerk.systems.accounton;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.systems.Connector;

/** Accounton's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class AccountonBeans {

    private AccountonBeans() { }

    public static Connector connector(Map<String, String> settings) {
        var choices = choices(settings);
        return new AccountonConnector(choices, new AccountonBodies(choices), 60, 4);
    }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new AccountonCalls(settings.getOrDefault("accounton-auth", "bearer"), Duration.ofSeconds(60));
        var waiting = new AccountonWaiting(calls, choices);
        var reasons = new AccountonReasons(choices);
        return Map.of("accountonReading", new AccountonReading(calls, choices), "accountonUpdating", new AccountonUpdating(calls, choices),
            "accountonCreating", new AccountonCreating(calls, waiting, reasons, new AccountonApplying(calls, waiting, reasons, choices), choices),
            "accountonOffice", new AccountonOffice(calls));
    }

    static AccountonChoices choices(Map<String, String> settings) {
        return new AccountonChoices(Boolean.parseBoolean(settings.getOrDefault("accounton-language-required", "true")), Duration.ofHours(24), Duration.ofSeconds(2),
            Duration.ZERO, 200);
    }
}
