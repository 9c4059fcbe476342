package nl.koppelwerk.api;

import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the origins that are named, and of no others, call what compares and chooses. The server's own filter does it, laid on these
 * paths alone; {@code quarkus.http.cors} would open all of them.
 */
@ApplicationScoped
public class ScreenOrigins {

    private static final String SETTING = "koppelwerk.screen.origins";
    private static final String CALLS = "/api/v1/(?:links/[^/]+/compare|relations/[^/]+/(?:compare|resolve|sync))";
    /** A page without a path, as browsers spell it. */
    private static final String ORIGIN = "https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?";
    /** Before the login, for a browser asks beforehand without one. */
    private static final int BEFORE_THE_LOGIN = -1_000;

    private final List<String> origins;

    @Inject
    ScreenOrigins(@ConfigProperty(name = SETTING) Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of()).stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
    }

    void allow(@Observes Router router) {
        origins.forEach(ScreenOrigins::require);
        if (!origins.isEmpty()) router.routeWithRegex(CALLS).order(BEFORE_THE_LOGIN).handler(new CORSFilter(new Named(origins)));
    }

    private static void require(String origin) {
        if (!origin.matches(ORIGIN)) throw new IllegalArgumentException(SETTING + " cannot be " + origin
            + ": name each origin exactly, by scheme, host and port where it is not the usual one, such as https://crm.example; no wildcard, no path, small letters");
    }

    /** Who calls shows a token; a login that the browser keeps would let any page of that origin act for whoever sits before it. */
    private record Named(List<String> named) implements CORSConfig {

        @Override public Optional<List<String>> origins() { return Optional.of(named); }

        @Override public Optional<List<String>> methods() { return Optional.of(List.of("POST")); }

        @Override public Optional<List<String>> headers() { return Optional.of(List.of("Authorization", "Content-Type")); }

        @Override public Optional<List<String>> exposedHeaders() { return Optional.of(List.of("Retry-After")); }

        @Override public Optional<Duration> accessControlMaxAge() { return Optional.of(Duration.ofMinutes(10)); }

        @Override public Optional<Boolean> accessControlAllowCredentials() { return Optional.of(false); }
    }
}
