package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Predecessor;
import nl.koppelwerk.reconcile.Wanted;

final class MemoryDossiers implements Dossiers {

    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private final MemoryState state;
    private final MemoryNotices notices;
    private final Ending ending;

    MemoryDossiers(MemoryState state, MemoryNotices notices, Ending ending) {
        this.state = state;
        this.notices = notices;
        this.ending = ending;
    }

    @Override public Optional<Dossier> open(Claim claim, String facet) {
        var notice = state.claimed(claim);
        if (notice == null) return Optional.empty();
        var relation = state.relations.find(notice.id, facet);
        var parents = state.observations.rootsOfPart(notice.id);
        boolean isRoot = relation != null || state.observations.isRoot(notice.id);
        if (!isRoot && !parents.isEmpty()) {
            ending.moves(claim, notice, List.copyOf(parents));
            return Optional.empty();
        }
        if (relation == null) relation = state.relations.firstSeen(state.id("relation"), notice.id, facet, state.now());
        if (!relation.lease(notice.token, notice.leaseEnds, state.now())) {
            notices.putBack(claim, state.now().plus(A_LITTLE));
            return Optional.empty();
        }
        return Optional.of(opened(notice, relation));
    }

    private Dossier opened(NoticeRow notice, RelationRow relation) {
        notice.opened = relation;
        notice.openedAt = state.next();
        notice.answeredAtOpening = List.copyOf(relation.answered);
        var open = relation.deliveries.stream().filter(DeliveryRow::isOpen).toList();
        open.forEach(delivery -> delivery.shownTo(notice.token));
        return new Dossier(relation.id, relation.revision, relation.pair, sightings(relation, false), sightings(relation, true), looked(relation),
            open.stream().map(DeliveryRow::shown).toList(), OpenCreates.holdUp(state, relation, notice.id),
            partOf(relation, notice.id), List.copyOf(relation.watches.values()), notice.answeredAtOpening.stream().map(given -> given.answer).toList(), wanted(relation), predecessors(notice.id, relation));
    }

    private List<Predecessor> predecessors(RootId root, RelationRow relation) {
        if (relation.pair.isPaired()) return List.of();
        return state.formerIds.of(root).stream().map(was -> state.relations.find(new RootId(root.link(), root.side(), was), relation.pair.facet()))
            .filter(former -> former != null && former.pair.isPaired()).map(former -> new Predecessor(former.rootId(root.side()).root(), former.id, former.pair,
                state.formerIds.isDirect(root, former.rootId(root.side()).root()))).toList();
    }

    private static List<Wanted> wanted(RelationRow relation) {
        return relation.wanted.stream().map(want -> want instanceof Wanted.Put put ? put.doubted(relation.isDoubtedSince(put.at())) : want).toList();
    }

    private Map<Side, Sighting> looked(RelationRow relation) {
        var looked = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var stored = relation.rootId(side) == null ? null : state.observations.find(relation.rootId(side));
            if (stored != null && stored.lastLookedAt() != null) looked.put(side, stored.lastLookedAt());
        }
        return looked;
    }

    private List<String> partOf(RelationRow relation, RootId root) {
        boolean isRoot = relation.pair.isPaired() || state.observations.isRoot(root);
        return isRoot ? List.of() : List.copyOf(state.observations.rootsOfPart(root));
    }

    private Map<Side, Sighting> sightings(RelationRow relation, boolean staleToo) {
        var sightings = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var root = relation.rootId(side);
            var stored = root == null ? null : state.observations.find(root);
            if (stored != null && (staleToo || !isStale(root))) sightings.put(side, stored.sighting());
        }
        return sightings;
    }

    /** What a dead notice told of was never read: it is as stale as before. */
    private boolean isStale(RootId root) {
        var notice = state.notices.get(root);
        return notice != null && notice.isStale() || ending.isDead(root);
    }

    @Override public Set<String> known(String link, String facet, Side side, Collection<String> roots) {
        return roots.stream().filter(root -> state.relations.find(new RootId(link, side, root), facet) != null).collect(Collectors.toSet());
    }

    @Override public List<Candidate> search(String link, String facet, Side side, List<MatchKey> keys, String relation) {
        return state.observations.search(link, side, keys, (root, key) -> !OpenCreates.isOthers(state, root, key, relation)).entrySet().stream()
            .map(found -> candidate(new RootId(link, side, found.getKey()), facet, found.getValue(), keys)).toList();
    }

    private Candidate candidate(RootId root, String facet, int key, List<MatchKey> wanted) {
        var relation = state.relations.find(root, facet);
        var otherwise = state.observations.otherwise(root, wanted);
        if (relation == null) return new Candidate(root.root(), "", "", false, key, otherwise);
        return new Candidate(root.root(), relation.pair.root(root.side().other()).orElse(""), relation.id, relation.isDoubted(root.side().other()), key, otherwise);
    }

    @Override public Optional<Sighting> lastKnown(String link, Side side, String root) {
        return Optional.ofNullable(state.observations.find(new RootId(link, side, root))).map(Observations.Stored::sighting);
    }

    @Override public void acquaint(String link, Side side, Map<String, List<MatchKey>> keys) {
        keys.forEach((id, found) -> {
            var root = new RootId(link, side, id);
            if (!state.relations.isPaired(root)) state.observations.gain(root, found, state.now());
        });
    }

    @Override public List<Listed> observe(String link, String facet, List<Sighting> rows, String run) {
        return rows.stream().map(row -> listed(new RootId(link, row.side(), row.root()), row, facet, run)).toList();
    }

    private Listed listed(RootId root, Sighting row, String facet, String run) {
        var relation = state.relations.find(root, facet);
        return new Listed(row.root(), fate(root, row, facet, run), relation == null ? null : relation.state);
    }

    private Fate fate(RootId root, Sighting row, String facet, String run) {
        var stored = state.observations.find(root);
        if (!run.isEmpty() && !state.runs.get(run).isFirst(root)) return stored == null || row.agreesWith(stored.sighting()) ? Fate.REPEATED : Fate.REPEATED_MOVED;
        boolean isPart = stored == null && !state.relations.isPaired(root) && !state.observations.rootsOfPart(root).isEmpty();
        if (isPart) return run.isEmpty() ? Fate.HINT : Fate.EQUAL;
        boolean isEqual = stored != null && stored.looked() && row.agreesWith(stored.sighting());
        boolean isStored = row.isWhole() && !isBeingWritten(state.relations.find(root, facet), root.side()) && state.observations.isNews(root, row);
        if (isStored) state.observations.store(root, row, state.next(), isEqual);
        if (isEqual) return Fate.EQUAL;
        return isStored ? Fate.MOVED : Fate.HINT;
    }

    /** Nobody knows yet whether the row shows the state before a write that is on its way, or the one after it. */
    private static boolean isBeingWritten(RelationRow relation, Side side) {
        return relation != null && relation.deliveries.stream()
            .anyMatch(delivery -> delivery.state == DeliveryRow.State.SENDING && delivery.write.side() == side);
    }
}
