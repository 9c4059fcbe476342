package nl.koppelwerk.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.systems.Permits;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.link.ExcelAccounton;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.systems.excel.ExcelBeans;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The routes of the hub in a plain Camel context between two fake systems, on the ledger in memory. */
final class Hub implements AutoCloseable {

    final SharedLedger ledger = new SharedLedger();
    final FakeSystem source;
    final FakeSystem target;
    final Notices notices = ledger.port(Notices.class);
    final Dossiers dossiers = ledger.port(Dossiers.class);
    final Links links = ledger.port(Links.class);
    final Runs runs = ledger.port(Runs.class);
    final DeadLetters deadLetters = ledger.port(DeadLetters.class);
    final Checkpoints checkpoints = ledger.port(Checkpoints.class);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final DefaultCamelContext camel = new DefaultCamelContext();
    Activation activation;
    AccountBook accounts;
    Walks walks;
    Leases leases;
    Pages pages;
    Replay replay;

    private final Map<String, String> settings;
    private boolean isOfSheets;

    private Hub(Map<String, String> settings) { this(settings, "advocaatcentraal", "tribe"); }

    private Hub(Map<String, String> settings, String source, String target) {
        this.settings = settings;
        this.source = new FakeSystem(source, Side.SOURCE);
        this.target = new FakeSystem(target, Side.TARGET);
    }

    /** Between a CRM whose relations wear hats and its bookkeeping. */
    static Hub startedForBookkeeping() { return startedForBookkeeping(Map.of()); }

    static Hub startedForBookkeeping(Map<String, String> settings) {
        var hub = new Hub(settings, "compenda", "snelstart");
        for (var side : List.of(hub.source, hub.target)) side.fields = Set.of(Fields.NAME, Fields.RELATION_TYPES);
        return hub.begun();
    }

