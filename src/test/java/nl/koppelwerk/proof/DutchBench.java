package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.proof.FloorPlan.Delivery;

/** A delivery from Tribe to AdvocaatCentraal: one webhook, one read of a private person and one PATCH. */
final class DutchBench implements BenchedLink {

    private static final String DIGITS = "3110";

    private final Scene scene;

    DutchBench(Path folder, int relations, Map<String, String> settings) {
        scene = Scene.of(folder, relations, settings);
        scene.vendors().set(Vendors.TRIBE, "webhook.drop-rate", 1);
    }

    @Override
    public Running scene() {
        return scene;
    }

    @Override
    public Map<String, String> pairs() {
        var ids = scene.tribeIds();
        var persons = new HashMap<String, String>();
        scene.paired("PARTICULIER").forEach(one -> persons.put(one.get("id").asText(), ids.get(one.get("id").asText())));
        return persons;
    }

    @Override
    public void edit(String told, int round, int number) {
        scene.vendors().edit(Vendors.TRIBE, told, Map.of("PhoneNumber", String.format("+31 10 %s%06d", place(round), 100_000 + number)));
    }

    @Override
    public WebhookBurst.Letter letter(String told) {
        return WebhookBurst.ofTribe(told);
    }

    @Override
    public String arrivesIn() {
        return Vendors.AC;
    }

    @Override
    public boolean has(JsonNode record, int round) {
        return Wording.phone(record.path("telefoon")).startsWith(DIGITS + place(round));
    }

    @Override
    public String looks() {
        return "system=tribe&method=GET&pathContains=Relation_Person(";
    }

    @Override
    public String writes() {
        return "system=advocaatcentraal&method=PATCH";
    }

    @Override
    public FloorPlan floor() {
        var base = scene.vendors().base();
        var persons = new ArrayList<>(pairs().values());
        var strangers = strangers();
        var deliveries = new ArrayList<Delivery>();
        for (var i = 0; i < Math.min(strangers.size(), persons.size()); i++) {
            deliveries.add(new Delivery(List.of(base + "/tribe/v1/odata/Relation_Person(" + persons.get(i) + ")?%24expand=Address(%24expand=Country),Gender"),
                    base + "/advocaatcentraal/assumed/advocaatcentraal/v0/offices/10042/relations/" + strangers.get(i).get("id").asText(), strangers.get(i).get("versie").asText()));
        }
        return new FloorPlan(Map.of("Authorization", "Bearer " + token()), Map.of("X-Api-Key", "ac-demo-key"), "{\"telefoon\":\"+3110%07d\"}", deliveries);
    }

    @Override
    public List<String> differences() {
        return scene.link().compare().differences();
    }

    private static String place(int round) {
        return "" + (2 + round % 8);
    }

    private List<JsonNode> strangers() {
        var paired = scene.tribeIds();
        return scene.vendors().export(Vendors.AC).stream().filter(one -> one.get("soort").asText().equals("PARTICULIER"))
                .filter(one -> !paired.containsKey(one.get("id").asText())).toList();
    }

    private String token() {
        return new JsonCalls(scene.vendors().base(), "").form("/tribe-auth/oauth2/token",
                "grant_type=client_credentials&client_id=tribe-demo-client&client_secret=tribe-demo-secret&scope=read%20write").path("access_token").asText();
    }
}
