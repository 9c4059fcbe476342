package nl.koppelwerk.systems.clickmate;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.systems.Connector;

/** Clickmate's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class ClickmateBeans {

    private ClickmateBeans() { }

    public static Connector connector(Map<String, String> settings) {
        var choices = choices(settings);
        return new ClickmateConnector(choices, new ClickmateBodies(choices), 120, 4);
    }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new ClickmateCalls(settings.getOrDefault("clickmate-auth", "bearer"), Duration.ofSeconds(60));
        return Map.of("clickmateReading", new ClickmateReading(calls, choices), "clickmateWriting", new ClickmateWriting(calls, choices),
            "clickmateOffice", new ClickmateOffice(calls), "clickmateRegistering", new ClickmateRegistering(calls));
    }

    static ClickmateChoices choices(Map<String, String> settings) {
        return new ClickmateChoices(settings.getOrDefault("clickmate-fields", "assumed"), settings.getOrDefault("clickmate-address", "one-line"),
            Boolean.parseBoolean(settings.getOrDefault("clickmate-idempotency", "true")), Duration.ZERO, 200);
    }
}
