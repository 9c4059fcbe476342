package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Visit;
import nl.koppelwerk.relation.PartKind;

/** Looks for the twins that creates in doubt may still get (engine.md section 4, f): for those of a root by one search, for those of a part by reading its root. */
final class Watching {

    private final Knowledge known;
    private final Situation situation;

    Watching(Knowledge known) {
        this.known = known;
        this.situation = known.situation;
    }

    /** Empty when it is not time to look, or all that is due was looked for. */
    Optional<Step> next() { return due().filter(watch -> !isLooked(watch)).findFirst().flatMap(this::ask); }

    private Stream<Watch> due() { return situation.watches().stream().filter(watch -> watch.isDue(situation.now())); }

    private Optional<Step> ask(Watch watch) {
        if (!isOfRoot(watch)) return known.pair.root(watch.side()).map(root -> new Step.Read(watch.side(), root, kind(watch.side()), isRole(watch)));
        var rules = situation.rules();
        return born(watch).map(born -> new Step.Search(watch.side(), born.relation().kind(), rules.identity(born.side(), born.root(), born.relation()),
            watch.side() == Side.TARGET ? rules.ownReference(born.root()) : Optional.empty()));
    }

    /** From what it was made. */
    private Optional<nl.koppelwerk.link.Sighting> born(Watch watch) {
        var from = watch.side().other();
        return Optional.ofNullable(situation.lastKnown().getOrDefault(from, known.seen.get(from)));
    }

    private nl.koppelwerk.relation.Kind kind(Side side) {
        return Stream.of(known.seen.get(side), situation.lastKnown().get(side)).filter(java.util.Objects::nonNull).findFirst()
            .map(seen -> seen.relation().kind()).orElse(null);
    }

    /** There is an answer, or nothing to ask. */
    private boolean isLooked(Watch watch) {
        var side = watch.side();
        if (isOfRoot(watch)) return known.candidates.isPresent() || born(watch).isEmpty();
        if (known.pair.root(side).isEmpty() || known.gone.contains(side)) return true;
        return known.readNow.contains(side) && known.seen.containsKey(side) && (!isRole(watch) || Laying.sees(known.seen.get(side), PartKind.ROLE));
    }

    private static boolean isOfRoot(Watch watch) { return watch.part().equals(PartKey.ROOT); }

    private static boolean isRole(Watch watch) { return watch.part().kind() == PartKind.ROLE; }

    /** What is recorded of the watch: what was looked for, each twin that was found, and when to look again. */
    Settlement settle(Settlement settlement) {
        if (situation.watches().isEmpty()) return settlement;
        // a vendor that cannot answer is asked again next time, not at once
        boolean isGivenUp = settlement.again().filter(again -> again.cause() == Cause.WILL_NOT_HEAL).isPresent();
        List<Watch> looked = due().filter(watch -> isGivenUp || isLooked(watch)).toList();
        var visits = new ArrayList<Visit>();
        looked.stream().filter(Watching::isOfRoot).forEach(watch -> visits.addAll(twins(watch.side(), settlement)));
        next(looked, settlement).ifPresent(visits::add);
        return settlement.watching(looked, visits);
    }

    /** The twin gets a look of its own, and with it the question. */
    private List<Visit> twins(Side side, Settlement settlement) {
        var mine = settlement.pair().root(side).orElse("");
        return known.candidates.stream().flatMap(List::stream).filter(found -> !found.root().equals(mine))
            .map(found -> new Visit(side, found.root(), null)).toList();
    }

    private Optional<Visit> next(List<Watch> looked, Settlement settlement) {
        return situation.watches().stream().map(watch -> looked.contains(watch) ? watch.lookedAt(situation.now()) : watch)
            .flatMap(watch -> watch.due().flatMap(at -> visit(watch, at, settlement)).stream()).min(Comparator.comparing(Visit::at));
    }

    private static Optional<Visit> visit(Watch watch, Instant at, Settlement settlement) {
        var from = watch.side().other();
        return settlement.pair().root(from).map(root -> new Visit(from, root, at));
    }
}
