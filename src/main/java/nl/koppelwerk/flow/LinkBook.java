package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Timetable;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.systems.Shelf;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links with their rulebooks; read again after a short while, because another process may change them. */
@Singleton
public final class LinkBook {

    private final Links links;
    private final AccountBook accounts;
    private final LinkTypes types;
    private final Shelf<String, Links.Link> known;
    private final Shelf<Asked, Rules> rules = new Shelf<>(Duration.ofHours(1));

    @Inject
    public LinkBook(Links links, AccountBook accounts, LinkTypes types, @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.links = links;
        this.accounts = accounts;
        this.types = types;
        this.known = new Shelf<>(reread);
    }

    public Links.Link link(String id) {
        return known.get(id, key -> links.find(key).orElseThrow(() -> new IllegalStateException("no link " + key)));
    }

    /** Empty where nobody made one. */
    Optional<Links.Link> find(String id) { return links.find(id); }

    public LinkType type(Links.Link link) {
        return types.find(link.type()).orElseThrow(() -> new IllegalStateException("no link type " + link.type()));
    }

    public Timetable timetable(String link) { return type(link(link)).timetable(link(link).settings()); }

    /** The rulebook of a link, filled in. */
    public Rules rules(String link) { return open(link).rules(); }

    OpenLink open(String id) {
        var link = link(id);
        var type = type(link);
        var asked = new Asked(link.type(), link.settings().toString(), references(link, type, Side.SOURCE), references(link, type, Side.TARGET));
        return new OpenLink(link, type, rules.get(asked, key -> rules(link, type, key)));
    }

    void forget(String link) { known.forget(link); }

    private Rules rules(Links.Link link, LinkType type, Asked asked) {
        return type.rules(link.settings(), dialect(type.sourceSystem(), asked.source()), dialect(type.targetSystem(), asked.target()));
    }

    private Dialect dialect(String system, References references) { return accounts.connector(system).dialect(references); }

    private References references(Links.Link link, LinkType type, Side side) {
        return accounts.references(link.accounts().get(side), side == Side.SOURCE ? type.sourceSystem() : type.targetSystem());
    }

    private record Asked(String type, String settings, References source, References target) {}
}
