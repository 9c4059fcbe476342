package nl.koppelwerk.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** What becomes of a root that has no partner yet: adopted, born on the other side, or left with a reason (engine.md section 3, 2 and 3). */
final class Matching {

    private final Knowledge known;
    private final Situation situation;
    private final Rules rules;
    private final Side side;

    Matching(Knowledge known) {
        this.known = known;
        this.situation = known.situation;
        this.rules = situation.rules();
        this.side = situation.side();
    }

    /** The step that is due, or empty when {@code known.pair} has its partner now. */
    Optional<Step> next() {
        Sighting seen = known.seen.get(side);
        if (situation.openCreate() == OpenCreate.WAITING) return settle(Settling.wait(known, new Reason(ReasonCode.WAITS_FOR_OPEN_CREATE)));
        if (situation.openCreate() == OpenCreate.ASKED_ABOUT)
            return settle(Settling.ended(known, State.HELD, Outcome.HELD, List.of(known.named(ReasonCode.WAITS_FOR_ANSWER, side))));
        var renumbered = new Renumbering(known).next();
        if (renumbered.isPresent()) return renumbered;
        List<MatchKey> keys = rules.identity(side, seen.root(), seen.relation());
        if (keys.isEmpty()) return unmatched(seen);
        if (known.candidates.isEmpty()) return Optional.of(search(seen, keys));
        return matched(seen, strongest(known.candidates.get().stream().filter(found -> !known.isNoPartner(found)).toList()));
    }

    /** Keys are asked in their order: what only a weaker one finds does not count beside what a stronger one found. */
    private static List<Candidate> strongest(List<Candidate> found) {
        int best = found.stream().mapToInt(Candidate::key).min().orElse(0);
        return found.stream().filter(one -> one.key() == best).toList();
    }

    private Step.Search search(Sighting seen, List<MatchKey> keys) { return new Step.Search(side.other(), seen.relation().kind(), keys, reference(seen)); }

    private Optional<String> reference(Sighting seen) {
        return side == Side.SOURCE ? rules.ownReference(seen.root()) : Optional.empty();
    }

    private Optional<Step> matched(Sighting seen, List<Candidate> found) {
        var others = found.stream().filter(c -> !c.partner().isEmpty() && !c.partner().equals(seen.root())).toList();
        if (found.isEmpty() || isNone(seen, found)) return unmatched(seen);
        if (isHeldAlong(seen, found)) return settle(Settling.outOfScope(known, List.of(known.named(ReasonCode.PARTNER_OF_DOSSIER, side.other()).with("other", found.get(0).root()))));
        var chosen = found.stream().filter(c -> !others.contains(c) && known.isChosen(ReasonCode.AMBIGUOUS_MATCH, c)).findFirst();
        if (chosen.isPresent()) return adopt(chosen.get());
        var doubted = others.stream().filter(Candidate::doubted).findFirst();
        if (doubted.isPresent()) return twin(seen, doubted.get());
        if (!others.isEmpty()) return ask(known.named(ReasonCode.DUPLICATE_AT_SOURCE, side.other()).with("other", others.get(0).partner()), found);
        if (found.size() > 1 || known.claimed.contains(found.get(0).root()) || isToldApart(found.get(0))) return ask(known.named(ReasonCode.AMBIGUOUS_MATCH, side.other()), found);
        return adopt(found.get(0));
    }

    /** Two companies that share an e-mail address: neither is taken for the other one, nor made beside it, whichever is looked at first. */
    private boolean isToldApart(Candidate found) { return found.otherwise().stream().anyMatch(rules::asksWhereOther); }

    /** A person said that it is none of these; where a reference says otherwise that does not help. */
    private boolean isNone(Sighting seen, List<Candidate> found) {
        boolean isSaid = known.isReleased(ReasonCode.AMBIGUOUS_MATCH) || known.isReleased(ReasonCode.DUPLICATE_AT_SOURCE);
        return isSaid && !rules.isReference(rules.identity(side, seen.root(), seen.relation()).get(found.get(0).key()).kind());
    }

