package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A link between the stand-ins of e-conomic and Clickmate, and what can be asked and said about it. */
final class DanishLink implements Running.ActiveLink {

    private static final String OFFICE = "kontor";

    private final Vendors vendors;
    private final Api api;
    private final String id;
    private final String webhook;

    private DanishLink(Vendors vendors, Api api, JsonNode made) {
        this.vendors = vendors;
        this.api = api;
        this.id = made.path("id").asText();
        this.webhook = made.path("webhooks").path("source").asText();
    }

    /** Made, and not yet active; lost webhooks are looked for when a test says so. */
    static DanishLink between(Vendors vendors, Api api) {
        api.openOffice(OFFICE);
        var base = vendors.base();
        return new DanishLink(vendors, api, api.createLink(Map.of("type", "economic-clickmate", "office", OFFICE, "name", "Kontoret",
                "source", Map.of("baseUrl", base + "/economic", "apisUrl", base + "/economic-apis", "officeNumber", "1234567",
                        "credentials", Map.of("appSecretToken", "economic-demo-app", "agreementGrantToken", "economic-demo-grant")),
                "target", Map.of("baseUrl", base + "/clickmate", "officeNumber", "demo", "credentials", Map.of("apiKey", "clickmate-demo-key", "accountId", "demo")),
                "settings", Map.of("customerGroups", Map.of("*", "1"), "paymentTerms", Map.of("*", "1"), "vatZones", Map.of("DK", "1", "EU", "2", "*", "3"),
                        "currencies", Map.of("*", "DKK"), "pollInterval", "PT6H", "sweepInterval", "PT6H"))));
    }

    @Override
    public String id() {
        return id;
    }

    /** The address that e-conomic calls. */
    @Override
    public String webhook() {
        return webhook;
    }

    /** What e-conomic says of a customer that keeps its number. */
    static WebhookBurst.Letter letter(String number) {
        return new WebhookBurst.Letter("old=" + number + "&new=" + number, "text/plain", "User-Agent", "e-conomic");
    }

    /** Waits until the hub has nothing of its own left to do. */
    void awaitQuiet(Duration most) {
        api.awaitQuiet(id, most);
    }

    JsonNode run(String kind, Duration most) {
        return api.awaitRun(api.run(id, kind), most);
    }

    /** Pairs that differed when they met and wait for a person. */
    List<JsonNode> firstMeetings() {
        return api.holds().stream().filter(hold -> hold.toString().contains("FIRST_MEETING_DIFFERS")).toList();
    }

    DanishComparison.Verdict compare() {
        return DanishComparison.of(vendors.export(Vendors.ECONOMIC), vendors.export(Vendors.CLICKMATE));
    }
}
