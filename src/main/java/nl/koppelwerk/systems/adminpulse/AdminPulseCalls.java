package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of AdminPulse, its login, and how its refusals are read. */
@ApplicationScoped
class AdminPulseCalls {

    private static final String RELATIONS = "/relations";
    private static final String TASKS = "/tasks";

    private final Login login;
    private final Replies replies;

    AdminPulseCalls(Accounts accounts, @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid,
                    @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.login = new AdminPulseLogin(accounts, reread);
        this.replies = new Replies(AdminPulseConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    /** Of calls about relations. */
    Replies replies() { return needing(new AdminPulsePhrasing("relations.read")); }

    Replies ofTasks() { return needing(new AdminPulsePhrasing("tasks.read")); }

    private Replies needing(AdminPulsePhrasing scope) { return replies.about(Complaints.NONE.in(scope)); }

    Call relation(String identifier) { return Call.get(RELATIONS + "/" + Query.step(identifier), "", login); }

    Call relations(int page, int size) { return Call.get(RELATIONS, paged(page, size).text(), login); }

    Call tasks(int page, int size, boolean isWindowed, String relation) {
        var query = paged(page, size).andIf(!relation.isEmpty(), "relationId", relation);
        // Wide enough for every deadline, where a list without a window is refused.
        return Call.get(TASKS, (isWindowed ? query.and("deadlineFrom", "01011900").and("deadlineUntil", "31122999") : query).text(), login);
    }

    private static Query paged(int page, int size) { return Query.NONE.and("page", page).and("pageSize", size); }
}
