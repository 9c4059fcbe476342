package nl.koppelwerk.reconcile;

import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;

/**
 * A vendor told that this root had another id before (engine.md section 3, rule 2). It takes over that one's pair only where the former
 * id is gone, or names another relation by now, and this root is like what was agreed on under it.
 */
final class Renumbering {

    private final Knowledge known;
    private final Situation situation;
    private final Sighting seen;

    Renumbering(Knowledge known) {
        this.known = known;
        this.situation = known.situation;
        this.seen = known.seen.get(situation.side());
    }

    /** Empty where it was nobody. */
    Optional<Step> next() {
        var unread = situation.was().stream().map(Predecessor::root).filter(root -> !known.formerly.containsKey(root)).findFirst();
        if (unread.isPresent()) return unread.map(root -> new Step.Read(situation.side(), root, seen.relation().kind(), false));
        return situation.was().stream().filter(before -> isGivenUp(before) && isHeir(before)).findFirst().map(this::takeOver);
    }

    /** Nobody whom a former id names by now is that relation: an id may have been given to it after it had been this root's. */
    private boolean isGivenUp(Predecessor before) {
        return known.formerly.values().stream().flatMap(Optional::stream)
            .noneMatch(there -> isLike(before, there) && (there.root().equals(before.root()) || Reuse.isKnown(situation.rules(), before.pair(), there)));
    }

    /** What was told of the id in between may have been told after that had become another's; then it takes more than that nothing speaks against it. */
    private boolean isHeir(Predecessor before) { return isLike(before, seen) && (before.isDirect() || Reuse.isKnown(situation.rules(), before.pair(), seen)); }

    private boolean isLike(Predecessor before, Sighting one) { return Reuse.isLike(situation.rules(), before.pair(), one); }

    private Step takeOver(Predecessor before) {
        Side side = situation.side();
        known.pair = before.pair().withRoot(side, seen.root());
        if (before.pair().gone().contains(side.other())) known.gone.add(side.other());
        known.foldsIn = Optional.of(before.relation());
        return new Step.Settle(Settling.matched(known));
    }
}
