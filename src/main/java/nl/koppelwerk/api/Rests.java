package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;

/** Why a link or its runs do nothing now: a reason of the link's own, a vendor that refuses one of its accounts, the hour, or calls that are used up. */
@ApplicationScoped
class Rests {

    @Inject Access access;
    @Inject Accounts accounts;
    @Inject AccountBook book;
    @Inject Notices notices;

    /** Each is empty where it holds nothing up; in the language of the request. */
    record Why(String link, String hour, String budget) {

        /** Who only looks does so at any hour. */
        String of(Kind kind) {
            return Stream.of(link, kind.surveys() ? "" : hour, budget).filter(why -> !why.isEmpty()).findFirst().orElse("");
        }
    }

    /** Of its runs. */
    Why why(Link link) { return new Why(ofLink(link), hour(link), budget(link)); }

    String ofLink(Link link) {
        var wording = access.wording();
        if (!link.why().isEmpty()) return wording.told(link.why());
        return link.accounts().values().stream().map(accounts::find).filter(account -> account.backOffUntil() != null)
            .map(account -> wording.told(account.backOffWhy()) + " " + Phrase.TRIED_AGAIN_AT.with("at", account.backOffUntil()).in(wording)).collect(Collectors.joining(" "));
    }

    private String hour(Link link) {
        boolean rests = link.quietUntil() != null && link.quietUntil().isAfter(notices.now());
        return rests ? Phrase.QUIET_UNTIL.with("until", link.quietUntil()).in(access.wording()) : "";
    }

    private String budget(Link link) {
        return link.accounts().values().stream().flatMap(account -> dry(account).stream()).map(said -> said.in(access.wording())).findFirst().orElse("");
    }

    private Optional<Said> dry(String account) {
        return accounts.dryUntil(account, Lane.BACKFILL)
            .map(until -> Phrase.BUDGET_UNTIL.with("until", until).with("system", book.connector(accounts.find(account).system()).label()));
    }
}
