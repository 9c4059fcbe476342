package nl.koppelwerk.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;

/** The links that a list over all of a caller's offices goes through, ordered by id. */
@RequestScoped
class OfficeLinks {

    private static final int AT_ONCE = 200;

    @Inject Access access;
    @Inject Links links;

    /** The one that was asked for, or all that the caller sees. */
    List<Link> chosen(String link) {
        return link == null || link.isEmpty() ? all() : List.of(access.link(link, Role.VIEWER));
    }

    /** Those in which the caller may do more than look. */
    List<Link> chosen(String link, Role least) {
        if (link != null && !link.isEmpty()) return List.of(access.link(link, least));
        var mine = all().stream().filter(one -> access.may(one.office(), least)).toList();
        if (mine.isEmpty()) throw Refusal.forbidden(Phrase.ROLE_NEEDED.with("role", Said.word("role." + Words.of(least))));
        return mine;
    }

    /** Other links that do the same: what one of them has made, the other would make once more. */
    List<Link> twins(Link link) {
        return all().stream().filter(one -> !one.id().equals(link.id()) && one.type().equals(link.type()) && one.accounts().equals(link.accounts())).toList();
    }

    private List<Link> all() {
        var all = new ArrayList<Link>();
        List<Link> some;
        do {
            some = links.of(access.offices(), all.isEmpty() ? "" : all.get(all.size() - 1).id(), AT_ONCE);
            all.addAll(some);
        } while (some.size() == AT_ONCE);
        return all;
    }
}
