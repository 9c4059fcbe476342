package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.FormerId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.reconcile.Settlement.Verdict;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** What the questions and answers of this look amount to so far: both sides as they are now, our own writes laid over them. */
final class Knowledge {

    final Situation situation;
    final Map<Side, Sighting> seen = new EnumMap<>(Side.class);
    final Set<Side> readNow = EnumSet.noneOf(Side.class);
    final Set<Side> gone = EnumSet.noneOf(Side.class);
    /** What this look read last, before any write of ours was laid over it. */
    final Map<Side, Sighting> shown = new EnumMap<>(Side.class);
    /** What was read under ids that this root is told to have had; empty where nothing is there. */
    final Map<String, Optional<Sighting>> formerly = new HashMap<>();
    final Set<Side> unconfirmed = EnumSet.noneOf(Side.class);
    /** Partners that are gone and that a person released: no candidates any more, whatever an index still knows. */
    final Set<String> givenUp = new HashSet<>();
    final Map<Side, Integer> stale = new EnumMap<>(Side.class);
    /** Refused writes by side and target, and what the vendor said of them. */
    final Map<String, Refusal> refused = new HashMap<>();
    final Set<String> sentNow = new HashSet<>();
    /** What earlier looks had sent and this one found to have come through. */
    final List<Sent> landed = new ArrayList<>();
    /** What this look wrote, in its order. */
    final List<Sent> sent = new ArrayList<>();
    /** What stood in a field before the first write of this look. */
    final Map<String, Value<?>> overwritten = new HashMap<>();
    /** What applied plans want and this look leaves for a later one. */
    final Set<String> stillWanted = new HashSet<>();
    /** What was wanted, by what this look found become of it. */
    final Map<String, Settlement.Outcome> cameTo = new HashMap<>();
    /** What was answered to creates that were sent again, by delivery. */
    final Map<String, Answer> repeated = new HashMap<>();
    final List<Verdict> verdicts = new ArrayList<>();
    Pair pair;
    Optional<List<Answer.Candidate>> candidates = Optional.empty();
    /** The candidates are all that there are, also of those that the other side got a moment ago. */
    boolean candidatesAreAll;
    Optional<String> foldsIn = Optional.empty();
    /** Candidates that name another record as their partner. */
    final Set<String> claimed = new HashSet<>();
    List<String> movedTo = List.of();
    final List<Settlement.Visit> visits = new ArrayList<>();
    /** A create for the partner was given up: what was sent then stands with the row that is taken in, and the next look knows it. */
    boolean meetsGivenUp;
    boolean braked;
    boolean created;
    int writes;
    /** When the answer that is being learnt came. */
    Instant answeredAt;
    Obstacle obstacle;

    /** Why this look cannot go on now. */
    record Obstacle(Reason reason, Settlement.Again again) {}

    record Refusal(Step.Write write, List<Reason> reasons) {}

    private Knowledge(Situation situation) {
        this.situation = situation;
        this.pair = Cutting.asWanted(situation);
        // A person chose between the values as both systems held them a moment ago, which is not what was stored of them.
        if (!isChosenBetween()) situation.stored().forEach((side, sighting) -> {
            boolean awaited = pair.recent().stream().anyMatch(sent -> sent.side() == side && !sent.confirmed());
            if (!awaited && !mayBeOlder(sighting) && !pair.gone().contains(side) && pair.root(side).filter(sighting.root()::equals).isPresent()) seen.put(side, sighting);
        });
        gone.addAll(pair.gone());
    }

    /** Asked for before our last write there shows, and that write is not laid over it; what shows all that was written is new enough. */
    private boolean mayBeOlder(Sighting sighting) {
        var written = pair.recent().stream().filter(sent -> sent.side() == sighting.side()).toList();
        boolean isSoon = sighting.askedAt().isBefore(shownFrom(sighting.side())) && written.stream().noneMatch(sent -> isAt(sent, sighting));
        return isSoon && !written.stream().allMatch(sent -> Spelling.same(sent.sent(), Echo.shown(situation.rules(), pair, sighting, sent)));
    }

    /** What a write has left is known as of its answer; a ledger keeps no nanoseconds. */
    private static boolean isAt(Sent sent, Sighting sighting) { return Duration.between(sent.at(), sighting.askedAt()).abs().toMillis() == 0; }

    static Knowledge of(Situation situation) {
        var knowledge = new Knowledge(situation);
        var learnt = situation.learnt();
        for (int i = 0; i < learnt.size(); i++) {
            // the next question is asked as soon as an answer is there
            knowledge.answeredAt = i + 1 < learnt.size() ? learnt.get(i + 1).askedAt() : situation.now();
            Learning.learn(knowledge, learnt.get(i));
        }
        return knowledge;
    }

