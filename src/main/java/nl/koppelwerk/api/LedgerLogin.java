package nl.koppelwerk.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.User;

/** Logs people and programs in by the users of the ledger. */
@ApplicationScoped
public class LedgerLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    @Inject Offices offices;
    @Inject Passwords passwords;

    @Override public Class<UsernamePasswordAuthenticationRequest> getRequestType() { return UsernamePasswordAuthenticationRequest.class; }

    @Override public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest login, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(login.getUsername(), new String(login.getPassword().getPassword())));
    }

    private SecurityIdentity identity(String name, String password) {
        // Nobody's name has U+0000, and a database cannot even be asked for it.
        var user = name.indexOf('\0') < 0 ? offices.user(name) : Optional.<User>empty();
        // An unknown name costs the same time, so that nobody finds names by the clock.
        if (!passwords.match(password, user.map(User::passwordHash).orElse(Passwords.NOBODY))) throw new AuthenticationFailedException();
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).addRole(Access.PERSON)
            .addAttribute(Access.USER, user.orElseThrow(AuthenticationFailedException::new)).build();
    }
}
