package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.OpenCreate;

/** Creates whose outcome is not settled: they hold up rivals, and roots that could be what they made. */
final class OpenCreates {

    /** No look searches and then goes on later than this: it has lost its lease by then. */
    private static final Duration A_LOOK = Duration.ofMinutes(2);
    /** A system shows by then what another link made in it. */
    private static final Duration SHOWN = Duration.ofMinutes(10);
    /** A link that is paused, or asks a person, holds up another one no longer. */
    private static final Duration OPEN = Duration.ofHours(1);

    private OpenCreates() { }

    /** Another relation's create of the same side shares an identity key. */
    static boolean rival(MemoryState state, RelationRow relation, Side side, List<MatchKey> identity, Set<String> found) {
        var keys = withoutNames(identity);
        return of(state, relation, side).anyMatch(create -> !Collections.disjoint(create.identity, keys)) || isJustMade(state, relation, side, keys, found);
    }

    /** A name is none, for two may have the same. */
    private static List<MatchKey> withoutNames(List<MatchKey> identity) { return identity.stream().filter(key -> !key.kind().equals("name")).toList(); }

    /** What a rival made while this look searched has its keys since then only; the look comes back and finds it. */
    private static boolean isJustMade(MemoryState state, RelationRow relation, Side side, List<MatchKey> keys, Set<String> found) {
        return state.observations.isNew(relation.link, side, keys, state.now().minus(A_LOOK), known(relation, side, found));
    }

    private static Set<String> known(RelationRow relation, Side side, Set<String> found) {
        return Stream.concat(found.stream(), Stream.of(relation.rootId(side)).filter(Objects::nonNull).map(RootId::root)).collect(Collectors.toSet());
    }

    /** Another link that fills the same account makes it, or made it just now. */
    static boolean isMadeBeside(MemoryState state, RelationRow relation, Side side, List<MatchKey> identity, Set<String> found) {
        var keys = withoutNames(identity).stream().filter(key -> !key.isOfOneSource()).toList();
        return beside(state, relation.link, side).anyMatch(link -> state.openCreates.stream().anyMatch(create -> create.relation.link.equals(link) && create.write.side() == side
            && create.startedAt.isAfter(state.now().minus(OPEN)) && !Collections.disjoint(create.identity, keys))
            || state.observations.isNew(link, side, keys, state.now().minus(SHOWN), known(relation, side, found)));
    }

    private static Stream<String> beside(MemoryState state, String link, Side side) {
        var account = state.links.get(link).accounts.get(side);
        return state.links.values().stream().filter(other -> !other.id.equals(link) && other.accounts.get(side).equals(account)).map(other -> other.id);
    }

    /**
     * An unpaired root could be what a create of another relation made, if that began before the root was first seen:
     * by a key, or because one of the two has none and they are of one kind (engine.md section 3.3).
     */
    static OpenCreate holdUp(MemoryState state, RelationRow relation, RootId root) {
        if (relation.pair.isPaired()) return OpenCreate.NONE;
        var keys = state.observations.keysOf(root);
        var possible = of(state, relation, root.side())
            .filter(create -> create.write.root().isEmpty() && !create.startedAt.isAfter(relation.firstSeenAt))
            .filter(create -> keys.isEmpty() || create.identity.isEmpty()
                ? isOfKind(state, root, create) : !Collections.disjoint(create.identity, keys)).toList();
        if (possible.isEmpty()) return OpenCreate.NONE;
        return possible.stream().allMatch(create -> create.relation.waitsForAnswer()) ? OpenCreate.ASKED_ABOUT : OpenCreate.WAITING;
    }

    /** A root that nobody has looked at and that has this key may be what a create of another relation made. */
    static boolean isOthers(MemoryState state, RootId root, MatchKey key, String relation) {
        return !state.relations.isRoot(root) && state.openCreates.stream().anyMatch(create -> !create.relation.id.equals(relation)
            && create.relation.link.equals(root.link()) && create.write.side() == root.side() && create.identity.contains(key));
    }

    private static boolean isOfKind(MemoryState state, RootId root, DeliveryRow create) {
        var stored = state.observations.find(root);
        return stored == null || stored.sighting().relation().kind() == create.write.rootKind();
    }

    private static Stream<DeliveryRow> of(MemoryState state, RelationRow mine, Side side) {
        return state.openCreates.stream()
            .filter(create -> create.relation != mine && create.relation.link.equals(mine.link) && create.write.side() == side);
    }
}
