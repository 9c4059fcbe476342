package nl.koppelwerk.ledger.memory;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.ReasonCode;

final class MemoryFinishing implements Finishing {

    private static final Set<Settlement.Outcome> WRITTEN = EnumSet.of(Settlement.Outcome.CREATED, Settlement.Outcome.UPDATED);

    private final MemoryState state;
    private final MemoryDeliveries deliveries;
    private final MemoryQuestions questions;
    private final MemoryNotices notices;
    private final MemoryRuns runs;
    private final Ending ending;

    MemoryFinishing(MemoryState state, MemoryDeliveries deliveries, MemoryQuestions questions, MemoryNotices notices, MemoryRuns runs, Ending ending) {
        this.state = state;
        this.deliveries = deliveries;
        this.questions = questions;
        this.notices = notices;
        this.runs = runs;
        this.ending = ending;
    }

    @Override public boolean finish(Finish finish) {
        var notice = state.claimed(finish.claim());
        var relation = state.relations.find(finish.relation());
        if (notice == null || relation == null || relation.leaseToken != notice.token || relation.revision != finish.revision()) return false;
        // Another look was quicker to give that partner away.
        var reuse = new ReusedIds(state, notices, finish, relation);
        var given = halves(finish.settlement(), relation).stream().filter(half -> half.pair.isPaired() && !isRenumbered(half, finish.settlement())).toList();
        if (!given.stream().allMatch(reuse::isOf)) return false;
        given.forEach(reuse::bereave);
        if (finish.settlement().moved().isEmpty()) record(finish, notice, relation);
        else ending.moves(finish, notice, relation);
        return true;
    }

    private void record(Finish finish, NoticeRow notice, RelationRow mine) {
        var settlement = finish.settlement();
        var row = paired(settlement, mine);
        var open = open(settlement, row);
        row.revision++;
        row.state = settlement.state();
        row.reasons = settlement.reasons();
        // whoever has its id afterwards may be another
        if (!row.pair.isPaired()) row.lives.removeIf(life -> row.pair.gone().contains(life.side()));
        row.seen |= settlement.sightings().stream().anyMatch(Sighting::isWhole);
        finish.answer().ifPresent(answer -> deliveries.answered(answer.delivery(), answer.outcome()));
        settlement.looked().forEach(watch -> row.watch(watch.lookedAt(state.now())));
        settlement.deliveries().forEach(deliveries::judge);
        deliveries.settleKnown(row, finish.claim());
        observe(finish, notice, row);
        questions.ask(row, settlement, notice);
        open.stream().filter(create -> !state.openCreates.contains(create)).forEach(create -> wake(create, notice));
        remember(finish, notice, row);
        mine.release(notice.token);
        ending.ends(finish, notice, row);
        settlement.visits().forEach(visit -> notices.visit(row.link, visit));
    }

    /** Only those that were in doubt can have been asked about. */
    private List<DeliveryRow> open(Settlement settlement, RelationRow row) {
        return settlement.deliveries().isEmpty() ? List.of() : state.openCreates.stream().filter(create -> create.relation == row).toList();
    }

    /** What waited for the answer about a create goes on once that is settled, also where its look has not ended yet. */
    private void wake(DeliveryRow create, NoticeRow mine) {
        var waiting = state.relations.all().stream().filter(other -> !other.pair.isPaired() && isHeldForAnswer(other)).map(other -> other.rootId(create.write.side()));
        var looking = state.notices.values().stream().filter(notice -> notice != mine && notice.isLeased(state.now())).map(notice -> notice.id);
        Stream.concat(waiting, looking).filter(root -> root != null && root.link().equals(create.relation.link) && root.side() == create.write.side()).distinct().toList()
            .forEach(root -> notices.place(root, Hint.of(root.link(), root.side(), root.root(), "answer"), true, ""));
    }

