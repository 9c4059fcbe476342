package nl.koppelwerk.systems.advocaatcentraal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AdvocaatCentraal, source of a law office's relations, by {@code assumed-advocaatcentraal/v0}. */
@ApplicationScoped
@Startup
public class AdvocaatCentraalConnector implements Connector {

    static final String ID = "advocaatcentraal";
    static final String LABEL = "AdvocaatCentraal";
    static final String RELATIONS = "relations";

    private static final Logger LOG = LoggerFactory.getLogger(AdvocaatCentraalConnector.class);
    private static final ObjectMapper JSON = new JsonMapper();

    private final Duration visibilityDelay;
    private final Accounts.Limits limits;

    public AdvocaatCentraalConnector(@ConfigProperty(name = "koppelwerk.advocaatcentraal.visibility-delay") Duration visibilityDelay,
                                     @ConfigProperty(name = "koppelwerk.advocaatcentraal.per-minute") int perMinute,
                                     @ConfigProperty(name = "koppelwerk.advocaatcentraal.at-once") int atOnce) {
        this.visibilityDelay = visibilityDelay;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @PostConstruct void say() { LOG.info("{}: assumed contract, not the vendor's (assumed-advocaatcentraal/v0)", LABEL); }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new AdvocaatCentraalDialect(references, visibilityDelay); }

    @Override public List<Credential> credentials() {
        return List.of(new Credential("apiKey", true, true, "The API key that an administrator makes in AdvocaatCentraal, tab Kantoor, button Nieuw."));
    }

    @Override public String officeNumber() { return "The administration number of the office in AdvocaatCentraal is needed."; }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(RELATIONS, true)); }

    /** A merge patch with the changed members only. */
    @Override public byte[] request(Step.Write write, References references) {
        var body = AdvocaatCentraalTables.table(write.rootKind(), write.part().kind())
            .map(table -> table.update(write.values(), write.old(), references).get(write.resource()));
        return bytes(body.orElseGet(JsonNodeFactory.instance::objectNode));
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
