package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.systems.Connector;

/** Compenda's adapter put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class CompendaBeans {

    private CompendaBeans() { }

    public static Connector connector(Map<String, String> settings) { return new CompendaConnector(choices(settings), 120, 4); }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new CompendaCalls(settings.getOrDefault("compenda-auth", "bearer"), settings.getOrDefault("compenda-tenant", "host"), Duration.ofSeconds(60));
        return Map.of("compendaReading", new CompendaReading(calls, choices, new CompendaProjects(calls, choices)), "compendaOffice", new CompendaOffice(calls));
    }

    /** A relation of the wire as the root that it is under one hat. */
    public static RootReading read(JsonNode wire, String hat) {
        return new CompendaReader(choices(Map.of())).relation(wire, CompendaHat.valueOf(hat));
    }

    static CompendaChoices choices(Map<String, String> settings) {
        return new CompendaChoices(settings.getOrDefault("compenda-payment-terms", "days"), settings.getOrDefault("compenda-address", "split"),
            settings.getOrDefault("compenda-delta", "modified-since"), Integer.parseInt(settings.getOrDefault("compenda-page", "200")));
    }
}
