package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Authorizations;
import nl.koppelwerk.ledger.Authorizations.Begun;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Act;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Grant;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends an administrator to a vendor's page that lets the hub in, and takes what comes back from there. */
@Singleton
public final class Authorizing {

    /** The one address to which vendors send people back. */
    public static final String CALLBACK = "/oauth/callback";

    private static final Logger LOG = Logger.getLogger(Authorizing.class);
    private static final int MOST_LINKS = 10_000;
    /** Who was asked said no (RFC 6749, section 4.1.2.1). */
    private static final String DENIED = "access_denied";
    /** What comes is anybody's text, and goes into no log. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    private final Accounts accounts;
    private final AccountBook book;
    private final Authorizations authorizations;
    private final Offices offices;
    private final Links links;
    private final Walks walks;
    private final ProducerTemplate routes;
    private final Provider<String> base;
    private final Duration life;

    @Inject
    public Authorizing(Accounts accounts, AccountBook book, Authorizations authorizations, Offices offices, Links links, Walks walks, ProducerTemplate routes,
                       @ConfigProperty(name = "koppelwerk.public-url") Provider<String> base, @ConfigProperty(name = "koppelwerk.authorization.life") Duration life) {
        this.accounts = accounts;
        this.book = book;
        this.authorizations = authorizations;
        this.offices = offices;
        this.links = links;
        this.walks = walks;
        this.routes = routes;
        this.base = base;
        this.life = life;
    }

    /** What became of it; {@code OVER} is a state that is none, came before, is too old, or of somebody who is no administrator any more. */
    public enum Outcome { ALLOWED, REFUSED, OVER, FAILED, UNREACHABLE }

    /** @param account null where it is not known whose it was */
    public record Ended(Outcome outcome, Accounts.Account account) {

        static final Ended OVER = new Ended(Outcome.OVER, null);
    }

    /** The vendor's page; empty where this account logs in without anybody's leave. */
    public Optional<URI> begin(Accounts.Account account, String by) {
        return connector(account).consent().filter(consent -> consent.isNeededBy(account)).map(consent -> {
            var begun = authorizations.begin(account.id(), by, life);
            return consent.page(account, redirect(), begun.state(), begun.verifier());
        });
    }

    /** Where an administrator begins; empty where nobody has to. */
    public Optional<String> address(Accounts.Account account) { return isNeededBy(account) ? Optional.of(base.get() + "/api/v1/accounts/" + account.id() + "/authorize") : Optional.empty(); }

    /** Somebody has to let us in, and nobody has, or it has ended. */
    public boolean isMissing(Accounts.Account account) { return isNeededBy(account) && !accounts.isAuthorized(account.id()); }

    /** Why such an account is not called, and what to do. */
    public Reason needed(Accounts.Account account) {
        return new Reason(ReasonCode.AUTHORIZATION_NEEDED, "", Map.of("system", connector(account).label(), "account", account.id()));
    }

    /** The vendor sent the person back with a code. */
    public Ended came(String state, String code) { return opened(state).map(begun -> exchanged(begun, code)).orElse(Ended.OVER); }

    /** The vendor sent the person back without one. */
    public Ended cameWithout(String state, String error) { return opened(state).map(begun -> without(accounts.find(begun.account()), error)).orElse(Ended.OVER); }

    private static Ended without(Accounts.Account account, String error) {
        if (error.equals(DENIED)) return new Ended(Outcome.REFUSED, account);
        LOG.warnf("The account %s of office %s at %s got no code: %s", account.id(), account.office(), account.system(), ERROR.matcher(error).matches() ? error : "no error that is one");
        return new Ended(Outcome.FAILED, account);
    }

    private Optional<Begun> opened(String state) { return authorizations.end(state).filter(this::mayStill); }

    private boolean mayStill(Begun begun) {
        var office = accounts.find(begun.account()).office();
        return offices.user(begun.by()).map(user -> user.roles().get(office)).filter(Role.ADMIN::equals).isPresent();
    }

    private Ended exchanged(Begun begun, String code) {
        // It may rest because nobody had let us in; a resting account is not called.
        book.wake(begun.account());
        var account = book.account(begun.account());
        var answer = token(account, new Grant.Code(code, begun.verifier(), redirect()));
        if (answer instanceof Accounts.Token token) return allowed(begun, account, token);
        boolean mayHeal = answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled;
        LOG.warnf("The code of account %s of office %s at %s brought no token: %s", account.id(), account.office(), account.system(), answer.getClass().getSimpleName());
        return new Ended(mayHeal ? Outcome.UNREACHABLE : Outcome.FAILED, account);
    }

    private Ended allowed(Begun begun, Accounts.Account account, Accounts.Token token) {
        accounts.authorized(account.id(), token);
        book.forget(account.id());
        offices.record(new Act(account.office(), begun.by(), "account.authorize", account.id(), Map.of("system", account.system())));
        links.of(List.of(account.office()), "", MOST_LINKS).stream().filter(link -> link.accounts().containsValue(account.id())).forEach(link -> walks.wake(link.id()));
        return new Ended(Outcome.ALLOWED, account);
    }

    private Object token(Accounts.Account account, Grant grant) {
        var exchange = routes.request("direct:" + account.system() + "-token", asked -> {
            asked.setVariable("account", account);
            asked.setVariable("grant", grant);
        });
        return exchange.getException() == null ? exchange.getMessage().getBody() : Mishaps.answer(exchange.getException(), account.system());
    }

    private boolean isNeededBy(Accounts.Account account) { return connector(account).consent().filter(consent -> consent.isNeededBy(account)).isPresent(); }

    private Connector connector(Accounts.Account account) { return book.connector(account.system()); }

    private String redirect() { return base.get() + CALLBACK; }
}
