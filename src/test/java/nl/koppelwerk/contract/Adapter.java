package nl.koppelwerk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Conversation;
import nl.koppelwerk.systems.Outbound;
import nl.koppelwerk.systems.OutboundClient;
import nl.koppelwerk.systems.Permits;
import nl.koppelwerk.systems.adminpulse.AdminPulseBeans;
import nl.koppelwerk.systems.adminconsult.AdminConsultBeans;
import nl.koppelwerk.systems.accounton.AccountonBeans;
import nl.koppelwerk.systems.advocaatcentraal.AdvocaatCentraalBeans;
import nl.koppelwerk.systems.clickmate.ClickmateBeans;
import nl.koppelwerk.systems.compenda.CompendaBeans;
import nl.koppelwerk.systems.economic.EconomicBeans;
import nl.koppelwerk.systems.excel.ExcelBeans;
import nl.koppelwerk.systems.snelstart.SnelStartBeans;
import nl.koppelwerk.systems.tribe.TribeBeans;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The routes of all systems in a plain Camel context, without database and without Quarkus, against running stand-ins. */
final class Adapter implements AutoCloseable {

    /** Long enough for a machine that is busy with other tests, where nothing is meant to be late. */
    static final Duration RESPONSE = Duration.ofMillis(1_200);
    static final Duration DEADLINE = Duration.ofMillis(2_000);
    /** Those that stand on that side of their links. */
    private static final List<String> SOURCES = List.of("advocaatcentraal", "compenda", "adminpulse", "admin-consult", "excel");
    static final long MOST_BYTES = 1 << 18;

    final StandIns vendors;
    final PlainAccounts accounts = new PlainAccounts();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Connector tribe;
    final Connector advocaatCentraal = AdvocaatCentraalBeans.connector();
    final Connector clickmate;
    final Connector economic;
    final Connector compenda;
    final Connector snelStart;
    final Connector adminPulse;
    final Connector adminConsult = AdminConsultBeans.connector();
    final Connector accounton;
    private final Accounts ledger;
    private final CamelContext camel = new DefaultCamelContext();
    private final OutboundClient client;
    final Permits permits = new Permits(accounts);
    private final Map<String, References> references = new HashMap<>();

    Adapter(StandIns vendors) { this(vendors, Map.of(), "loopback"); }

    Adapter(StandIns vendors, Map<String, String> settings) { this(vendors, settings, "loopback"); }

    Adapter(StandIns vendors, Map<String, String> settings, String allow) { this(vendors, settings, allow, null); }

    /** @param ledger where the tokens of AdminPulse are kept; null for here */
    Adapter(StandIns vendors, Map<String, String> settings, String allow, Accounts ledger) {
        this.vendors = vendors;
        this.ledger = ledger == null ? accounts : ledger;
        tribe = TribeBeans.connector(settings);
        clickmate = ClickmateBeans.connector(settings);
        economic = EconomicBeans.connector(settings);
        compenda = CompendaBeans.connector(settings);
        snelStart = SnelStartBeans.connector(settings);
        adminPulse = AdminPulseBeans.connector(settings);
        client = new OutboundClient(allow, Duration.ofSeconds(1), RESPONSE, DEADLINE, MOST_BYTES, 20, 10);
        for (var system : List.of("advocaatcentraal", "tribe", "clickmate", "economic", "compenda", "snelstart", "adminpulse", "admin-consult", "accounton"))
            accounts.add(StandIns.account(system, vendors.base()));
        accounton = AccountonBeans.connector(settings);
        start(settings);
    }

    /** All of them, with the settings that they are delivered with. */
    static List<Connector> connectors() {
        return List.of(AdvocaatCentraalBeans.connector(), TribeBeans.connector(Map.of()), ClickmateBeans.connector(Map.of()), EconomicBeans.connector(Map.of()),
            CompendaBeans.connector(Map.of()), SnelStartBeans.connector(Map.of()), AdminPulseBeans.connector(Map.of()), AdminConsultBeans.connector(), AccountonBeans.connector(Map.of()), ExcelBeans.connector());
    }

