package nl.koppelwerk.systems.advocaatcentraal;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.systems.Connector;

/** AdvocaatCentraal's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class AdvocaatCentraalBeans {

    private AdvocaatCentraalBeans() { }

    public static Connector connector() { return new AdvocaatCentraalConnector(Duration.ZERO, 60, 4); }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Map<String, String> settings) {
        var calls = new AdvocaatCentraalCalls(settings.getOrDefault("auth", "api-key-header"), Duration.ofSeconds(60));
        return Map.of("advocaatcentraalReading", new AdvocaatCentraalReading(calls, 200),
            "advocaatcentraalWriting", new AdvocaatCentraalWriting(calls), "advocaatcentraalOffice", new AdvocaatCentraalOffice(calls));
    }
}
