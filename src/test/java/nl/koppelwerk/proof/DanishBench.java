package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.proof.FloorPlan.Delivery;

/** A delivery from e-conomic to Clickmate: one webhook, the reads of a customer and of its contact persons, and one PATCH. */
final class DanishBench implements BenchedLink {

    private final DanishScene scene;

    DanishBench(Path folder, int customers, Map<String, String> settings) {
        scene = DanishScene.of(folder, customers, settings);
        scene.desk().webhooksAreLost(1);
    }

    @Override
    public Running scene() {
        return scene;
    }

    @Override
    public Map<String, String> pairs() {
        var pairs = new HashMap<String, String>();
        scene.pairs().forEach((number, customer) -> pairs.put(customer, number));
        return pairs;
    }

    @Override
    public void edit(String told, int round, int number) {
        scene.desk().editEconomic(told, Map.of("website", "https://" + host(round) + number + ".example"));
    }

    @Override
    public WebhookBurst.Letter letter(String told) {
        return DanishLink.letter(told);
    }

    @Override
    public String arrivesIn() {
        return Vendors.CLICKMATE;
    }

    @Override
    public boolean has(JsonNode record, int round) {
        return Wording.host(record.path("website")).startsWith(host(round));
    }

    @Override
    public String looks() {
        return "system=economic&method=GET&pathContains=/customers/";
    }

    @Override
    public String writes() {
        return "system=clickmate&method=PATCH";
    }

    @Override
    public FloorPlan floor() {
        var numbers = new ArrayList<>(pairs().values());
        var strangers = strangers(numbers.size());
        var deliveries = IntStream.range(0, numbers.size()).mapToObj(i -> new Delivery(reads(numbers.get(i)),
                scene.vendors().base() + "/clickmate/assumed/clickmate/v0/accounts/demo/customers/" + strangers.get(i).get("id").asText(), strangers.get(i).get("version").asText())).toList();
        return new FloorPlan(Map.of("X-AppSecretToken", "economic-demo-app", "X-AgreementGrantToken", "economic-demo-grant"),
                Map.of("Authorization", "Bearer clickmate-demo-key"), "{\"website\":\"https://gulv%07d.example\"}", deliveries);
    }

    @Override
    public List<String> differences() {
        return scene.link().compare().differences();
    }

    private List<String> reads(String number) {
        var base = scene.vendors().base();
        return List.of(base + "/economic/customers/" + number, base + "/economic-apis/customersapi/v3.1.0/Contacts?filter=customerNumber%24eq%3A" + number);
    }

    /** Prospects that nobody told the hub of; made when they are first asked for. */
    private List<JsonNode> strangers(int wanted) {
        if (unknown().isEmpty()) {
            scene.vendors().load(Vendors.CLICKMATE, IntStream.range(0, wanted).mapToObj(i -> Map.of("name", "Fremmed " + i, "lifecycle", "PROSPECT", "autoSync", false)).toList());
        }
        return unknown();
    }

    private List<JsonNode> unknown() {
        return scene.vendors().export(Vendors.CLICKMATE).stream().filter(one -> DanishComparison.reference(one).isEmpty()).toList();
    }

    private static String host(int round) {
        return "runde" + round + "-";
    }
}
