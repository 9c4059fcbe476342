package nl.koppelwerk.systems;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The HTTP client of all calls to vendors: it repeats nothing, follows nothing, remembers nothing, waits no longer than
 * told, and connects only to addresses that may be called, under certificates that are trusted. One pool for all of them.
 */
@ApplicationScoped
@Named("outboundClient")
@Unremovable
public class OutboundClient implements HttpClientConfigurer {

    /** The media type of a call that sends nothing, where a vendor wants one: Camel lets Content-Type pass with a body only. */
    public static final String TYPE_WITHOUT_BODY = "X-Type-Without-Body";

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "outbound-deadline");
        thread.setDaemon(true);
        return thread;
    });
    private final VendorTls tls = new VendorTls();
    private final PoolingHttpClientConnectionManager pool;
    private final RequestConfig request;
    private final Deadline deadline;

    public OutboundClient(@ConfigProperty(name = "koppelwerk.outbound.allow") String allow,
                          @ConfigProperty(name = "koppelwerk.outbound.connect") Duration connect,
                          @ConfigProperty(name = "koppelwerk.outbound.response") Duration response,
                          @ConfigProperty(name = "koppelwerk.outbound.deadline") Duration total,
                          @ConfigProperty(name = "koppelwerk.outbound.body") long mostBytes,
                          @ConfigProperty(name = "koppelwerk.outbound.connections") int connections,
                          @ConfigProperty(name = "koppelwerk.outbound.connections-per-host") int perHost) {
        this.pool = PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new OutboundGuard(Allowed.parse(allow))).setTlsSocketStrategy(tls)
            .setMaxConnTotal(connections).setMaxConnPerRoute(perHost)
            .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout(connect)).setSocketTimeout(timeout(response))
                // A connection that the vendor may have closed meanwhile would cost a write its answer.
                .setValidateAfterInactivity(Timeout.ofSeconds(1)).setTimeToLive(Timeout.ofMinutes(5)).build())
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout(response)).setTcpNoDelay(true).build())
            .build();
        this.request = RequestConfig.custom().setConnectionRequestTimeout(timeout(connect)).setResponseTimeout(timeout(response))
            .setRedirectsEnabled(false).build();
        this.deadline = new Deadline(watch, total, mostBytes);
    }

    @Override public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries().disableRedirectHandling()
            // Two accounts of one vendor share the client; a cookie or a login of one must not reach the other.
            .disableCookieManagement().disableAuthCaching()
            .setConnectionManager(pool).setConnectionManagerShared(true)
            .setDefaultRequestConfig(request)
            .addRequestInterceptorLast((call, body, context) -> typed(call))
            .addExecInterceptorFirst("certificate", tls)
            .addExecInterceptorFirst("deadline", deadline);
    }

    private static void typed(HttpRequest call) {
        var type = call.getFirstHeader(TYPE_WITHOUT_BODY);
        if (type == null) return;
        call.removeHeaders(TYPE_WITHOUT_BODY);
        call.setHeader("Content-Type", type.getValue());
    }

    @PreDestroy public void close() {
        pool.close();
        watch.shutdownNow();
    }

    private static Timeout timeout(Duration duration) { return Timeout.of(duration); }
}