    /** The source is sheets of clients, by its own roads. */
    static Hub startedForSheets() {
        var hub = new Hub(Map.of(), "excel", "accounton");
        hub.isOfSheets = true;
        hub.target.fields = Set.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE, Fields.RIJKSREGISTERNUMMER);
        return hub.begun();
    }

    static Hub started() { return started(Map.of()); }

    static Hub started(Map<String, String> settings) { return new Hub(settings).begun(); }

    /** The target cannot be searched. */
    static Hub startedWithoutSearch() {
        var hub = new Hub(Map.of());
        hub.target.searches = false;
        return hub.begun();
    }

    private Hub begun() {
        try {
            start();
            return this;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void start() throws Exception {
        var properties = camel.getPropertiesComponent();
        properties.setLocation("file:application.properties");
        Map.of("koppelwerk.import.dir", "target/import", "koppelwerk.claim.interval", "1000", "koppelwerk.lease.renewal", "50", "koppelwerk.workers", "8").forEach(properties::addOverrideProperty);
        settings.forEach(properties::addOverrideProperty);
        bind();
        loadRoutes();
        if (!isOfSheets) camel.addRoutes(source);
        camel.addRoutes(target);
        camel.start();
    }

    private void loadRoutes() throws Exception {
        try (var files = Files.list(Path.of("routes"))) {
            // The vendors' roads are the tests' own, so nothing calls out. All at once, as the program does: a policy is known before the routes that name it.
            PluginHelper.getRoutesLoader(camel).loadRoutes(files.filter(file -> file.getFileName().toString().matches("(hub-(?!call)|policy-" + (isOfSheets ? "|excel-" : "") + ").*"))
                .map(file -> ResourceHelper.resolveResource(camel, "file:" + file)).toList());
        }
    }

    private void bind() {
        var logins = ledger.port(Accounts.class);
        var routes = camel.createProducerTemplate();
        var workers = new Workers(8);
        var meters = new Meters(metrics, workers);
        leases = new Leases(notices, Duration.ofSeconds(60), Duration.ofSeconds(30));
        accounts = new AccountBook(logins, camel, routes, List.of(isOfSheets ? ExcelBeans.connector() : source, target), Duration.ZERO, Duration.ofHours(1), Duration.ofMinutes(5));
        var linkBook = new LinkBook(links, accounts, isOfSheets ? new LinkTypes(List.of(new ExcelAccounton())) : new LinkTypes(), Duration.ZERO);
        bind(ExcelBeans.of());
        var claiming = new Claiming(notices, workers, leases, Duration.ofMillis(2), Duration.ofMillis(50));
        var settling = new Settling(ledger.port(Finishing.class), accounts, meters);
        var looking = new Looking(new LedgerClock(notices, Duration.ZERO), dossiers, ledger.port(Deliveries.class), linkBook, leases, workers, settling);
        walks = new Walks(runs);
        var newcomers = ledger.port(Newcomers.class);
        pages = new Pages(dossiers, checkpoints, runs, newcomers, Duration.ofMinutes(2));
        var catchingUp = new CatchingUp(newcomers, accounts, pages, new LedgerClock(notices, Duration.ZERO), 3);
        camel.getRegistry().bind("catchingUp", catchingUp);
        var schedules = ledger.port(Schedules.class);
        var acceptance = new Acceptance(notices, meters);
        var pacing = new Pacing(links, linkBook, schedules, notices, runs, ledger.port(Deliveries.class));
        bind(Map.of("acceptance", acceptance, "claiming", claiming, "leases", leases, "looking", looking, "calling", new Calling(accounts, dossiers, leases),
            "searching", new Searching(dossiers, accounts, catchingUp), "delivering", new Delivering(accounts, ledger.port(Deliveries.class)), "deliveryIdempotency", new DeliveryIdempotency(ledger.port(Deliveries.class), pacing)));
        var addresses = new WebhookAddresses(links, linkBook, () -> "http://127.0.0.1:8080");
        var listening = new Listening(links, linkBook, accounts, addresses, routes);
        bind(Map.of("importing", new Importing(ledger.port(nl.koppelwerk.ledger.Imports.class), runs, pages, linkBook, notices, acceptance, new nl.koppelwerk.ledger.Spool(java.nio.file.Path.of("target/spool")))));
        bind(Map.of("listening", listening, "parking", new Parking(settling, looking, ledger.port(Questions.class), claiming), "mishaps", new Mishaps(), "replaying", new Replaying(deadLetters),
            "permits", new Permits(logins), "walks", walks, "walking", new Walking(walks, linkBook, accounts, pages, runs, new MissingRoots(runs, acceptance), new Surveying(ledger.port(nl.koppelwerk.ledger.Surveys.class)), notices, 3), "ticking", new Ticking(schedules, runs, walks, notices, linkBook, accounts, new Planning(ledger.port(Plans.class), linkBook), listening, pacing),
            "certifying", new Certifying(ledger.port(nl.koppelwerk.ledger.Certificates.class), linkBook, acceptance, Duration.ofMinutes(10), 3)));
        activation = new Activation(links, linkBook, new Probing(linkBook, accounts, routes), schedules, runs, new WebhookRegistration(linkBook, accounts, addresses, routes),
            new Intervals(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(24)), listening, pacing, newcomers);
        replay = new Replay(routes);
    }

    private void bind(Map<String, Object> beans) { beans.forEach(camel.getRegistry()::bind); }

    /** A link that maps clients, not activated. */
    String aNewLink() {
        var settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("relationTypes").put("CLIENT", "");
        settings.withObject("relationTypes").put("CLIENT", "Supplier");
        return links.create(new Links.NewLink("demo", "advocaatcentraal-tribe", "Kantoor Voorbeeld", settings,
            Map.of(Side.SOURCE, account("advocaatcentraal"), Side.TARGET, account("tribe")))).id();
    }

    /** Active without polls and runs, and nothing is set. */
    String aBookkeepingLink() { return aBookkeepingLink(JsonNodeFactory.instance.objectNode()); }

    String aBookkeepingLink(ObjectNode settings) {
        var link = links.create(new Links.NewLink("demo", "compenda-snelstart", "Administratie Voorbeeld", settings,
            Map.of(Side.SOURCE, account("compenda"), Side.TARGET, account("snelstart")))).id();
        links.change(link, Links.State.ACTIVE, "");
        return link;
    }

    /** What its columns hold is told; not activated. */
    String aLinkOfSheets() {
        var settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("columns").put("Nr", "rijksregisternummer");
        return links.create(new Links.NewLink("demo", "excel-accounton", "Personenbelasting", settings, Map.of(Side.SOURCE, account("excel"), Side.TARGET, account("accounton")))).id();
    }

    /** Active without polls and runs. */
    String aLink() {
        var link = aNewLink();
        links.change(link, Links.State.ACTIVE, "");
        return link;
    }

    private static Links.NewAccount account(String system) {
        return new Links.NewAccount(system, "10042", "http://127.0.0.1:1/" + system, "", Map.of("apiKey", "k"), new Accounts.Limits(0, 0, 0));
    }

    void webhook(String link, Side side, String root) { accept(List.of(Hint.of(link, side, root, "webhook"))); }

    void accept(List<Hint> hints) { camel.createProducerTemplate().sendBody("direct:hub-accept", hints); }

    /** Beside the next test: queues are watched for a second before they stop. */
    @Override public void close() { new Thread(camel::stop).start(); }
}
