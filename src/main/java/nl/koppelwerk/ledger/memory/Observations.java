package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Part;

/** What roots were last seen to hold, the index of their parts, and their canonical keys. */
final class Observations {

    private final Map<RootId, Stored> stored = new HashMap<>();
    private final Map<RootId, Set<String>> rootsByPart = new HashMap<>();
    private final Map<RootId, Instant> lastWriteEnd = new HashMap<>();
    private final Map<RootId, List<MatchKey>> keys = new HashMap<>();
    /** With the moment since when it has it. */
    private final Map<KeyId, SortedMap<String, Instant>> rootsByKey = new HashMap<>();

    /**
     * @param at     when it was stored, by the sequence
     * @param looked a look has taken it into account; until then an equal row still asks for one
     * @param before what a look saw before a listing brought this one; null where none did, or where this was looked at
     */
    record Stored(Sighting sighting, long at, boolean looked, Sighting before) {

        Sighting lastLookedAt() { return looked ? sighting : before; }
    }

    private record KeyId(String link, Side side, MatchKey key) {}

    Stored find(RootId root) { return stored.get(root); }

    boolean isRoot(RootId root) { return stored.containsKey(root); }

    Collection<String> rootsOfPart(RootId part) { return rootsByPart.getOrDefault(part, Set.of()); }

    void wrote(RootId root, Instant end) { lastWriteEnd.put(root, end); }

    /** Asked for after our last write to the root had ended, and after what is stored, which is not newer by the system's own stamp. */
    boolean isNews(RootId root, Sighting seen) {
        var before = stored.get(root);
        var written = lastWriteEnd.get(root);
        return (before == null || seen.askedAt().isAfter(before.sighting().askedAt()) && !seen.isBefore(before.sighting()))
            && (written == null || seen.askedAt().isAfter(written));
    }

    /** Asked for after our last write there had ended. */
    boolean isAfterWrite(RootId root) {
        var written = lastWriteEnd.get(root);
        return written == null || stored.get(root).sighting().askedAt().isAfter(written);
    }

    void store(RootId root, Sighting seen, long at, boolean looked) {
        var before = stored.get(root);
        stored.put(root, new Stored(seen, at, looked, looked || before == null ? null : before.lastLookedAt()));
        if (before != null) ids(before.sighting()).forEach(id -> withdraw(root, id));
        ids(seen).forEach(id -> isPartOf(root, id));
    }

    void isPartOf(RootId root, String id) {
        if (!id.isEmpty() && !id.equals(root.root())) rootsByPart.computeIfAbsent(part(root, id), absent -> new TreeSet<>()).add(root.root());
    }

    void forget(RootId root) {
        var before = stored.remove(root);
        if (before != null) ids(before.sighting()).forEach(id -> withdraw(root, id));
    }

    /** A look that opened at that moment has taken into account what was stored by then. */
    void looked(RootId root, long openedAt) {
        stored.computeIfPresent(root, (id, row) -> row.at() < openedAt ? new Stored(row.sighting(), row.at(), true, null) : row);
    }

    /** A newer row of a listing stays, and with it what a look has seen meanwhile. */
    void sawOlder(RootId root, Sighting seen) {
        stored.computeIfPresent(root, (id, row) -> row.looked() ? row : new Stored(row.sighting(), row.at(), false, seen));
    }

    private void withdraw(RootId root, String id) {
        var roots = rootsByPart.get(part(root, id));
        if (roots != null && roots.remove(root.root()) && roots.isEmpty()) rootsByPart.remove(part(root, id));
    }

    private static RootId part(RootId root, String id) { return new RootId(root.link(), root.side(), id); }

    private static Stream<String> ids(Sighting seen) {
        var relation = seen.relation();
        return Stream.concat(relation.handles().values().stream(), relation.parts().stream().flatMap(Observations::ids));
    }

    private static Stream<String> ids(Part part) { return Stream.concat(Stream.of(part.id()), part.handles().values().stream()); }

    List<MatchKey> keysOf(RootId root) { return keys.getOrDefault(root, List.of()); }

    void index(RootId root, List<MatchKey> newKeys, Instant now) {
        var before = keys.put(root, List.copyOf(newKeys));
        if (before != null) before.stream().filter(key -> !newKeys.contains(key)).forEach(key -> rootsByKey.get(keyId(root, key)).remove(root.root()));
        newKeys.forEach(key -> rootsByKey.computeIfAbsent(keyId(root, key), absent -> new TreeMap<>()).putIfAbsent(root.root(), now));
    }

    /** Besides those that it has, until its keys are written anew. */
    void gain(RootId root, List<MatchKey> more, Instant now) {
        if (!more.isEmpty()) index(root, Stream.concat(keysOf(root).stream(), more.stream()).distinct().toList(), now);
    }

    /** Roots of that side, others than these, have one of the keys since then only. */
    boolean isNew(String link, Side side, List<MatchKey> some, Instant since, Set<String> known) {
        return some.stream().flatMap(key -> rootsByKey.getOrDefault(new KeyId(link, side, key), Collections.emptySortedMap()).entrySet().stream())
            .anyMatch(root -> root.getValue().isAfter(since) && !known.contains(root.getKey()));
    }

    /** Kinds of these keys of which the root has others. */
    Set<String> otherwise(RootId root, List<MatchKey> wanted) {
        var kinds = keysOf(root).stream().map(MatchKey::kind).collect(Collectors.toSet());
        keysOf(root).stream().filter(wanted::contains).map(MatchKey::kind).forEach(kinds::remove);
        return wanted.stream().map(MatchKey::kind).filter(kinds::contains).collect(Collectors.toSet());
    }

    /** Roots with the place of the strongest key that finds them, the strongest first. */
    Map<String, Integer> search(String link, Side side, List<MatchKey> wanted, BiPredicate<RootId, MatchKey> isShown) {
        var found = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < wanted.size(); i++)
            for (var root : rootsByKey.getOrDefault(new KeyId(link, side, wanted.get(i)), Collections.emptySortedMap()).keySet())
                if (isShown.test(new RootId(link, side, root), wanted.get(i))) found.putIfAbsent(root, i);
        return found;
    }

    private static KeyId keyId(RootId root, MatchKey key) { return new KeyId(root.link(), root.side(), key); }
}
