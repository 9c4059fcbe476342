package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A link between the stand-ins of Compenda and SnelStart, and what can be asked and said about it. */
final class BookkeepingLink implements Running.ActiveLink {

    private static final String OFFICE = "kantoor";

    private final Vendors vendors;
    private final Api api;
    private final String id;
    private final String webhook;

    private BookkeepingLink(Vendors vendors, Api api, JsonNode made) {
        this.vendors = vendors;
        this.api = api;
        this.id = made.path("id").asText();
        this.webhook = made.path("webhooks").path("source").asText();
    }

    /** Made, and not yet active. */
    static BookkeepingLink between(Vendors vendors, Api api, Map<String, ?> settings) {
        api.openOffice(OFFICE);
        var base = vendors.base();
        var coupling = Base64.getEncoder().encodeToString("demo:snelstart-demo".getBytes(StandardCharsets.UTF_8));
        return new BookkeepingLink(vendors, api, api.createLink(Map.of("type", "compenda-snelstart", "office", OFFICE, "name", "Boekhouding",
                "source", Map.of("baseUrl", base + "/compenda", "officeNumber", "demo", "credentials", Map.of("apiKey", "compenda-demo-key")),
                "target", Map.of("baseUrl", base + "/snelstart", "authUrl", base + "/snelstart-auth", "officeNumber", "demo",
                        "credentials", Map.of("subscriptionKey", "snelstart-demo-primary", "clientKey", coupling)),
                "settings", settings)));
    }

    @Override
    public String id() {
        return id;
    }

    /** The address that Compenda calls. */
    @Override
    public String webhook() {
        return webhook;
    }

    JsonNode run(String kind, Duration most) {
        return api.awaitRun(api.run(id, kind), most);
    }

    void awaitQuiet(Duration most) {
        api.awaitQuiet(id, most);
    }

    /** How many relations stand in a state, by state, reason and field. */
    Map<String, Integer> reasons() {
        var reasons = new TreeMap<String, Integer>();
        for (var relation : api.relations(id, "")) {
            var state = relation.path("state").asText();
            reasons.merge(state, 1, Integer::sum);
            relation.path("reasons").forEach(reason -> reasons.merge((state + " " + reason.path("code").asText() + " " + reason.path("field").asText()).strip(), 1, Integer::sum));
        }
        return reasons;
    }

    BookkeepingComparison.Verdict compare() {
        return compare(List.of());
    }

    /** With what SnelStart held before there was a link. */
    BookkeepingComparison.Verdict compare(List<JsonNode> before) {
        return BookkeepingComparison.of(vendors.export(Vendors.COMPENDA), vendors.export(Vendors.SNELSTART), before);
    }
}
