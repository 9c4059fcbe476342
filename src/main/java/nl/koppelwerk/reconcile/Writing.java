package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sent;

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
