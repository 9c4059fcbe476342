package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** What a pair remembers of a write: of each field the last one, and what the one before it had been agreed as where somebody changed that in between. */
final class Writing {

    private Writing() {}

    static Pair remember(Pair pair, List<Sent> written) {
        var now = pair;
        for (var sent : written) now = remember(now, sent);
        return now;
    }

    private static Pair remember(Pair pair, Sent sent) {
        var recent = new ArrayList<>(pair.recent());
        var earlier = recent.stream().filter(one -> one.isOf(sent.side(), sent.part(), sent.field())).findFirst();
        earlier.ifPresent(recent::remove);
        recent.add(sent);
        return earlier.filter(one -> isChangedSince(one, sent)).map(one -> agreed(pair, one)).orElse(pair).withRecent(recent);
    }

    /** Whoever goes by the number that a record named until now was taken for a duplicate of its partner. */
    static void visitFormer(Knowledge known, List<Sent> written) {
        var rules = known.situation.rules();
        for (var sent : written)
            if (sent.part().equals(PartKey.ROOT) && rules.rule(PartKind.ROOT, sent.field()).namesPartner() && sent.old().isFilled()) {
                var named = new Relation(Kind.ORGANISATION, Values.NONE, List.of(), Set.of(), Map.of(), sent.old().text(), Set.of());
                rules.identity(sent.side(), "", named).stream().filter(key -> rules.isReference(key.kind()))
                    .forEach(key -> known.visits.add(new Settlement.Visit(sent.side().other(), key.value(), null)));
            }
    }

    /** It was never seen taken over, and what stood there is neither it nor what it replaced. */
    private static boolean isChangedSince(Sent earlier, Sent sent) {
        return !earlier.confirmed() && !earlier.otherHeld().isAbsent() && !sent.old().equals(earlier.old()) && !Spelling.same(sent.old(), earlier.sent());
    }

    private static Pair agreed(Pair pair, Sent earlier) {
        var findings = new Findings(pair);
        findings.base(earlier.side(), earlier.part(), earlier.field(), earlier.sent());
        findings.base(earlier.side().other(), earlier.part(), earlier.field(), earlier.otherHeld());
        return pair.withBaselines(findings.source, findings.target);
    }
}
