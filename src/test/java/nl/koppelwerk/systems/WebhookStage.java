package nl.koppelwerk.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The route of a system's webhook as it is, but for its server: calls come straight from the test, and its store may be down. */
public final class WebhookStage {

    public final List<Hint> accepted = new ArrayList<>();
    public boolean storeIsDown;

    /**
     * Started; the test stops it.
     *
     * @param system     whose {@code <system>-webhook} route it is
     * @param door       bound as {@code <system>Webhook}
     * @param properties what the route asks of the configuration
     */
    public CamelContext opened(String system, Object door, Map<String, String> properties) {
        try {
            var camel = new DefaultCamelContext();
            properties.forEach(camel.getPropertiesComponent()::addInitialProperty);
            camel.getRegistry().bind(system + "Webhook", door);
            camel.getRegistry().bind("mishaps", new Unnoted());
            camel.addComponent("platform-http", new WithoutServer());
            camel.addRoutes(store());
            PluginHelper.getRoutesLoader(camel).loadRoutes(List.of("policy-webhook", system + "-webhook").stream()
                .map(name -> ResourceHelper.resolveResource(camel, "file:routes/" + name + ".camel.yaml")).toList());
            camel.start();
            return camel;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An account that nothing is asked of. */
    public static Links.NewAccount account(String system, Map<String, String> credentials) {
        return new Links.NewAccount(system, "10042", "http://127.0.0.1:1", "http://127.0.0.1:1", credentials, new Accounts.Limits(0, 0, 5));
    }

    private RouteBuilder store() {
        return new RouteBuilder() {
            @Override public void configure() {
                // As the flow's: a failure belongs to the caller.
                from("direct:hub-accept").errorHandler(noErrorHandler()).process(exchange -> {
                    if (storeIsDown) throw new IllegalStateException("the store is down");
                    exchange.getMessage().getBody(List.class).forEach(hint -> accepted.add((Hint) hint));
                });
            }
        };
    }

    private static final class WithoutServer extends DirectComponent {
        @Override protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
            parameters.clear();
            return super.createEndpoint(uri, remaining, parameters);
        }
    }

    /** Stands for the flow's bean that logs why. */
    public static final class Unnoted {
        public void note() { }
    }
}
