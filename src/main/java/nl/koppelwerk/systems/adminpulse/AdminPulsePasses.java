package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.koppelwerk.systems.Shelf;

/** What the passes over relations know beside their place: one for each account, for a while. Whatever is not there any more is asked for again. */
@ApplicationScoped
class AdminPulsePasses {

    /** @param began tells one pass from another */
    record Pass(String began, Taskflows taskflows, AdminPulseRounds rounds) {}

    private static final Pass NONE = new Pass("", null, null);

    private final Shelf<String, Pass> newest;

    AdminPulsePasses(AdminPulseChoices choices) { this.newest = new Shelf<>(choices.taskflows()); }

    Pass begin(String account, String began, Taskflows taskflows) {
        var pass = new Pass(began, taskflows, new AdminPulseRounds());
        newest.forget(account);
        return newest.get(account, none -> pass);
    }

    /** Of two passes at once the newer one's tasks serve both; how often rows came only its own rounds can tell. */
    Optional<Pass> find(String account, String began) {
        var pass = newest.get(account, none -> NONE);
        if (pass == NONE) return Optional.empty();
        return Optional.of(pass.began().equals(began) ? pass : new Pass(began, pass.taskflows(), new AdminPulseRounds()));
    }

    void end(String account) { newest.forget(account); }
}