    /** The strongest key that found anything is one of those under which a record of the other side holds this one along with its own. */
    private boolean isHeldAlong(Sighting seen, List<Candidate> found) {
        return rules.identity(side, seen.root(), seen.relation()).stream().skip(found.get(0).key()).findFirst().filter(key -> MatchKey.isAlong(key.kind())).isPresent();
    }

    /** A create of the other's partner was in doubt: this may be what it made, late. */
    private Optional<Step> twin(Sighting seen, Candidate other) {
        var stands = known.pair.standing().get("");
        Reason reason = PartTwins.twin(known, side, other.partner(), seen.root());
        if (stands == null && !known.isReleased(ReasonCode.LATE_TWIN)) return settle(Settling.asked(known, PartTwins.question(reason, other.root())));
        var two = new Reason(ReasonCode.NO_TWIN, "", reason.details());
        known.pair = known.pair.withStanding(Map.of("", two));
        return settle(Settling.outOfScope(known, List.of(two)));
    }

    private Optional<Step> adopt(Candidate partner) {
        known.pair = known.pair.withRoot(side.other(), partner.root());
        known.foldsIn = Optional.of(partner.relationId()).filter(id -> !id.isEmpty());
        return Optional.empty();
    }

    private Optional<Step> unmatched(Sighting seen) {
        List<Reason> reasons = rules.notBorn(side, seen.relation());
        if (!reasons.isEmpty()) return settle(Settling.outOfScope(known, reasons));
        var byHand = known.isReleased(ReasonCode.NOT_AUTOMATIC) ? List.<Reason>of() : rules.waitsForHand(side, seen.relation(), false);
        var carried = side == Side.SOURCE ? new Carrying(known).born(seen) : Optional.<Relation>empty();
        // an import waits for a budget, and what it showed may have moved by then
        if (carried.isPresent() && !known.readNow.contains(side)) return Optional.of(new Step.Read(side, seen.root(), seen.relation().kind(), false));
        if (!byHand.isEmpty() && carried.isEmpty()) return settle(Settling.outOfScope(known, byHand));
        if (!rules.bears(side.other(), PartKind.ROOT)) {
            String system = rules.dialect(side.other()).label();
            return settle(Settling.outOfScope(known, List.of(new Reason(ReasonCode.NEW_ONLY_AT_SOURCE, "", Map.of("system", system)))));
        }
        return birth(seen, carried.orElseGet(() -> rules.view(side, known.pair.facet(), seen.relation())));
    }

    private Optional<Step> birth(Sighting seen, Relation view) {
        var findings = new Findings(known.pair);
        var writes = new Writes(known);
        Step.Write create = writes.root(side.other(), view, rules.ownReference(seen.root()).orElse(""), findings);
        var missing = writes.missing(side.other(), PartKind.ROOT, create.values());
        missing.stream().filter(reason -> Writes.isNews(reason, findings)).forEach(findings.reasons::add);
        boolean refuses = !missing.isEmpty() || rules.refusesInvalid() && !findings.reasons.isEmpty();
        if (refuses) return settle(Settling.ended(known, State.REFUSED, Outcome.REFUSED, findings.reasons));
        return known.isRefused(side.other(), create.target()) ? settle(Settling.vendorRefused(known)) : Optional.of(lookBefore(seen, create));
    }

    /** Where the vendor cannot be searched, somebody may have made it there since the hub last looked: it is asked for once more, right before it is made. */
    private Step lookBefore(Sighting seen, Step.Write create) {
        boolean mayHaveCome = known.candidates.isPresent() && !known.candidatesAreAll;
        return mayHaveCome ? search(seen, rules.identity(side, seen.root(), seen.relation())).now() : create;
    }

    private Optional<Step> ask(Reason reason, List<Candidate> found) {
        Map<String, Both> shown = new HashMap<>();
        found.forEach(c -> shown.put(c.root(), new Both(side == Side.SOURCE ? known.seen.get(side).root() : c.root(),
            side == Side.TARGET ? known.seen.get(side).root() : c.root())));
        return settle(Settling.asked(known, new Question(reason, shown)));
    }

    private static Optional<Step> settle(Settlement settlement) { return Optional.of(new Step.Settle(settlement)); }
}
