package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** Sends dead letters on their way again. */
@Singleton
public final class Replay {

    /** @param by who asked for it */
    public record Request(List<String> ids, String by) {}

    private final ProducerTemplate routes;

    @Inject
    public Replay(ProducerTemplate routes) { this.routes = routes; }

    /** Answers how many were sent; one that is closed already is not. */
    public int replay(List<String> ids, String by) {
        return routes.requestBody("direct:hub-replay", new Request(ids, by), Integer.class);
    }
}
