package nl.koppelwerk.proof;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Compenda and SnelStart, the packaged program and one link between them, in a folder that is thrown away. */
final class BookkeepingScene implements Running {

    /** The first relatiecode that is left to the link, where it has a range of its own. */
    static final int OWN_NUMBERS = 2_000_000;

    private final Vendors vendors;
    private final Hub hub;
    private final BookkeepingDesk desk;
    private final BookkeepingLink link;

    private BookkeepingScene(Vendors vendors, Hub hub, Map<String, ?> settings) {
        this.vendors = vendors;
        this.hub = hub;
        this.desk = new BookkeepingDesk(vendors);
        this.link = BookkeepingLink.between(vendors, hub.api(), settings);
        desk.emptySnelStart();
    }

    /** That many relations in Compenda, none in SnelStart, and a link that is not active yet and waits for runs. */
    static BookkeepingScene of(Path folder, int relations, Map<String, ?> link) {
        return of(Vendors.start(folder, relations), Hub.in(folder, Map.of()), link);
    }

    static BookkeepingScene of(Vendors vendors, Hub hub, Map<String, ?> link) {
        return Running.begun(vendors, hub, (started, program) -> new BookkeepingScene(started, program, byHand(link)));
    }

    private static Map<String, Object> byHand(Map<String, ?> link) {
        var settings = new HashMap<String, Object>(Map.of("mode", "by-hand"));
        settings.putAll(link);
        return settings;
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
    public Api api() {
        return hub.api();
    }

    BookkeepingDesk desk() {
        return desk;
    }

    @Override
    public BookkeepingLink link() {
        return link;
    }

    @Override
    public String begin() {
        api().activate(link.id());
        return api().run(link.id(), "initial");
    }

    /** Writes to SnelStart since the calls were forgotten: all of its other calls read. */
    int writes() {
        return vendors.count("system=snelstart&method=PUT") + vendors.count("system=snelstart&method=POST&pathContains=/v2/");
    }

    /** Calls of both by method and address, for a report. */
    String calls() {
        return vendors.told(Vendors.COMPENDA, ".*/v0/") + "\n  " + vendors.told(Vendors.SNELSTART, ".*/(v2|b2b)/");
    }

    @Override
    public void close() {
        hub.close();
        vendors.close();
    }
}
