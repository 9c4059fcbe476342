package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.simulation.Regret.Applied;

/**
 * What was restored had stood there before, took the place of nothing that a person typed, and stands until somebody moves that field
 * on either side.
 */
final class RestoreJudge {

    private static final String NAME = "restored as planned";
    private static final java.time.Duration A_WHILE = java.time.Duration.ofMinutes(30);
    private final World world;
    private final Twins twins;

    RestoreJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
    }

    void judge() { world.regret.applied.forEach(this::judge); }

    private void judge(Applied one) {
        var states = world.vendor(one.side()).history.of(one.root());
        int written = 0;
        var ended = world.regret.ended(one);
        while (written < states.size() && !(isCarriedOut(one, states.get(written), ended) && !isOrdinary(one, states.get(written)))) written++;
        if (written == 0 || written == states.size() || Held.same(value(states.get(written - 1), one), one.value())) return;
        world.hub.counted.restored++;
        stoodThere(one, states, written);
        overNobody(one, states, written);
        stands(one, states.get(written));
    }

    private static boolean isCarriedOut(Applied one, History.State state, Instant ended) {
        return state.isByHub() && !state.at().isAfter(ended) && !state.at().isBefore(one.at()) && isOf(one, state) && Held.same(value(state, one), one.value());
    }

    /** What stands on the other side may have come from there. */
    private boolean isOrdinary(Applied one, History.State state) {
        return twins.held(one.side(), one.root(), one.partId(), one.field(), state.knownAt(), state.at(), other -> Held.same(other, one.value()));
    }

    private static boolean isOf(Applied one, History.State state) {
        return state.write().partId().equals(one.partId()) || one.partId().isEmpty() && state.write().part().equals(nl.koppelwerk.link.PartKey.ROOT);
    }

    private static Value<?> value(History.State state, Applied one) { return Held.value(state.relation(), one.partId(), one.field()); }

    private void stoodThere(Applied one, List<History.State> states, int written) {
        boolean stood = states.subList(0, written).stream().anyMatch(state -> Held.same(value(state, one), one.value()) || one.value().isEmpty() && value(state, one).isAbsent()
            || state.relation() != null && stoodInItsPlace(one, state.relation()));
        if (!stood && !stoodAtFormerPartner(one, states.get(written).at())) fail(one, states.get(written).at(), "never stood there");
    }

    /** The relation had another record on this side then. */
    private boolean stoodAtFormerPartner(Applied one, Instant before) {
        return one.partId().isEmpty() && twins.roots(one.side(), one.root()).stream().flatMap(partner -> twins.roots(one.side().other(), partner).stream())
            .flatMap(root -> world.vendor(one.side()).history.of(root).stream()).anyMatch(state -> state.at().isBefore(before) && Held.same(value(state, one), one.value()));
    }

    /** The contact person in whose place it came was the same to the other side. */
    private boolean stoodInItsPlace(Applied one, Relation relation) {
        var reference = one.side() == Side.TARGET && !one.partId().isEmpty() ? reference(one.root(), one.partId()) : "";
        return !reference.isEmpty() && Held.contacts(relation).stream()
            .anyMatch(part -> part.reference().equals(reference) && Held.same(part.values().get(one.field()), one.value()));
    }

    /** An edit between our read and our write, where no versions are compared, is the stated limit; what was typed after the plan and is what it showed may go. */
    private void overNobody(Applied one, List<History.State> states, int written) {
        var old = value(states.get(written - 1), one);
        int since = written - 1;
        while (since > 0 && states.get(since - 1).relation() != null && value(states.get(since - 1), one).equals(old)) since--;
        boolean isOurs = states.subList(since, written).stream().anyMatch(state -> state.isByHub() && isOf(one, state) && !java.util.Collections.disjoint(state.write().values().fields(), together(one)));
        boolean isWithinLimit = states.get(written).knownAt().isBefore(states.get(written).at()) && states.get(since).at().isAfter(states.get(written).knownAt());
        boolean isOurSpelling = since > 0 && states.get(since - 1).isByHub() && Held.same(sent(states.get(since - 1), one), old);
        boolean isAsShown = states.get(since).at().isAfter(one.planned()) && old.equals(one.held());
        boolean isPutBackUnseen = new Unseen(world, one.side(), one.root(), one.partId(), one.field()).isPutBack(old, states, since);
        if (!isOurs && !isWithinLimit && !isOurSpelling && !isPutBackUnseen && !isAsShown && !isTypedOnBothSides(one, states.get(since).at(), old)) fail(one, states.get(written).at(), "took the place of " + old.text() + ", which a person typed at " + states.get(since).at());
    }

    /** What the hub sent, whether it was taken over or not. */
    private static Value<?> sent(History.State state, Applied one) {
        return isOf(one, state) && !state.write().values().get(one.field()).isAbsent() ? state.write().values().get(one.field()) : value(state, one);
    }

    /** The hub carried over the very same, and its answer was lost: nobody can tell whose it is that stands there. */
    private boolean isTypedOnBothSides(Applied one, Instant typedAt, Value<?> typed) {
        return twins.held(one.side(), one.root(), one.partId(), one.field(), typedAt.minus(A_WHILE), typedAt.plus(A_WHILE), other -> Held.same(other, typed));
    }

    private Set<Field<?>> together(Applied one) {
        return twins.together(world.vendor(one.side()).history.of(one.root()).get(0).relation(), one.partId(), one.field());
    }

    private void stands(Applied one, History.State restored) {
        var end = firstMove(one, restored);
        for (var side : Side.values())
            for (var root : side == one.side() ? List.of(one.root()) : twins.roots(one.side(), one.root())) {
                var states = world.vendor(side).history.of(root);
                for (int i = 1; i < states.size(); i++)
                    if (states.get(i).isByHub() && states.get(i).at().isAfter(restored.at()) && (end == null || states.get(i).at().isBefore(end))
                        && hasChanged(one, side, root, states.get(i - 1).relation(), states.get(i).relation()) && !isWantedToo(one, side, root, states.get(i)) && !isImported(one, side, root, states.get(i)))
                        fail(one, states.get(i).at(), "was written over although nobody moved it since " + restored.at());
            }
    }

    /** Somebody chose it from a preview since. */
    private boolean isImported(Applied one, Side side, String root, History.State state) {
        return side == Side.TARGET && world.cast.season().filter(season -> season.choices.stream().anyMatch(choice -> choice.target().equals(root)
            && choice.at().isAfter(one.planned()) && !choice.at().isAfter(state.at()) && choice.fields().contains(one.field().name()))).isPresent();
    }

    /** Another field that one member feeds with it was restored along. */
    private boolean isWantedToo(Applied one, Side side, String root, History.State state) {
        return together(one).stream().filter(state.write().values().fields()::contains)
            .anyMatch(field -> world.regret.wanted(side, root, partOn(one, side, root), field, state.write().values().get(field), state.at()));
    }

    /** When a person changed it on either side, answered for it or had it restored anew; null while nobody did. */
    private Instant firstMove(Applied one, History.State restored) {
        Instant first = null;
        for (var side : Side.values())
            for (var root : side == one.side() ? List.of(one.root()) : twins.roots(one.side(), one.root())) {
                var states = world.vendor(side).history.of(root);
                // Of the other side the hub may have known an older state: what was typed since the plan counts, and what nobody had seen by then.
                var from = side == one.side() ? restored.knownAt() : one.at().minus(java.time.Duration.ofHours(50));
                for (int i = 1; i < states.size(); i++)
                    if (!states.get(i).isByHub() && states.get(i).at().isAfter(from) && hasTyped(one, side, root, states.get(i - 1).relation(), states.get(i).relation())
                        && (states.get(i).at().isAfter(restored.at()) || !wasPlannedWith(one, side, root, restored)))
                        first = earlier(first, states.get(i).at().isBefore(restored.at()) ? restored.at() : states.get(i).at());
            }
        for (var again : world.regret.applied)
            if (again != one && again.at().isAfter(one.at()) && again.field().equals(one.field())) first = earlier(first, again.at());
        for (var given : world.office.given)
            if (given.at().isAfter(one.at()) && given.pair().root(one.side()).filter(one.root()::equals).isPresent()) first = earlier(first, given.at());
        return first;
    }

    private boolean wasPlannedWith(Applied one, Side side, String root, History.State restored) {
        var then = world.vendor(side).history.asOf(root, restored.at().minusMillis(1));
        var partId = partOn(one, side, root);
        return side == one.side() || then != null && partId != null && Held.same(Held.value(then.relation(), partId, one.field()), one.other());
    }

    private boolean hasChanged(Applied one, Side side, String root, Relation before, Relation after) {
        return differs(one, side, root, before, after, Held::same);
    }

    /** To the letter: a person who mends a capital moves it too. */
    private boolean hasTyped(Applied one, Side side, String root, Relation before, Relation after) {
        return differs(one, side, root, before, after, Object::equals);
    }

    private boolean differs(Applied one, Side side, String root, Relation before, Relation after, BiPredicate<Value<?>, Value<?>> same) {
        var partId = partOn(one, side, root);
        if (before == null || after == null || partId == null) return before == null || after == null;
        var was = world.cast.taken(side, before);
        var is = world.cast.taken(side, after);
        return together(one).stream().anyMatch(field -> !same.test(Held.value(was, partId, field), Held.value(is, partId, field)));
    }

    private String partOn(Applied one, Side side, String root) {
        return side == one.side() ? one.partId() : twins.recordOn(one.side(), one.root(), one.partId(), root);
    }

    private String reference(String root, String partId) {
        return world.vendor(Side.TARGET).history.of(root).stream().filter(state -> state.relation() != null).flatMap(state -> Held.part(state.relation(), partId).stream())
            .map(nl.koppelwerk.relation.Part::reference).findFirst().orElse("");
    }

    private static Instant earlier(Instant one, Instant other) { return one == null || other.isBefore(one) ? other : one; }

    private void fail(Applied one, Instant at, String what) {
        world.failures.add(new Finding(NAME, one.root(), one.partId() + " " + one.field() + " = " + one.value().text() + " of " + at + " " + what));
    }
}
