package nl.koppelwerk.ledger.memory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;

/** What vendors told of records that go by another id from now on; in any order, and several in a row. */
final class FormerIds {

    private final Map<RootId, Set<String>> was = new HashMap<>();

    void told(RootId root, String former) {
        if (!former.isEmpty() && !former.equals(root.root())) was.computeIfAbsent(root, absent -> new TreeSet<>()).add(former);
    }

    boolean isDirect(RootId root, String former) { return was.getOrDefault(root, Set.of()).contains(former); }

    /** The nearest first. */
    List<String> of(RootId root) {
        var found = new LinkedHashSet<String>();
        var next = List.of(root.root());
        while (!next.isEmpty()) next = next.stream().flatMap(id -> was.getOrDefault(new RootId(root.link(), root.side(), id), Set.of()).stream())
            .filter(id -> !id.equals(root.root()) && found.add(id)).toList();
        return List.copyOf(found);
    }
}