    private void start(Map<String, String> settings) {
        try {
            var registry = camel.getRegistry();
            registry.bind("outbound", new Outbound(permits, metrics));
            registry.bind("conversation", new Conversation());
            registry.bind("outboundClient", client);
            AdvocaatCentraalBeans.of(settings).forEach(registry::bind);
            TribeBeans.of(accounts, settings).forEach(registry::bind);
            ClickmateBeans.of(settings).forEach(registry::bind);
            EconomicBeans.of(settings).forEach(registry::bind);
            CompendaBeans.of(settings).forEach(registry::bind);
            ExcelBeans.of().forEach(registry::bind);
            SnelStartBeans.of(accounts, settings).forEach(registry::bind);
            AdminPulseBeans.of(ledger, settings).forEach(registry::bind);
            AdminConsultBeans.of(accounts, settings).forEach(registry::bind);
            AccountonBeans.of(settings).forEach(registry::bind);
            // All at once: a policy that comes after its routes is not theirs.
            PluginHelper.getRoutesLoader(camel).loadRoutes(routes().stream().map(file -> ResourceHelper.resolveResource(camel, "file:" + file)).toList());
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Webhooks need a server of their own, and are tested by themselves. */
    private static List<File> routes() throws java.io.IOException {
        try (var files = Files.list(Path.of("routes"))) {
            return files.map(Path::toFile).filter(file -> file.getName().matches("(policy-none|policy-call|hub-call|(tribe|advocaatcentraal|clickmate|economic|compenda|snelstart|adminpulse|admin-consult|accounton|excel)-(?!webhook).*)\\.camel\\.yaml")).sorted().toList();
        }
    }

    Object ask(String system, String operation, Object question) { return ask(accounts.find(system), operation, question, Map.of()); }

    Object askWith(String system, String operation, Object question, Map<String, Object> variables) {
        return ask(accounts.find(system), operation, question, Map.of(), variables);
    }

    Object ask(Accounts.Account account, String operation, Object question, Map<String, Object> headers) {
        return ask(account, operation, question, headers, Map.of());
    }

    Object ask(Accounts.Account account, String operation, Object question, Map<String, Object> headers, Map<String, Object> variables) {
        var exchange = camel.createProducerTemplate().request("direct:" + account.system() + "-" + operation, asked -> {
            asked.setVariable("account", account);
            asked.setVariable("references", references.getOrDefault(account.system(), References.NONE));
            variables.forEach(asked::setVariable);
            asked.getMessage().setHeaders(new HashMap<>(headers));
            asked.getMessage().setBody(question);
        });
        if (exchange.getException() != null) throw new IllegalStateException(exchange.getException());
        if (!exchange.getMessage().getHeaders().isEmpty()) throw new IllegalStateException("headers came out: " + exchange.getMessage().getHeaders().keySet());
        return exchange.getMessage().getBody();
    }

    Object read(String system, String id, nl.koppelwerk.relation.Kind kind) {
        return ask(system, "read", new Step.Read(SOURCES.contains(system) ? Side.SOURCE : Side.TARGET, id, kind, false));
    }

    /** Creates and updates with the bytes that the connector makes. */
    Object write(Step.Write write) { return write(write.side() == Side.TARGET ? tribe : advocaatCentraal, write); }

    Object write(Connector connector, Step.Write write) { return write(connector, write, Map.of("idempotencyKey", java.util.UUID.randomUUID().toString())); }

    Object write(Connector connector, Step.Write write, Map<String, Object> variables) {
        var body = connector.request(write, references.getOrDefault(connector.id(), References.NONE));
        var operation = write.action() == Step.Action.CREATE ? "create" : "update";
        return askWith(connector.id(), operation, new Connector.WriteRequest(write, body), variables);
    }

    References references(String system) {
        return references.computeIfAbsent(system, name -> (References) ask(name, "references", null));
    }

    Connector.Page page(String system, String listing, String since, String position, int limit) {
        return (Connector.Page) ask(system, "list", new Connector.PageRequest(listing, since, position, limit));
    }

    /** Every row of a listing, page after page. */
    List<Sighting> all(String system, String listing, int limit) {
        var rows = new ArrayList<Sighting>();
        var position = "";
        do {
            var page = page(system, listing, "", position, limit);
            rows.addAll(page.rows());
            position = page.position();
        } while (!position.isEmpty());
        return rows;
    }

    JsonNode requests(String system) { return vendors.requests(system); }

    @Override public void close() {
        camel.stop();
        client.close();
    }
}
