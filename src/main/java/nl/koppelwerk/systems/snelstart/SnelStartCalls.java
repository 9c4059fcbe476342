package nl.koppelwerk.systems.snelstart;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of SnelStart's API, its login, and how its refusals are read. */
@ApplicationScoped
class SnelStartCalls {

    private static final String JSON = "application/json";

    private final Login login;
    private final Replies replies;

    SnelStartCalls(Accounts accounts, @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid,
                   @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.replies = new Replies(SnelStartConnector.LABEL, Complaints.NONE.in(new SnelStartPhrasing("")), Clock.systemUTC(), unsaid);
        this.login = new SnelStartLogin(accounts, reread, replies);
    }

    /** Of a call that needs no right, or whose right is not known. */
    Replies replies() { return replies; }

    /** Of a call that needs that right. */
    Replies needing(String right) { return replies.about(Complaints.NONE.in(new SnelStartPhrasing(right))); }

    Replies reading(SnelStartResource resource) { return needing(resource.readRight()); }

    Replies writing(Step.Write write) {
        var resource = SnelStartResource.of(write.rootKind());
        var written = Complaints.of(SnelStartTables.table(write.rootKind(), write.part().kind()), "", write.part());
        return replies.about(written.in(new SnelStartPhrasing(resource.writeRight())));
    }

    Call get(String path, Query query) { return Call.get(path, query.text(), login); }

    Call item(SnelStartId id) { return get(id.path(), Query.NONE); }

    /** Kostenplaatsen have no conditions. */
    Call all(SnelStartResource resource, Optional<String> filter) {
        return get(resource.path, filter.map(condition -> Query.NONE.and("$filter", condition)).orElse(Query.NONE));
    }

    Call post(SnelStartResource resource, byte[] body) { return Call.send("POST", resource.path, JSON, body, login); }

    Call put(SnelStartId id, byte[] body) { return Call.send("PUT", id.path(), JSON, body, login); }
}
