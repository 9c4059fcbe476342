package nl.koppelwerk.api;

import static io.vertx.core.http.HttpHeaders.ACCEPT_LANGUAGE;
import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.CONTENT_LANGUAGE;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
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
import nl.koppelwerk.relation.Phrase;

/** HTTP Basic for people and programs, a bearer token for a screen, whose refusals are problem documents as well; a login that cannot be judged is 503, not 401. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LoginChallenge implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject BasicAuthenticationMechanism basic;
    @Inject ObjectMapper json;

    @Override public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        if (!showsToken(call)) return basic.authenticate(call, providers);
        var shown = new TokenCredential(call.request().getHeader(AUTHORIZATION).substring(BEARER.length()).strip(), "bearer");
        return providers.authenticate(HttpSecurityUtils.setRoutingContextAttribute(new TokenAuthenticationRequest(shown), call));
    }

    private static boolean showsToken(RoutingContext call) {
        var shown = call.request().getHeader(AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return showsToken(call) ? Uni.createFrom().item(new ChallengeData(401, WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")) : basic.getChallenge(call);
    }

    @Override public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(UsernamePasswordAuthenticationRequest.class, TokenAuthenticationRequest.class);
    }

    @Override public Uni<Boolean> sendChallenge(RoutingContext call) {
        return getChallenge(call).map(challenge -> {
            call.response().putHeader(challenge.headerName, challenge.headerContent);
            send(call, 401, showsToken(call) ? Phrase.TOKEN_WORTHLESS : Phrase.LOGIN_NEEDED);
            return true;
        });
    }

    /** Before the server's own handlers, which would answer 500 or nothing. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(call -> {
            var failure = call.failure();
            if (failure == null || call.response().ended()) call.next();
            else if (StoreFailure.mayHeal(failure)) storeIsDown(call);
            else if (failure instanceof ForbiddenException) send(call, 403, Phrase.TOKEN_TOO_NARROW);
            else if (failure instanceof AuthenticationFailedException) sendChallenge(call).subscribe().with(sent -> { }, call::fail);
            else call.next();
        });
    }

    private void storeIsDown(RoutingContext call) {
        call.response().putHeader("Retry-After", Integer.toString(Failures.RETRY_AFTER_SECONDS));
        send(call, 503, Phrase.STORE_DOWN);
    }

    private void send(RoutingContext call, int status, Phrase why) {
        var wording = AcceptLanguage.of(call.request().headers().getAll(ACCEPT_LANGUAGE));
        try {
            call.response().setStatusCode(status).putHeader(CONTENT_TYPE, Problem.MEDIA_TYPE).putHeader(CONTENT_LANGUAGE, wording.tag())
                .end(json.writeValueAsString(Problem.of(status, wording, why.said().in(wording), List.of())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
