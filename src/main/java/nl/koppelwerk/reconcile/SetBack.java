package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * Changes of the target alone whose place our write took, where the source rules. Said by the look that sees the write taken over, which may
 * be a later one than wrote: an answer may be lost, and a vendor may show late what it took.
 */
final class SetBack {

    private final Knowledge known;
    private final Pair now;
    private final List<Sent> written = new ArrayList<>();

    private SetBack(Knowledge known, Pair now) {
        this.known = known;
        this.now = now;
        Stream.of(known.situation.pair().recent(), known.landed, known.sent).flatMap(List::stream).filter(sent -> sent.side() == Side.TARGET).forEach(written::add);
    }

    /** @param now the pair as this look leaves it */
    static List<Reason> reasons(Knowledge known, Pair now) {
        var setBack = new SetBack(known, now);
        return setBack.written.stream().filter(sent -> !sent.confirmed() && setBack.isRuled(sent) && setBack.isTakenOver(sent) && setBack.isOverDrift(sent))
            .map(sent -> known.named(ReasonCode.DRIFT_OVERWRITTEN, Side.TARGET).about(sent.part().subject(sent.field()))).distinct().toList();
    }

    private boolean isRuled(Sent sent) {
        boolean isWanted = known.situation.wanted().stream().anyMatch(wanted -> wanted instanceof Wanted.Put put && sent.isOf(put.side(), put.part(), put.field()) && Spelling.same(put.value(), sent.sent())
            && put.held().equals(sent.old()));
        return !isWanted && known.situation.rules().rule(sent.part().kind(), sent.field()).policy() == Policy.SOURCE_RULES;
    }

    /** It stands there, or stood there until the next write of ours. */
    private boolean isTakenOver(Sent sent) {
        boolean isAwaited = now.recent().stream().anyMatch(other -> isSameField(other, sent) && !other.confirmed());
        return !isAwaited && isHeld(sent) || written.stream().dropWhile(later -> later != sent).anyMatch(later -> isSameField(later, sent) && Spelling.same(later.old(), sent.sent()));
    }

    private boolean isHeld(Sent sent) { return Spelling.same(now.baseline(Side.TARGET).of(sent.part(), sent.field()), sent.sent()); }

    /** What stood there was neither what the two had agreed on nor what an earlier write of ours had put there. */
    private boolean isOverDrift(Sent sent) {
        Value<?> agreed = known.situation.pair().baseline(Side.TARGET).of(sent.part(), sent.field());
        List<Value<?>> ours = new ArrayList<>(agreed.isAbsent() ? givenUp(sent) : List.of());
        written.stream().takeWhile(earlier -> earlier != sent).filter(earlier -> isSameField(earlier, sent)).map(Sent::sent).forEach(ours::add);
        boolean isFirst = agreed.isAbsent() && ours.isEmpty();
        return !isFirst && !sent.old().isAbsent() && !sent.old().equals(agreed) && ours.stream().noneMatch(value -> Spelling.same(value, sent.old()));
    }

    /** What a create was sent that was given up and came through after all, before anything was agreed on. */
    private List<Value<?>> givenUp(Sent sent) {
        boolean isFirst = known.created || !known.sent.contains(sent);
        return isFirst ? List.of() : known.situation.watches().stream().flatMap(watch -> watch.given().stream()).flatMap(List::stream).filter(given -> isSameField(given, sent)).<Value<?>>map(Sent::sent).toList();
    }

    private static boolean isSameField(Sent one, Sent other) { return one.isOf(other.side(), other.part(), other.field()); }
}
