package nl.koppelwerk.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** e-conomic and Clickmate, the packaged program and one link between them, in a folder that is thrown away. */
final class DanishScene implements Running {

    private final Vendors vendors;
    private final Hub hub;
    private final DanishDesk desk;
    private final DanishLink link;

    private DanishScene(Vendors vendors, Hub hub) {
        this.vendors = vendors;
        this.hub = hub;
        this.desk = new DanishDesk(vendors);
        this.link = DanishLink.between(vendors, hub.api());
        desk.everyKeyOnce();
        desk.emptyClickmate();
    }

    /** That many customers in e-conomic, none in Clickmate, and a link that is not active yet. */
    static DanishScene of(Path folder, int customers, Map<String, String> settings) {
        return of(folder, customers, Quotas.NONE, settings);
    }

    static DanishScene of(Path folder, int customers, Quotas quotas, Map<String, String> settings) {
        return Running.begun(Vendors.start(folder, customers, quotas), Hub.in(folder, quotas, settings), DanishScene::new);
    }

    /** With both sides equal after an initial run. */
    static DanishScene settled(Path folder, int customers, Map<String, String> settings) {
        var scene = of(folder, customers, settings);
        scene.api().awaitRun(scene.begin(), Duration.ofMinutes(20));
        scene.link().awaitQuiet(Duration.ofMinutes(5));
        return scene;
    }

    @Override
    public Vendors vendors() {
        return vendors;
    }

    DanishDesk desk() {
        return desk;
    }

    @Override
    public DanishLink link() {
        return link;
    }

    @Override
    public Hub hub() {
        return hub;
    }

    @Override
    public Api api() {
        return hub.api();
    }

    @Override
    public String begin() {
        api().activate(link.id());
        return api().run(link.id(), "initial");
    }

    /** Ids in Clickmate by numbers in e-conomic, in the order of the numbers. */
    Map<String, String> pairs() {
        var pairs = new TreeMap<String, String>();
        vendors.export(Vendors.CLICKMATE).forEach(one -> pairs.put(DanishComparison.reference(one), one.path("id").asText()));
        pairs.remove("");
        return pairs;
    }

    /** Writes to either system so far. */
    int writes() {
        return writes(Vendors.ECONOMIC) + writes(Vendors.CLICKMATE);
    }

    /** Webhooks are registered by POST and PUT as well, which changes no customer. */
    int writes(String system) {
        var all = 0;
        for (var row : vendors.calls("system=" + system).path("counts")) {
            var isWrite = !row.path("method").asText().equals("GET") && !row.path("set").asText().toLowerCase(java.util.Locale.ROOT).contains("webhook");
            all += isWrite ? row.path("count").asInt() : 0;
        }
        return all;
    }

    /** Calls by method and address, for a report. */
    String calls(String system) {
        return vendors.told(system, ".*/(?=customers|Customers|contacts|Contacts|webhook|settings)");
    }

    @Override
    public void close() {
        hub.close();
        vendors.close();
    }
}
