package nl.koppelwerk.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Rules.FirstMeeting;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * A create that was given up and came through after all: that side holds what it was sent then, so what differs on the other side now
 * was typed since, and is no first meeting of two strangers.
 */
final class GivenUp {

    private GivenUp() {}

    /** What was sent is what the two agreed on; in the spelling of that side, where it has one. */
    static void recall(Knowledge known) {
        for (var watch : known.situation.watches())
            if (!watch.given().isEmpty() && neverMet(known, watch)) held(known, watch).filter(held -> isMade(known, watch, held)).ifPresent(held -> agree(known, held, nearest(watch, held)));
    }

    private static boolean neverMet(Knowledge known, Watch watch) {
        var before = known.situation.pair();
        boolean isMadeNow = watch.part().equals(PartKey.ROOT) ? known.created
            : known.pair.partners(watch.part()).isPresent() && before.partners(watch.part()).isEmpty();
        return !isMadeNow && before.baseline(watch.side()).of(watch.part()).fields().isEmpty();
    }

    /** Made or written by a look that has ended: what it sent is waited for, and counts. */
    private static boolean isSentSince(Knowledge known, Sent given) {
        return known.situation.pair().recent().stream().anyMatch(sent -> sent.isOf(given.side(), given.part(), given.field()));
    }

    /** The record that is its partner, else the one that bears the reference we gave it. */
    private static Optional<Values> held(Knowledge known, Watch watch) {
        return Optional.ofNullable(known.seen.get(watch.side())).flatMap(seen -> held(known, seen, watch.part())
            .or(() -> part(seen, part -> part.kind() == watch.part().kind() && part.reference().equals(watch.part().key()))));
    }

    private static Optional<Values> held(Knowledge known, Sighting seen, PartKey key) {
        if (key.equals(PartKey.ROOT)) return Optional.of(seen.relation().values());
        return known.pair.record(seen.side(), key).flatMap(id -> part(seen, part -> part.kind() == key.kind() && part.id().equals(id)));
    }

    private static Optional<Values> part(Sighting seen, Predicate<Part> is) {
        return seen.relation().parts().stream().filter(is).findFirst().map(Part::values);
    }

    /** A contact person is known by the reference that we gave it, or by what makes it the same. */
    private static boolean isMade(Knowledge known, Watch watch, Values held) {
        if (!watch.part().equals(PartKey.ROOT)) return true;
        // as it was before this look wrote there
        var read = known.shown.getOrDefault(watch.side(), known.seen.get(watch.side()));
        return isReferred(known, read) || isMade(known.situation.rules(), read, sent(nearest(watch, held)));
    }

    /** It bears our reference from its beginning, and not from a write of ours to whatever stood there. */
    private static boolean isReferred(Knowledge known, Sighting held) {
        var ours = known.pair.root(held.side().other()).flatMap(known.situation.rules()::ownReference).filter(held.relation().reference()::equals);
        return ours.isPresent() && known.pair.recent().stream().noneMatch(sent -> sent.side() == held.side() && known.situation.rules().rule(PartKind.ROOT, sent.field()).namesPartner());
    }

    private static Values sent(List<Sent> given) {
        var values = Values.NONE;
        for (var sent : given) values = values.with(sent.field(), sent.sent());
        return values;
    }

    /**
     * All that was sent stands there; where the source would win at a first meeting half of it is enough, for what differs was typed since, or would be overwritten. What the
     * link gives to each new record, and the keys by which any would be found, tell nothing.
     */
    static boolean isMade(Rules rules, Sighting held, Values sent) {
        var keys = rules.identity(held.side(), "", new Relation(held.relation().kind(), sent, List.of())).stream().map(MatchKey::value).toList();
        var there = held.relation().values();
        var told = sent.fields().stream().filter(field -> sent.get(field).isFilled() && !there.get(field).isAbsent() && rules.rule(PartKind.ROOT, field).compares())
            .filter(field -> keys.stream().noneMatch(sent.get(field).text()::equalsIgnoreCase)).toList();
        long same = told.stream().filter(field -> Spelling.same(sent.get(field), there.get(field))).count();
        return !told.isEmpty() && (rules.firstMeeting() == FirstMeeting.SOURCE_WINS ? same * 2 >= told.size() : same == told.size());
    }

    /** Of several attempts the one that this looks like. */
    private static List<Sent> nearest(Watch watch, Values held) {
        return watch.given().stream().max(Comparator.comparingLong(sent -> sent.stream()
            .filter(one -> Spelling.same(one.sent(), held.get(one.field()))).count())).orElseThrow();
    }

    private static void agree(Knowledge known, Values held, List<Sent> given) {
        for (var sent : given) {
            var there = held.get(sent.field());
            var mine = Spelling.same(sent.sent(), there) ? there : sent.sent();
            if (there.isAbsent() || mine.isAbsent() || sent.otherHeld().isAbsent() || isSentSince(known, sent)) continue;
            var other = sent.side().other();
            known.pair = known.pair.withBaselines(
                with(known.pair, Side.SOURCE, sent, Side.SOURCE == other ? others(known, sent) : mine),
                with(known.pair, Side.TARGET, sent, Side.TARGET == other ? others(known, sent) : mine));
        }
    }

    private static Baseline with(Pair pair, Side side, Sent sent, Value<?> value) { return pair.baseline(side).with(sent.part(), sent.field(), value); }

    /**
     * What the other side held then. Where it has agreed on something else since, with a record that is gone by now, it has moved, also if it
     * moved back: then it is the one of the two that it does not hold.
     */
    private static Value<?> others(Knowledge known, Sent sent) {
        var since = known.pair.baseline(sent.side().other()).of(sent.part(), sent.field());
        boolean isBack = !since.isAbsent() && sent.otherHeld().equals(now(known, sent));
        return isBack ? since : sent.otherHeld();
    }

    private static Value<?> now(Knowledge known, Sent sent) {
        return Optional.ofNullable(known.seen.get(sent.side().other())).flatMap(seen -> held(known, seen, sent.part()))
            .<Value<?>>map(values -> values.get(sent.field())).orElse(Value.absent());
    }
}
