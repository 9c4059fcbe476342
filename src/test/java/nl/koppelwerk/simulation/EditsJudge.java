package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * No edit is lost: what a person typed and the hub overwrote had crossed to the other side before, or a person had answered for it,
 * or it was typed between the hub's read and its write to a system that compares no versions, which is counted.
 */
final class EditsJudge {

    /** What the other side held when it was last seen counts: a poll may be lost now and then. */
    static final Duration A_POLL = Duration.ofMinutes(30);
    private final World world;
    private final Twins twins;
    private final Drift drift;

    EditsJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
        this.drift = new Drift(world, twins);
    }

    void judge() {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots()) {
                var states = world.vendor(side).history.of(root);
                for (int i = 1; i < states.size(); i++) if (states.get(i).isByHub()) judge(side, root, states, i);
            }
    }

    private void judge(Side side, String root, List<History.State> states, int written) {
        var before = states.get(written - 1).relation();
        judge(side, root, "", states, written);
        Held.contacts(before).forEach(part -> judge(side, root, part.id(), states, written));
    }

    private void judge(Side side, String root, String partId, List<History.State> states, int written) {
        var before = states.get(written - 1).relation();
        var fields = partId.isEmpty() ? before.values().fields() : Held.part(before, partId).orElseThrow().values().fields();
        for (var field : fields) {
            var old = Held.value(before, partId, field);
            var now = Held.value(states.get(written).relation(), partId, field);
            if (!Held.same(old, now)) overwritten(side, root, partId, field, old, states, written);
        }
    }

    private void overwritten(Side side, String root, String partId, Field<?> field, Value<?> old, List<History.State> states, int written) {
        int since = History.since(states, written - 1, partId, field);
        var typed = world.vendor(side).history.typed(root, since, partId, field);
        var write = states.get(written);
        boolean wasNeverFilled = since == 0 && old.isEmpty();
        if (typed.isByHub() || wasNeverFilled || crossed(side, root, partId, field, old, typed.at(), write.at()) || isAnswered(side, root, partId, field, typed.at(), write.at())
            || (drift.isOf(side) ? drift.mayGo(root, field, old, typed.at(), write) : wasTold(side, root, partId, field, typed.at(), write))
            || old.isEmpty() && isFilledAtFirstMeeting(side, root, partId, field, write)
            || withdrawsFromAConflict(side, root, partId, field, old, typed.at())
            || isBackAtTheAgreed(side, root, partId, field, old, typed.at()) || isBackAtTheAgreed(side, root, partId, field, old, write.at())) return;
        if (isUnguarded(write) && typed.at().isAfter(write.knownAt())) limit(write);
        else if (new Unseen(world, side, root, partId, field).isPutBack(old, states, since)) world.hub.counted.putBackUnseen++;
        else world.failures.add(new Finding("no edit lost", root, twins.subject(side, root, partId, field) + " = " + old.text() + " typed at "
            + typed.at() + ", overwritten at " + write.at() + " by " + Held.value(write.relation(), partId, field).text()));
    }

    private static Value<?> value(List<History.State> states, int index, String partId, Field<?> field) { return Held.value(states.get(index).relation(), partId, field); }

    /** The vendor took it although it had changed since the look: it compares no versions. */
    private static boolean isUnguarded(History.State write) { return write.knownAt().isBefore(write.at()); }

    private void limit(History.State write) {
        var counted = world.hub.counted;
        counted.withinLimit++;
        counted.longestMillis = Math.max(counted.longestMillis, Duration.between(write.knownAt(), write.at()).toMillis());
    }

    private boolean crossed(Side side, String root, String partId, Field<?> field, Value<?> old, Instant from, Instant to) {
        return twins.held(side, root, partId, field, from.minus(A_POLL), to, value -> Held.same(value, old));
    }

    /** The difference stood there to be read, and then a person typed what was written. */
    private boolean wasTold(Side side, String root, String partId, Field<?> field, Instant from, History.State write) {
        var subjects = subjects(side, root, partId, field);
        var now = Held.value(write.relation(), partId, field);
        return world.told.stream().anyMatch(told -> !told.at().isBefore(from) && told.at().isBefore(write.at())
            && told.settlement().pair().root(side).filter(root::equals).isPresent()
            && told.settlement().reasons().stream().anyMatch(reason -> subjects.contains(reason.subject()))
            && !stoodWhenRead(side, root, partId, field, told.at(), now));
    }

    /** What is told rests on a read, which may lag. */
    private boolean stoodWhenRead(Side side, String root, String partId, Field<?> field, Instant told, Value<?> value) {
        var read = told.minus(world.vendor(side.other()).dialect().visibilityDelay());
        return twins.held(side, root, partId, field, read, read, other -> Held.same(other, value));
    }

    /** While the two have never agreed, what is empty on one side is filled from the other; with a new partner they begin anew. */
    private boolean isFilledAtFirstMeeting(Side side, String root, String partId, Field<?> field, History.State write) {
        var last = twins.lastAgreement(side, root, partId, field, write.at());
        return last == null || twins.pairedSince(root, write.at()).isAfter(last.at());
    }

    /** Typing what both had agreed on last is no move: it ends a difference that stood between them; and what was sent across has crossed. */
    private boolean isBackAtTheAgreed(Side side, String root, String partId, Field<?> field, Value<?> old, Instant typedAt) {
        var agreed = twins.lastAgreed(side, root, partId, field, typedAt);
        return agreed != null && Held.same(agreed, old);
    }

    /** A person who takes an edit back while both are shown as changed leaves the field to the other side; one that never met and is empty is filled. */
    private boolean withdrawsFromAConflict(Side side, String root, String partId, Field<?> field, Value<?> old, Instant typedAt) {
        var before = world.told.stream().filter(told -> told.at().isBefore(typedAt) && told.settlement().pair().root(side).filter(root::equals).isPresent()).toList();
        if (before.isEmpty()) return false;
        var last = before.get(before.size() - 1);
        if (old.isEmpty() && asks(last, ReasonCode.FIRST_MEETING_DIFFERS, side, root, partId, field)) return true;
        return asks(last, ReasonCode.BOTH_SIDES_CHANGED, side, root, partId, field) && Held.same(old, agreed(last, side, partId, field))
            && stoodThere(side, root, partId, field, old, last.at());
    }

    private static Value<?> agreed(World.Told told, Side side, String partId, Field<?> field) {
        var pair = told.settlement().pair();
        var part = partId.isEmpty() ? Optional.of(PartKey.ROOT) : pair.partners(side, PartKind.CONTACT, partId).map(Partners::key);
        return part.<Value<?>>map(key -> pair.baseline(side).of(key, field)).orElse(Value.absent());
    }

    private boolean stoodThere(Side side, String root, String partId, Field<?> field, Value<?> value, Instant before) {
        return world.vendor(side).history.of(root).stream()
            .anyMatch(state -> state.at().isBefore(before) && Held.same(value, Held.value(state.relation(), partId, field)));
    }

    private boolean asks(World.Told told, ReasonCode code, Side side, String root, String partId, Field<?> field) {
        var subjects = subjects(side, root, partId, field);
        return told.settlement().questions().stream().anyMatch(question -> question.code() == code && question.values().keySet().stream().anyMatch(subjects::contains));
    }

    private List<String> subjects(Side side, String root, String partId, Field<?> field) {
        var relation = world.vendor(side).history.of(root).get(0).relation();
        return twins.together(relation, partId, field).stream().flatMap(each -> twins.subjects(side, root, partId, each).stream()).toList();
    }

    private boolean isAnswered(Side side, String root, String partId, Field<?> field, Instant from, Instant to) {
        var subjects = subjects(side, root, partId, field);
        return world.office.given.stream().anyMatch(given -> !given.at().isBefore(from) && !given.at().isAfter(to)
            && given.pair().root(side).filter(root::equals).isPresent() && subjects.contains(given.answer().subject()));
    }
}
