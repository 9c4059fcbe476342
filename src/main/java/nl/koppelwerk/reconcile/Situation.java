package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.relation.ReasonCode;

/**
 * All that the core knows while it looks at one root.
 *
 * @param now        the ledger's clock when this step was asked for
 * @param side       the side of the notice
 * @param root       the root of the notice
 * @param pair       the pair as the ledger has it; one-sided until matched
 * @param stored     the stored observations that may still be used; a side that a hint made stale is not in it
 * @param lastKnown  the stored observations, stale or not, for identity only
 * @param looked     what each side held when a look last saw it; a listing may have brought a newer observation since
 * @param deliveries what earlier looks began and did not settle
 * @param openCreate whether a create of another relation towards this side could have made this root
 * @param partOf     roots that this id is a part of, by the part index as it is now; empty where the id is itself a known root
 * @param watches    creates of this relation that were in doubt and are settled
 * @param revision   how many looks of this root have ended before
 * @param answered   answers of people to open questions of this relation
 * @param wanted     what applied plans want of this relation
 * @param was        pairs of the roots that this one, which has none, is told to have been; the nearest first
 * @param learnt     the questions and answers of this look so far
 */
public record Situation(Instant now, Rules rules, Side side, String root, Pair pair, Map<Side, Sighting> stored,
                        Map<Side, Sighting> lastKnown, Map<Side, Sighting> looked, List<OpenDelivery> deliveries, OpenCreate openCreate,
                        List<String> partOf, List<Watch> watches, long revision, List<Question.Answered> answered, List<Wanted> wanted,
                        List<Predecessor> was, List<Exchange> learnt) {

    public Situation {
        learnt = List.copyOf(learnt);
    }

    /** Roots that the searches of this look have found. */
    public Set<String> found() {
        return learnt.stream().filter(exchange -> exchange.answer() instanceof Answer.Candidates)
            .flatMap(exchange -> ((Answer.Candidates) exchange.answer()).roots().stream()).map(Answer.Candidate::root).collect(Collectors.toSet());
    }

    boolean isReleased(ReasonCode code) {
        return answered.stream().anyMatch(answer -> answer.code() == code && answer.choice() == Question.Choice.RELEASE);
    }

    public Situation with(Exchange exchange, Instant newNow) {
        var more = new ArrayList<>(learnt);
        more.add(exchange);
        return new Situation(newNow, rules, side, root, pair, stored, lastKnown, looked, deliveries, openCreate, partOf, watches, revision, answered,
            wanted, was, more);
    }
}
