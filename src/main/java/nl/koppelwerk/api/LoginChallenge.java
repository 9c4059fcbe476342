package nl.koppelwerk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.flow.StoreFailure;

/** HTTP Basic, whose refusals are problem documents as well; a login that cannot be judged is 503, not 401. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LoginChallenge implements HttpAuthenticationMechanism {

    private static final Problem NEEDED = Problem.of(401, "Log in with a user name and a password (HTTP Basic).", List.of());

    @Inject BasicAuthenticationMechanism basic;
    @Inject ObjectMapper json;

    @Override public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) { return basic.authenticate(call, providers); }

    @Override public Uni<ChallengeData> getChallenge(RoutingContext call) { return basic.getChallenge(call); }

    @Override public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() { return basic.getCredentialTypes(); }

    @Override public Uni<Boolean> sendChallenge(RoutingContext call) {
        return getChallenge(call).map(challenge -> {
            call.response().putHeader(challenge.headerName, challenge.headerContent);
            send(call, NEEDED);
            return true;
        });
    }

    /** Before the server's own handlers, which would answer 500 or nothing. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(call -> {
            var failure = call.failure();
            if (failure == null || call.response().ended()) call.next();
            else if (StoreFailure.mayHeal(failure)) storeIsDown(call);
            else if (failure instanceof AuthenticationFailedException) sendChallenge(call).subscribe().with(sent -> { }, call::fail);
            else call.next();
        });
    }

    private void storeIsDown(RoutingContext call) {
        call.response().putHeader("Retry-After", Integer.toString(Failures.RETRY_AFTER_SECONDS));
        send(call, Failures.storeIsDown());
    }

    private void send(RoutingContext call, Problem problem) {
        try {
            call.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE).end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