    private static boolean isHeldForAnswer(RelationRow relation) {
        return relation.state == Settlement.State.HELD && relation.reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.WAITS_FOR_ANSWER);
    }

    private void remember(Finish finish, NoticeRow notice, RelationRow row) {
        for (var change : finish.settlement().changes()) {
            var wants = change.wanted().map(row::runOf);
            var run = wants.or(() -> notice.runs.keySet().stream().findFirst()).orElse("");
            row.lives.add(new Past.Life(change.side(), change.part(), change.field(), change.value(), change.written(), state.now(), wants.map(Set::of).orElseGet(() -> concerned(notice, row))));
            var life = new Views.Life(state.id("life"), change.side(), change.part(), change.field(), change.value(), change.written(), state.now(),
                List.copyOf(notice.reasons), "", run);
            state.history.add(new Certificates.Changed(row.id, life));
        }
        if (finish.settlement().again().isEmpty() && WRITTEN.contains(finish.settlement().outcome())) runs.wrote(row, finish.settlement().outcome(), notice.runs.keySet());
        finish.settlement().wanted().forEach((id, outcome) -> runs.cameTo(row.wantNoMore(id), row, outcome));
    }

    private Set<String> concerned(NoticeRow notice, RelationRow row) {
        var all = new LinkedHashSet<>(notice.runs.keySet());
        all.addAll(runs.waitingFor(row));
        return all;
    }

    /** That row is the pair of a root under the id that it had before. */
    private boolean isRenumbered(RelationRow half, Settlement settlement) {
        boolean isMeant = settlement.foldsIn().map(state.relations::find).filter(half::equals).isPresent();
        return isMeant && Stream.of(Side.values()).anyMatch(side -> half.pair.root(side.other()).equals(settlement.pair().root(side.other()))
            && settlement.pair().root(side).filter(root -> state.formerIds.of(new RootId(half.link, side, root)).contains(half.rootId(side).root())).isPresent());
    }

    /** Nothing is looked for, and found, under an id that nobody has any more. */
    private void forgetFormer(RelationRow half, Settlement settlement) {
        for (var side : Side.values()) if (half.rootId(side) != null && !half.pair.root(side).equals(settlement.pair().root(side))) {
            state.observations.index(half.rootId(side), List.of(), state.now());
            state.observations.forget(half.rootId(side));
        }
    }

    private RelationRow paired(Settlement settlement, RelationRow mine) {
        forgetFormer(mine, settlement);
        var row = mine;
        for (var other : halves(settlement, mine)) {
            // Whoever looks at that half has lost it; its notice need not wait for the lease to end.
            state.notices.values().stream().filter(notice -> notice.opened == other).toList().forEach(notice -> notice.release(state.now()));
            forgetFormer(other, settlement);
            row = state.relations.fold(row, other, settlement.pair());
        }
        if (row == mine) state.relations.change(mine, settlement.pair());
        return row;
    }

    /** What the core matched, and a row that the partner got while the look went on: the webhook of our own create is that quick. */
    private Set<RelationRow> halves(Settlement settlement, RelationRow mine) {
        var halves = new LinkedHashSet<RelationRow>();
        settlement.foldsIn().map(state.relations::find).ifPresent(halves::add);
        for (var side : Side.values())
            settlement.pair().root(side).map(root -> state.relations.find(new RootId(mine.link, side, root), settlement.pair().facet())).ifPresent(halves::add);
        halves.remove(mine);
        return halves;
    }

    private void observe(Finish finish, NoticeRow notice, RelationRow row) {
        // What is looked at again was not taken into account yet: to the next look it is as new as it is.
        if (finish.settlement().again().isEmpty())
            for (var side : Side.values()) if (row.rootId(side) != null) state.observations.looked(row.rootId(side), notice.openedAt);
        for (var seen : finish.settlement().sightings()) store(new RootId(row.link, seen.side(), seen.root()), seen);
        finish.keys().forEach((side, keys) -> {
            if (row.rootId(side) != null) state.observations.index(row.rootId(side), keys, state.now());
        });
        // a root that is gone is nobody's candidate any more
        for (var side : row.pair.gone()) if (row.rootId(side) != null) state.observations.index(row.rootId(side), List.of(), state.now());
    }

    /** A row of a listing that came during the look and was asked for later stays. */
    private void store(RootId root, Sighting seen) {
        var before = state.observations.find(root);
        boolean isOld = before != null && before.sighting().askedAt().isAfter(seen.askedAt());
        if (seen.isWhole() && isOld) state.observations.sawOlder(root, seen);
        else if (seen.isWhole()) state.observations.store(root, seen, state.next(), true);
    }
}
