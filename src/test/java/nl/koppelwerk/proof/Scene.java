package nl.koppelwerk.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Vendors, the packaged program and one link between them, in a folder that is thrown away. */
final class Scene implements Running {

    private final Vendors vendors;
    private final Hub hub;
    private final ProofLink link;

    private Scene(Vendors vendors, Hub hub) {
        this.vendors = vendors;
        this.hub = hub;
        this.link = ProofLink.between(vendors, hub.api(), "kantoor");
    }

    /** Started, with a link that is not active yet. */
    static Scene of(Path folder, int relations, Map<String, String> settings) {
        return Running.begun(Vendors.start(folder, relations), Hub.in(folder, settings), Scene::new);
    }

    /** With both sides equal after an initial run. */
    static Scene settled(Path folder, int relations, Map<String, String> settings) {
        var scene = of(folder, relations, settings);
        scene.api().awaitRun(scene.begin(), Duration.ofMinutes(10));
        // The webhooks of what the run made have their turn first.
        scene.link().awaitQuiet(Duration.ofMinutes(5));
        return scene;
    }

    @Override
    public Vendors vendors() {
        return vendors;
    }

    @Override
    public Hub hub() {
        return hub;
    }

    @Override
    public ProofLink link() {
        return link;
    }

    @Override
    public Api api() {
        return link.api();
    }

    @Override
    public String begin() {
        link.activate();
        // A run of a kind that goes on is answered instead of a second one.
        return api().run(link.id(), "initial");
    }

    /** Relations of AdvocaatCentraal that are in Tribe, of a kind: BEDRIJF or PARTICULIER. */
    List<JsonNode> paired(String kind) {
        var roots = new TribeRecords(vendors.export(Vendors.TRIBE)).roots();
        return vendors.export(Vendors.AC).stream().filter(one -> one.get("soort").asText().equals(kind)).filter(one -> roots.containsKey(one.get("id").asText())).toList();
    }

    /** How many relations of AdvocaatCentraal are in Tribe by now. */
    int created() {
        return tribeIds().size();
    }

    /** Ids in Tribe by ids in AdvocaatCentraal. */
    Map<String, String> tribeIds() {
        var ids = new HashMap<String, String>();
        new TribeRecords(vendors.export(Vendors.TRIBE)).roots().forEach((source, roots) -> ids.put(source, roots.get(0).get("ID").asText()));
        return ids;
    }

    @Override
    public void close() {
        hub.close();
        vendors.close();
    }
}
