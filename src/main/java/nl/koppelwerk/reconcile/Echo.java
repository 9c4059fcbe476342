package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/**
 * Tells what came of our own recent write of a field from what a person did since: taken over (and its spelling learnt),
 * not visible yet, not taken over, or something else altogether.
 */
final class Echo {

    private final Knowledge known;
    private final Findings findings;

    Echo(Knowledge known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** @return false when this field is to be left alone in this look */
    boolean judge(PartKey part, Field<?> field, Side side, Value<?> held) {
        Optional<Sent> found = known.pair.recent().stream().filter(sent -> sent.isOf(side, part, field)).findFirst();
        return found.isEmpty() || judge(found.get(), held);
    }

    /**
     * What this look saw of our earlier writes, also where it is cut short: what a person does to a field after it was seen taken over
     * is an edit, never taken for a write that was not.
     */
    static Pair confirmed(Knowledge known) {
        var findings = new Findings(known.pair);
        var echo = new Echo(known, findings);
        for (var sent : known.pair.recent()) {
            var held = sent.confirmed() ? Value.absent() : echo.read(sent);
            if (Spelling.same(sent.sent(), held)) echo.takenOver(sent, held);
            else findings.recent.add(sent);
        }
        return known.pair.withBaselines(findings.source, findings.target).withRecent(findings.recent);
    }

    /** What a read of this look, or the answer to a write of it, shows in that field. */
    private Value<?> read(Sent sent) {
        Side side = sent.side();
        if (!known.readNow.contains(side) || known.unconfirmed.contains(side) || !known.seen.containsKey(side)) return Value.absent();
        return shown(known.situation.rules(), known.pair, known.seen.get(side), sent);
    }

    static Value<?> shown(Rules rules, Pair pair, Sighting seen, Sent sent) {
        Relation view = rules.view(seen.side(), pair.facet(), seen.relation());
        if (sent.part().equals(PartKey.ROOT)) return view.values().get(sent.field());
        return pair.partners(sent.part()).flatMap(partners -> view.parts().stream()
            .filter(part -> part.kind() == sent.part().kind() && part.id().equals(partners.on(seen.side()))).findFirst())
            .<Value<?>>map(part -> part.values().get(sent.field())).orElse(Value.absent());
    }

    private boolean judge(Sent sent, Value<?> held) {
        if (Spelling.same(sent.sent(), held)) return takenOver(sent, held);
        boolean old = held.equals(sent.old());
        if ((old || isOlder(sent, held)) && isYoung(sent)) return notVisibleYet(sent);
        if (sent.confirmed()) return true;
        agreed(sent, held);
        if (old) return stand(sent, ReasonCode.NOT_TAKEN_OVER);
        if (sentNow(sent)) return stand(sent, ReasonCode.ANSWERED_OTHERWISE);
        base(sent, sent.sent());
        return true;
    }

    /** What stood there before somebody changed it, and our write set that back. */
    private boolean isOlder(Sent sent, Value<?> held) {
        boolean setsBack = known.situation.rules().rule(sent.part().kind(), sent.field()).policy() == Policy.SOURCE_RULES;
        return setsBack && held.equals(findings.baseline(sent.side()).of(sent.part(), sent.field()));
    }

    private boolean takenOver(Sent sent, Value<?> held) {
        if (!sent.confirmed()) agreed(sent, held);
        if (isYoung(sent) || isOfImport(sent)) findings.recent.add(sent.seen());
        return true;
    }

    /** Whoever applied it waits to hear whether it was written, whatever somebody types there by then. */
    private boolean isOfImport(Sent sent) {
        return known.situation.wanted().stream().anyMatch(want -> want instanceof Wanted.Carry carry && carry.isWritten(sent));
    }

    private boolean notVisibleYet(Sent sent) {
        findings.recent.add(sent);
        findings.lookAgainAt(sent.side(), sent.at().plus(delay(sent)));
        return false;
    }

    /** Both sides agreed when it was sent: on what the other side held then, in the form that this side answers with. */
    private void agreed(Sent sent, Value<?> held) {
        base(sent, held);
        if (!sent.otherHeld().isAbsent() && !isWrittenThereSince(sent)) findings.base(sent.side().other(), sent.part(), sent.field(), sent.otherHeld());
    }

    /** Both sides of one field may be restored: what the other one held then stands there no more. */
    private boolean isWrittenThereSince(Sent sent) {
        return known.pair.recent().stream().anyMatch(other -> other.isOf(sent.side().other(), sent.part(), sent.field()) && !other.at().isBefore(sent.at()));
    }

    private void base(Sent sent, Value<?> held) { findings.base(sent.side(), sent.part(), sent.field(), held); }

    private boolean stand(Sent sent, ReasonCode code) {
        String subject = sent.part().subject(sent.field());
        findings.stand(subject, new Reason(code, subject, Map.of("system", known.situation.rules().dialect(sent.side()).label())));
        return true;
    }

    private boolean sentNow(Sent sent) { return known.sentNow.contains(sent.side() + " " + sent.part().subject(sent.field())); }

    /** What was read then may be older than our write; a worker that froze since does not make it newer. */
    private boolean isYoung(Sent sent) { return shownAt(sent.side()).isBefore(sent.at().plus(delay(sent))); }

    private Instant shownAt(Side side) {
        var now = known.situation.now();
        var seen = known.readNow.contains(side) ? known.seen.get(side) : null;
        return seen == null || seen.askedAt().isAfter(now) ? now : seen.askedAt();
    }

    private java.time.Duration delay(Sent sent) { return known.situation.rules().dialect(sent.side()).visibilityDelay(); }
}
