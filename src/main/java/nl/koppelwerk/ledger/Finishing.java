package nl.koppelwerk.ledger;

import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of a look, in one transaction. */
public interface Finishing {

    /**
     * Records a settlement whole: pair, baselines, observations, history, match keys, questions, deliveries, balance, notice.
     *
     * @return false when the claim is no longer ours, or the partner is paired with another by now; then nothing was recorded
     */
    boolean finish(Finish finish);

    /**
     * @param keys       canonical keys per side, for the index
     * @param words      folded words of the name, number and e-mail, for the search of the API
     * @param answer     the outcome of the look's only write, when it was not recorded yet
     * @param decision   what was asked, learnt and decided, as JSON, for explain; personal values masked
     */
    record Finish(Claim claim, String relation, long revision, Settlement settlement, Map<Side, List<MatchKey>> keys,
                  List<String> words, Optional<Answered> answer, String decision) {}

    record Answered(String delivery, Deliveries.Outcome outcome) {}
}
