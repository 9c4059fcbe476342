package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.koppelwerk.systems.Shelf;

/** What the passes over relations know beside their place: one for each account, for a while. Whatever is not there any more is asked for again. */
@ApplicationScoped
class AdminPulsePasses {

    /** @param began when its tasks were asked for, which tells one pass from another */
    record Pass(long began, Taskflows taskflows, AdminPulseRounds rounds) {}

    private final Shelf<String, Optional<Pass>> newest;

    AdminPulsePasses(AdminPulseChoices choices) { this.newest = new Shelf<>(choices.taskflows()); }

    synchronized Pass begin(String account, long began, Taskflows taskflows) {
        var pass = new Pass(began, taskflows, new AdminPulseRounds());
        newest.forget(account);
        newest.get(account, none -> Optional.of(pass));
        return pass;
    }

    /** Of two passes at once the newer one's tasks serve both; how often rows came only its own rounds can tell. */
    synchronized Optional<Pass> find(String account, long began) {
        return newest.get(account, none -> Optional.empty()).filter(pass -> pass.taskflows().at().toEpochMilli() >= began)
            .map(pass -> pass.began() == began ? pass : new Pass(began, pass.taskflows(), new AdminPulseRounds()));
    }

    void end(String account) { newest.forget(account); }
}
