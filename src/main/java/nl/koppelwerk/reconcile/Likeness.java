package nl.koppelwerk.reconcile;

import java.util.stream.Collectors;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sighting;

/** Whether two records that share a key are one relation: the strongest key that both have decides. */
enum Likeness {
    SAME,
    /** A stronger key than the one they share tells them apart: a company with another registration number, but the same e-mail address. */
    ANOTHER,
    /** The record names another one as its partner. */
    CLAIMED;

    static Likeness of(Rules rules, Sighting one, Sighting other) {
        var theirs = rules.identity(other.side(), other.root(), other.relation()).stream()
            .collect(Collectors.toMap(MatchKey::kind, MatchKey::value, (first, second) -> first));
        var mine = rules.identity(one.side(), one.root(), one.relation());
        for (var key : mine)
            // Who stands along with another one is not told apart by that one's key.
            if (theirs.containsKey(key.kind()) && !MatchKey.isAlong(key.kind()))
                return theirs.get(key.kind()).equals(key.value()) ? SAME : rules.isReference(key.kind()) ? CLAIMED : ANOTHER;
        return SAME;
    }
}
