package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Past;

/** All relations: one per facet and source root, one per facet and target root. */
final class Relations {

    private final Map<String, RelationRow> rows = new TreeMap<>();
    private final Map<RootId, Map<String, RelationRow>> byRoot = new HashMap<>();
    /** Ids of rows that were folded into another go on answering. */
    private final Map<String, String> aliases = new HashMap<>();

    RelationRow find(String id) {
        var alias = aliases.get(id);
        return alias == null ? rows.get(id) : find(alias);
    }

    RelationRow find(RootId root, String facet) { return byRoot.getOrDefault(root, Map.of()).get(facet); }

    boolean isRoot(RootId root) { return !byRoot.getOrDefault(root, Map.of()).isEmpty(); }

    boolean isPaired(RootId root) { return byRoot.getOrDefault(root, Map.of()).values().stream().anyMatch(row -> row.pair.isPaired()); }

    Collection<RelationRow> all() { return rows.values(); }

    int pairsOf(String link) { return (int) rows.values().stream().filter(row -> row.link.equals(link) && row.pair.isPaired()).count(); }

    RelationRow firstSeen(String id, RootId root, String facet, Instant now) {
        var row = new RelationRow(id, root.link(), Pair.firstSeen(facet, root.side(), root.root()), now);
        rows.put(id, row);
        index(row);
        return row;
    }

    void remove(RelationRow row) {
        unindex(row);
        rows.remove(row.id);
    }

    void change(RelationRow row, Pair pair) {
        require(row.link, pair, row, null);
        unindex(row);
        row.pair = pair;
        index(row);
    }

    /** The younger row goes up in the older one, which answers to both ids. */
    RelationRow fold(RelationRow one, RelationRow other, Pair pair) {
        require(one.link, pair, one, other);
        var older = one.id.compareTo(other.id) < 0 ? one : other;
        var younger = older == one ? other : one;
        remove(younger);
        aliases.put(younger.id, older.id);
        takeOver(older, younger);
        change(older, pair);
        return older;
    }

    private static void takeOver(RelationRow older, RelationRow younger) {
        older.revision = Math.max(older.revision, younger.revision);
        older.seen |= younger.seen;
        younger.deliveries.forEach(delivery -> delivery.relation = older);
        older.deliveries.addAll(younger.deliveries);
        younger.watches.forEach(older.watches::putIfAbsent);
        younger.holds.forEach(older.holds::putIfAbsent);
        older.answered.addAll(younger.answered);
        older.lives.addAll(younger.lives);
        older.lives.sort(Comparator.comparing(Past.Life::at));
        older.takeOverWanted(younger);
    }

    private void require(String link, Pair pair, RelationRow mine, RelationRow folded) {
        for (var side : Side.values()) {
            var holder = pair.root(side).map(root -> find(new RootId(link, side, root), pair.facet())).orElse(null);
            if (holder != null && holder != mine && holder != folded)
                throw new IllegalStateException("another relation of this facet has that root");
        }
    }

    private void index(RelationRow row) {
        roots(row).forEach(root -> byRoot.computeIfAbsent(root, absent -> new TreeMap<>()).put(row.pair.facet(), row));
    }

    private void unindex(RelationRow row) { roots(row).forEach(root -> byRoot.get(root).remove(row.pair.facet())); }

    private static Stream<RootId> roots(RelationRow row) { return Stream.of(Side.values()).map(row::rootId).filter(Objects::nonNull); }
}
