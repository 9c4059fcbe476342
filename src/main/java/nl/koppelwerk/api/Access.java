package nl.koppelwerk.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Act;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;

/** What the caller may see and do: another office's things are not there at all, those of an own one need the role. */
@RequestScoped
class Access {

    /** Under which the login keeps the user, so that one request reads it once. */
    static final String USER = "koppelwerk.user";

    @Inject SecurityIdentity identity;
    @Inject Links links;
    @Inject Offices offices;

    String name() { return user().name(); }

    boolean isSystem() { return user().isSystem(); }

    List<String> offices() { return user().roles().keySet().stream().sorted().toList(); }

    Link link(String id, Role least) { return link(id, "link", least); }

    /** @param what the thing that was asked for and that belongs to this link */
    Link link(String id, String what, Role least) {
        var link = links.find(id).orElseThrow(() -> Refusal.notFound(what));
        office(link.office(), what, least);
        return link;
    }

    void office(String office, String what, Role least) {
        var role = user().roles().get(office);
        if (role == null) throw Refusal.notFound(what);
        if (role.compareTo(least) < 0) throw Refusal.forbidden("This needs the role " + least.name().toLowerCase(java.util.Locale.ROOT) + " in this office.");
    }

    Role role(String office) { return user().roles().get(office); }

    boolean may(String office, Role least) {
        var role = user().roles().get(office);
        return role != null && role.compareTo(least) >= 0;
    }

    /** Personal numbers and birth dates are not for viewers. */
    Masking masking(String office) {
        return user().roles().getOrDefault(office, Role.VIEWER) == Role.VIEWER ? Masking.ON : Masking.OFF;
    }

    void did(String office, String what, String about) { did(office, what, about, Map.of()); }

    void did(String office, String what, String about, Map<String, String> details) {
        offices.record(new Act(office, name(), what, about, details));
    }

    private User user() { return identity.getAttribute(USER); }
}
