package nl.koppelwerk.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Act;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import nl.koppelwerk.ledger.Tokens.Token;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;

/** What the caller may see and do: another office's things are not there at all, those of an own one need the role. */
@RequestScoped
class Access {

    /** Under which the login keeps the user, so that one request reads it once. */
    static final String USER = "koppelwerk.user";
    /** Under which the login keeps the token that was shown instead of a user's name and password. */
    static final String TOKEN = "koppelwerk.token";
    /** What the settings call somebody who logs in, */
    static final String PERSON = "person";
    /** and a program that shows a token: it gets no further than the paths that are set for it. */
    static final String SCREEN = "screen";
    /** As who may choose. */
    static final Role OF_A_SCREEN = Role.OPERATOR;

    @Inject SecurityIdentity identity;
    @Inject Links links;
    @Inject Offices offices;
    @Inject HttpHeaders headers;
    private Wording wording;

    String name() { return user().name(); }

    boolean isSystem() { return user().isSystem(); }

    List<String> offices() { return user().roles().keySet().stream().sorted().toList(); }

    Link link(String id, Role least) { return link(id, "link", least); }

    /** @param what the thing that was asked for and that belongs to this link */
    Link link(String id, String what, Role least) {
        var link = links.find(id).filter(found -> token().map(token -> token.link().equals(found.id())).orElse(true)).orElseThrow(() -> Refusal.notFound(what));
        office(link.office(), what, least);
        return link;
    }

    void office(String office, String what, Role least) {
        var role = user().roles().get(office);
        if (role == null) throw Refusal.notFound(what);
        if (role.compareTo(least) < 0) throw Refusal.forbidden(Phrase.ROLE_NEEDED_IN_OFFICE.with("role", Said.word("role." + Words.of(least))));
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

    /** In which the caller reads. */
    Wording wording() {
        if (wording == null) wording = AcceptLanguage.of(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return wording;
    }

    void did(String office, String what, String about) { did(office, what, about, Map.of()); }

    void did(String office, String what, String about, Map<String, String> details) {
        var whole = new TreeMap<>(details);
        token().ifPresent(token -> whole.put("token", token.id()));
        offices.record(new Act(office, name(), what, about, whole));
    }

    boolean isScreen() { return token().isPresent(); }

    private Optional<Token> token() { return Optional.ofNullable(identity.getAttribute(TOKEN)); }

    private User user() { return identity.getAttribute(USER); }
}
