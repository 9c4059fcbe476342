package nl.koppelwerk.api;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.User;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the first administrator, so that a fresh installation can be logged in to. */
@ApplicationScoped
class FirstUser {

    private static final Logger LOG = Logger.getLogger(FirstUser.class);
    private static final String NAME = "admin";

    @Inject Offices offices;

    @ConfigProperty(name = "koppelwerk.admin.password") Optional<String> password;

    void started(@Observes StartupEvent start) {
        if (offices.hasUsers()) return;
        if (password.isEmpty()) LOG.warn("There is no user yet and nobody can log in: set koppelwerk.admin.password");
        else offices.save(new User(NAME, Passwords.hash(password.get()), true, Map.of()));
    }
}
