package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** What stands in the other system that a create may have made of which nobody knows the outcome, or that somebody else made meanwhile. */
final class RootInDoubt {

    private final Knowledge known;
    private final Situation situation;
    private final Step.Write write;

    RootInDoubt(Knowledge known, Step.Write write) {
        this.known = known;
        this.situation = known.situation;
        this.write = write;
    }

    /** How it is looked for; empty where nothing tells what it made from any other record. Of what is gone by now the keys are those that were sent. */
    Optional<Step> asks() {
        Side bornAt = write.side().other();
        if (born().isEmpty() && !known.readNow.contains(bornAt)) return Optional.of(new Step.Read(bornAt, mine(), write.rootKind(), false));
        var keys = born().isPresent() ? keys() : sent();
        if (keys.isEmpty() && write.reference().isEmpty()) return Optional.empty();
        return Optional.of(new Step.Search(write.side(), write.rootKind(), keys, Optional.of(write.reference()).filter(r -> !r.isEmpty())).now());
    }

    boolean isLookedFor() { return known.candidates.isPresent(); }

    /** What it may have made. */
    List<Answer.Candidate> found() {
        int weakest = weakest();
        return free().filter(found -> found.key() <= weakest).toList();
    }

    /** What stands there under the strongest of the keys that find anything, whoever made it. */
    List<Answer.Candidate> strongest() {
        int best = free().mapToInt(Answer.Candidate::key).min().orElse(0);
        return free().filter(found -> found.key() == best).toList();
    }

    /** Whatever it made is found by our own reference, before any other key. */
    boolean isByReference() {
        return keys().stream().findFirst().filter(key -> situation.rules().isReference(key.kind()) && key.value().equals(write.reference())).isPresent();
    }

    boolean isReferred(Answer.Candidate one) { return isByReference() && one.key() == 0; }

    /** To be read before it is taken for what was made: somebody else may have made it, with values of his own. */
    Optional<Step> looksAt(Answer.Candidate one) {
        return known.readNow.contains(write.side()) ? Optional.empty() : Optional.of(new Step.Read(write.side(), one.root(), write.rootKind(), true));
    }

    /** It was found, and is not there any more. */
    boolean isGone() { return known.readNow.contains(write.side()) && !known.seen.containsKey(write.side()); }

    /** What was read of it holds what was sent. */
    boolean isMade() {
        return Optional.ofNullable(known.seen.get(write.side())).filter(seen -> GivenUp.isMade(situation.rules(), seen, write.values())).isPresent();
    }

    Settlement twins(List<Answer.Candidate> found) {
        var shown = found.stream().collect(Collectors.toMap(Answer.Candidate::root, twin -> new Question.Both(null, twin.root())));
        return Settling.asked(known, new Question(known.named(ReasonCode.CREATE_IN_DOUBT_TWICE, write.side()), shown));
    }

    Settlement unknown() {
        var both = Map.of("", new Question.Both(situation.pair().source(), situation.pair().target()));
        return Settling.asked(known, new Question(known.named(ReasonCode.CREATE_UNKNOWN, write.side()), both));
    }

    private Stream<Answer.Candidate> free() {
        return known.candidates.stream().flatMap(List::stream).filter(found -> !known.isNoPartner(found) && !known.claimed.contains(found.root()))
            .filter(found -> found.partner().isEmpty() || found.partner().equals(mine()));
    }

    private String mine() { return situation.pair().root(write.side().other()).orElse(""); }

    private Optional<Sighting> born() {
        Side side = write.side().other();
        return Optional.ofNullable(situation.lastKnown().getOrDefault(side, known.seen.get(side)));
    }

    private List<MatchKey> keys() { return born().map(seen -> situation.rules().identity(seen.side(), seen.root(), seen.relation())).orElse(List.of()); }

    private List<MatchKey> sent() { return situation.rules().identity(write.side(), "", new Relation(write.rootKind(), write.values(), List.of())); }

    /**
     * What it made has the strongest key that was sent, or our reference: a record that shares a weaker one only stood there before, and was
     * not taken for its partner. Where that key was changed since, any may have found it.
     */
    private int weakest() {
        var now = keys();
        if (!now.isEmpty() && now.get(0).value().equals(write.reference())) return 0;
        int strongest = sent().isEmpty() ? -1 : now.indexOf(sent().get(0));
        return strongest < 0 ? Integer.MAX_VALUE : strongest;
    }
}
