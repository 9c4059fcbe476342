package nl.koppelwerk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.relation.Wording;
import org.jboss.logging.Logger;

/** Stands before the addresses of webhooks, for the path of each holds its secret: the server neither takes their bodies apart nor tells of their failures. */
@ApplicationScoped
public class WebhookEntry {

    private static final Logger LOG = Logger.getLogger(WebhookEntry.class);
    private static final String ADDRESSES = "/webhooks/*";
    /** Measured and read by the adapter of the vendor, whatever it is called. */
    private static final String BYTES = "application/octet-stream";
    /** Before what reads bodies. */
    private static final int FIRST = Integer.MIN_VALUE;

    @Inject ObjectMapper json;

    void open(@Observes Router router) {
        router.route(ADDRESSES).order(FIRST).handler(WebhookEntry::keepWhole).failureHandler(this::failed);
    }

    /** A form that the server decodes fails before its size is measured, and has lost the order of its numbers. */
    private static void keepWhole(RoutingContext call) {
        var type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        var spelt = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (spelt.startsWith("application/x-www-form-urlencoded") || spelt.startsWith("multipart/")) call.request().headers().set(HttpHeaders.CONTENT_TYPE, BYTES);
        call.next();
    }

    /** The server's own handler would log the path. */
    private void failed(RoutingContext call) {
        if (call.response().ended() || call.response().headWritten()) return;
        boolean isTheirs = call.statusCode() >= 400 && call.statusCode() < 500 || call.failure() instanceof IllegalArgumentException;
        int status = !isTheirs ? 503 : call.statusCode() >= 400 && call.statusCode() < 500 ? call.statusCode() : 400;
        if (!isTheirs) LOG.errorf("A call to a webhook failed: %s", call.failure() == null ? call.statusCode() : call.failure().getClass().getName());
        send(call, Problem.of(status, Wording.EN, "", List.of()));
    }

    private void send(RoutingContext call, Problem problem) {
        try {
            call.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE).end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
