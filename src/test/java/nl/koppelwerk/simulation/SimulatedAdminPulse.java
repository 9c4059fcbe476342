package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/**
 * AdminPulse: relations in the order in which they were made, by numbered pages, without a filter; whoever is linked to a partner is shown with the
 * partner's national number. It is read only: whoever writes into it throws.
 */
final class SimulatedAdminPulse extends SimulatedVendor {

    private static final SimulatedDialect DIALECT = SimulatedDialect.adminPulse();
    /** Whom each relation names as its partner. */
    private final Map<String, String> partners = new TreeMap<>();

    SimulatedAdminPulse(World world) { super(Side.SOURCE, world); }

    @Override SimulatedDialect dialect() { return DIALECT; }

    @Override boolean searches() { return false; }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.asOf(read.root(), asOf);
        return state == null ? new Answer.Gone() : new Answer.Seen(seen(read.root(), state, askedAt));
    }

    private Sighting seen(String root, History.State state, Instant askedAt) { return sighting(root, state, state.relation(), stamps.get(root), askedAt); }

    @Override Answer write(Step.Write write, Instant knownAt, String key) { throw new IllegalStateException("AdminPulse is read only: " + Telling.of(write)); }

    /** @param partner null for nobody */
    void marry(String root, String partner) {
        if (partner == null) partners.remove(root);
        else partners.put(root, partner);
        show(root);
    }

    String partner(String root) { return partners.get(root); }

    /** What others show of a relation changes with it, and moves no stamp of theirs. */
    @Override void put(String root, Relation relation, List<String> records) {
        super.put(root, relation == null ? null : couple(root, relation), records);
        partners.forEach((other, partner) -> { if (partner.equals(root)) show(other); });
    }

    private void show(String root) {
        var state = history.now(root);
        if (state != null) history.add(root, new History.State(world.time.instant(), couple(root, state.relation()), 0, null, null));
    }

    private Relation couple(String root, Relation relation) {
        if (relation.kind() != Kind.PERSON) return relation;
        var partner = partners.containsKey(root) ? history.now(partners.get(root)) : null;
        Value<?> number = partner == null ? Value.empty() : partner.relation().values().get(Fields.RIJKSREGISTERNUMMER);
        return relation.with(relation.values().with(Fields.PARTNER_RIJKSREGISTERNUMMER, number));
    }

    @Override List<String> listings() { return List.of("relations"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) {
        var rows = new ArrayList<Sighting>();
        history.living().forEach(root -> rows.add(seen(root, history.now(root), askedAt)));
        return rows;
    }

    /** Who is removed on the way moves all that follow to the page before. */
    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) {
        var rows = rows("", Instant.MIN, asOf, askedAt);
        int from = Math.min(rows.size(), asked.position().isEmpty() ? 0 : Integer.parseInt(asked.position()));
        int to = Math.min(rows.size(), from + asked.limit());
        return new Page(rows.subList(from, to), to < rows.size() ? "" + to : "", "", null);
    }

    @Override void changed(String root, List<String> records) { }

    @Override long nextVersion(String root) { return 0; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
