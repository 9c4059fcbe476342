package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.systems.Connector;

/** The adapter of Admin-IS | Consult put together by hand, with the settings of application.properties unless a test says otherwise. */
public final class AdminConsultBeans {

    private AdminConsultBeans() { }

    public static Connector connector() { return new AdminConsultConnector(60, 4); }

    /** What the routes call, by name. */
    public static Map<String, Object> of(Accounts accounts, Map<String, String> settings) {
        var choices = choices(settings);
        var calls = new AdminConsultCalls(accounts, Duration.ofSeconds(60), Duration.ZERO);
        var rows = new AdminConsultRows(calls, choices);
        var told = new AdminConsultSettings(calls, choices);
        var taskflows = new AdminConsultTaskflows(rows, choices);
        var gathering = new AdminConsultGathering(calls, rows, taskflows, choices);
        return Map.of("adminConsultTokens", new AdminConsultTokens(calls), "adminConsultReading", new AdminConsultReading(calls, gathering),
            "adminConsultListing", new AdminConsultListing(calls, rows, told, gathering), "adminConsultOffice", new AdminConsultOffice(calls, rows, told, taskflows, 60));
    }

    /** A customer with what belongs to it, as a root. */
    public static RootReading read(JsonNode wire) { return AdminConsultReader.root(wire); }

    private static AdminConsultChoices choices(Map<String, String> settings) {
        return new AdminConsultChoices(Integer.parseInt(settings.getOrDefault("admin-consult-filter-max", "1800")),
            Integer.parseInt(settings.getOrDefault("admin-consult-partner-link-type", "5")), 12, Duration.parse(settings.getOrDefault("admin-consult-settings-reread", "PT0S")),
            Duration.parse(settings.getOrDefault("admin-consult-taskflows-reread", "PT0S")));
    }
}
