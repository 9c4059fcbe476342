package nl.koppelwerk.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import nl.koppelwerk.ledger.Offices.User;
import nl.koppelwerk.ledger.Tokens;

/** Lets in who shows a token; revoked or expired, it is worth nothing from that moment on. */
@ApplicationScoped
public class TokenLogin implements IdentityProvider<TokenAuthenticationRequest> {

    @Inject Tokens tokens;

    @Override public Class<TokenAuthenticationRequest> getRequestType() { return TokenAuthenticationRequest.class; }

    @Override public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest login, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(login.getToken().getToken()));
    }

    /** It may in its link what the least role may that chooses, and sees what that one sees. */
    private SecurityIdentity identity(String text) {
        var token = tokens.shown(text).orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(token.name())).addRole(Access.SCREEN).addAttribute(Access.TOKEN, token)
            .addAttribute(Access.USER, new User(token.name(), "", false, Map.of(token.office(), Access.OF_A_SCREEN))).build();
    }
}
