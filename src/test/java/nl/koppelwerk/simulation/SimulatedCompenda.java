package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/**
 * Compenda: a relation is shown under each of its hats, worn or not, and a webhook names it alone; pages by a cursor. It is read only: whoever
 * writes into it throws. The books of the judges have a hat from the moment on at which it is first worn.
 */
final class SimulatedCompenda extends SimulatedVendor {

    static final List<String> HATS = List.of("debtor", "creditor");
    private static final SimulatedDialect DIALECT = SimulatedDialect.compenda();
    private final Webhooks webhooks;
    private final Map<String, Long> versions = new HashMap<>();
    private final boolean hidesArchived;
    private final boolean hearsSince;
    private final boolean tells;

    SimulatedCompenda(World world, Webhooks webhooks) {
        super(Side.SOURCE, world);
        this.webhooks = webhooks;
        this.hidesArchived = world.seed % 5 == 0;
        this.hearsSince = world.seed % 7 != 0;
        this.tells = world.seed % 6 != 0;
    }

    @Override SimulatedDialect dialect() { return DIALECT; }

    @Override boolean searches() { return false; }

    private static List<String> roots(String record) { return HATS.stream().map(hat -> new Hat(record, hat).root()).toList(); }

    private static boolean has(Relation relation, String hat) {
        return Codes.of(List.of(relation.values().get(Fields.ROLES).text().split(","))).contains(hat.toUpperCase(java.util.Locale.ROOT));
    }

    /** Who wears none is looked at as a debtor. */
    private static boolean isWorn(Relation relation, String hat) {
        return has(relation, hat) || hat.equals(HATS.get(0)) && HATS.stream().noneMatch(each -> has(relation, each));
    }

    private static Relation under(String root, Relation relation) {
        return relation.with(relation.values().with(Fields.RELATION_TYPES, Hat.of(root).orElseThrow().facet().toUpperCase(java.util.Locale.ROOT)));
    }

    /** A hat that was never worn is shown as the other one is; null where there is no such relation. */
    private History.State shown(String root) {
        var own = history.now(root);
        return own != null ? own : Hat.of(root).stream().flatMap(hat -> roots(hat.record()).stream()).map(history::now).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        boolean isHat = Hat.of(read.root()).isPresent();
        var state = isHat ? shown(read.root()) : Stream.of(read.root()).flatMap(record -> roots(record).stream()).map(this::shown).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        if (state == null) return new Answer.Gone();
        return isHat ? new Answer.Seen(seen(read.root(), state, askedAt)) : new Answer.PartOf(worn(read.root(), state.relation()));
    }

    private static List<String> worn(String record, Relation relation) {
        return HATS.stream().filter(hat -> isWorn(relation, hat)).map(hat -> new Hat(record, hat).root()).toList();
    }

    private Sighting seen(String root, History.State state, Instant askedAt) {
        return sighting(root, state, under(root, state.relation()), stamps.get(Hat.of(root).orElseThrow().record()), askedAt);
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) { throw new IllegalStateException("Compenda is read only: " + Telling.of(write)); }

    @Override List<String> listings() { return List.of("relations"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) {
        var rows = new ArrayList<Sighting>();
        for (var record : versions.keySet())
            if (isSince(stamps.get(record), since)) roots(record).forEach(root -> rows.add(seen(root, shown(root), askedAt)));
        rows.removeIf(row -> hidesArchived && row.relation().marks().contains(Mark.ARCHIVED));
        return rows;
    }

    /** Relations by their stamp, each with both its hats; what changed since stands behind the cursor, and comes again. */
    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) {
        var since = asked.since().isEmpty() || !hearsSince ? Instant.MIN : Instant.parse(asked.since());
        var left = rows("", since, asOf, askedAt).stream().filter(row -> cursor(row).compareTo(asked.position()) > 0).sorted(Comparator.comparing(SimulatedCompenda::cursor)).toList();
        int limit = asked.limit() * HATS.size();
        return page(left, limit, left.size() > limit ? cursor(left.get(limit - 1)) : "");
    }

    private static String cursor(Sighting row) { return row.modifiedAt() + " " + Hat.of(row.root()).orElseThrow().record(); }

    @Override void changed(String record, List<String> records) { if (tells) webhooks.tell(record, List.of(Hint.of(world.link, side, record, "webhook"))); }

    /** Whoever changes a relation changes it under each of its hats. */
    @Override void put(String root, Relation relation, List<String> records) {
        var record = Hat.of(root).orElseThrow().record();
        versions.merge(record, 1L, Long::sum);
        for (var each : roots(record))
            if (!history.of(each).isEmpty() || isWorn(relation, Hat.of(each).orElseThrow().facet()))
                history.add(each, new History.State(world.time.instant(), under(each, relation), versions.get(record), null, null));
        stamps.put(record, world.time.instant());
        changed(record, List.of(record));
    }

    /** The hats that it was ever seen to wear. */
    @Override int rootsOf(String root) { return (int) roots(Hat.of(root).orElseThrow().record()).stream().filter(each -> !history.of(each).isEmpty()).count(); }

    @Override boolean lists(String root) { return !hidesArchived || !history.now(root).relation().marks().contains(Mark.ARCHIVED); }

    /** Once for the name that a webhook has, which tells the hats. */
    @Override int looksFor(String root) { return 1 + rootsOf(root) * super.looksFor(root); }

    @Override long nextVersion(String root) { return versions.get(Hat.of(root).orElseThrow().record()); }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