    boolean isRefused(Side side, String target) { return refused.containsKey(side + " " + target); }

    /** A reason about the whole relation that names a system. */
    Reason named(ReasonCode code, Side side) {
        return new Reason(code, "", Map.of("system", situation.rules().dialect(side).label()));
    }

    /** A person wants the two to be left apart. */
    Optional<Reason> cut() { return Optional.ofNullable(pair.standing().get("")).filter(reason -> reason.code() == ReasonCode.PAIR_CUT); }

    /** What that side holds fails its check. */
    Reason invalid(Value.Invalid<?> held, Side side, String subject) { return named(held.reason(), side).about(subject).with("answer", subject); }

    private boolean isChosenBetween() { return situation.answered().stream().anyMatch(answer -> answer.choice() != Question.Choice.RELEASE); }

    /** Of several records a person chose this one. */
    boolean isChosen(ReasonCode code, Answer.Candidate candidate) {
        return situation.answered().stream().anyMatch(answer -> answer.code() == code && candidate.root().equals(answer.value()));
    }

    /** A person let it happen. */
    boolean isReleased(ReasonCode code) { return situation.isReleased(code); }

    /** A person let it happen, for that subject. */
    boolean isReleased(ReasonCode code, String subject) {
        return situation.answered().stream().anyMatch(answer -> answer.code() == code && answer.choice() == Question.Choice.RELEASE
            && answer.subject().equals(subject));
    }

    /** A person said that the two are two. */
    boolean isApart(ReasonCode code) {
        return situation.answered().stream().anyMatch(answer -> answer.code() == code && answer.choice() == Question.Choice.APART);
    }

    /** What stood under that id is gone; whatever stands there now is none of this pair. */
    void lose(Side side) {
        pair = pair.withRoot(side, FormerId.of(seen.get(side).root(), Long.toString(situation.now().toEpochMilli())));
        seen.remove(side);
        gone.add(side);
    }

    /** While nothing was made in its place, the record that is left goes on knowing that the id which it names is another's. */
    Settlement keepingFormer(Settlement settlement) {
        var kept = settlement.pair();
        for (var side : Side.values()) {
            var former = situation.pair().root(side).filter(FormerId::is);
            if (former.isPresent() && kept.root(side).isEmpty()) kept = kept.withRoot(side, former.get()).withGone(side, true);
        }
        return settlement.with(kept);
    }

    Settlement visiting(Settlement settlement) {
        var all = Stream.of(settlement.visits(), visits, freed(settlement)).flatMap(List::stream).toList();
        return all.equals(settlement.visits()) ? settlement : settlement.watching(settlement.looked(), all);
    }

    /** Whoever goes by the id that a record named as its partner's until now was taken for a duplicate of that one. */
    private List<Settlement.Visit> freed(Settlement settlement) {
        return settlement.sightings().stream().flatMap(seen -> Stream.ofNullable(situation.looked().get(seen.side())).filter(before -> before.root().equals(seen.root()))
            .flatMap(before -> references(before).filter(key -> references(seen).noneMatch(key::equals)))
            .map(key -> new Settlement.Visit(seen.side().other(), key.value(), null))).toList();
    }

    /** Ids of the other side that it names; its own is none. */
    private Stream<MatchKey> references(Sighting seen) {
        boolean isReferring = !seen.relation().reference().isEmpty();
        return isReferring ? situation.rules().identity(seen.side(), seen.root(), seen.relation()).stream()
            .filter(key -> situation.rules().isReference(key.kind()) && !key.value().equals(seen.root())) : Stream.empty();
    }

    /** Given up by a person, or what is left of a pair whose other half had this id before its system gave it away again. */
    boolean isNoPartner(Answer.Candidate found) {
        return givenUp.contains(found.root()) || givenUp.stream().anyMatch(former -> FormerId.isOf(former, found.root()))
            || FormerId.isOf(found.partner(), situation.root());
    }

    /** From when on a read of that side shows all that we wrote: before, a record that we made may seem not to be there. */
    Instant shownFrom(Side side) {
        var delay = situation.rules().dialect(side).visibilityDelay();
        return pair.recent().stream().filter(sent -> sent.side() == side).map(sent -> sent.at().plus(delay)).max(Instant::compareTo).orElse(Instant.MIN);
    }

    /** What the link takes the record of that side for. */
    Kind kind(Side side) { return situation.rules().view(side, pair.facet(), seen.get(side).relation()).kind(); }

    Sighting source() { return seen.get(Side.SOURCE); }

    Sighting target() { return seen.get(Side.TARGET); }
}
