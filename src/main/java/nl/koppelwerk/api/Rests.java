package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs.Kind;

/** Why a link or its runs do nothing now: a reason of the link's own, a vendor that refuses one of its accounts, or the hour. */
@ApplicationScoped
class Rests {

    @Inject Accounts accounts;
    @Inject Notices notices;

    /** Either is empty where it works. */
    record Why(String link, String runs) {

        /** Who only looks does so at any hour. */
        String of(Kind kind) { return kind.surveys() || !link.isEmpty() ? link : runs; }
    }

    Why why(Link link) { return new Why(ofLink(link), hour(link)); }

    private String ofLink(Link link) {
        if (!link.why().isEmpty()) return link.why();
        return link.accounts().values().stream().map(accounts::find).filter(account -> account.backOffUntil() != null)
            .map(account -> account.backOffWhy() + " Tried again at " + account.backOffUntil() + ".").collect(Collectors.joining(" "));
    }

    private String hour(Link link) {
        boolean rests = link.quietUntil() != null && link.quietUntil().isAfter(notices.now());
        return rests ? "Runs of this link wait for its quiet hours until " + link.quietUntil() + "." : "";
    }
}
