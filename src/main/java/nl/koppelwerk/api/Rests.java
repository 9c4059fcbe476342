package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links.Link;

/** Why a link does nothing now: a reason of its own, or a vendor that refuses one of its accounts. */
@ApplicationScoped
class Rests {

    @Inject Accounts accounts;

    /** Empty where it works. */
    String why(Link link) {
        if (!link.why().isEmpty()) return link.why();
        return link.accounts().values().stream().map(accounts::find).filter(account -> account.backOffUntil() != null)
            .map(account -> account.backOffWhy() + " Tried again at " + account.backOffUntil() + ".").collect(Collectors.joining(" "));
    }
}
