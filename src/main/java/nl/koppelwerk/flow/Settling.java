package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Finishing.Finish;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Settlement;

/** Turns a settlement into the one finishing transaction, and tells accounts, links and metrics what it means for them. */
@Singleton
public final class Settling {

    private final Finishing finishing;
    private final AccountBook accounts;
    private final Meters meters;

    @Inject
    public Settling(Finishing finishing, AccountBook accounts, Meters meters) {
        this.finishing = finishing;
        this.accounts = accounts;
        this.meters = meters;
    }

    /** Answers false when the claim is another's; then nothing was recorded. */
    boolean finish(Look look, Settlement settlement) {
        // Before the notice is due again, or every root of the account would be tried once.
        backOffWhereDenied(look);
        var finish = new Finish(look.claim, look.dossier.relation(), look.dossier.revision(), settlement, keys(look, settlement),
            words(look, settlement), Optional.ofNullable(look.unrecorded), Decision.of(look, settlement));
        if (!StoreFailure.watch(() -> finishing.finish(finish))) return false;
        meters.looked(look, settlement);
        return true;
    }

    private Map<Side, List<MatchKey>> keys(Look look, Settlement settlement) {
        var keys = new EnumMap<Side, List<MatchKey>>(Side.class);
        if (look.link == null) return keys;
        for (Sighting seen : settlement.sightings()) {
            keys.put(seen.side(), look.link.rules().identity(seen.side(), seen.root(), seen.relation()));
        }
        return keys;
    }

    /** Of both sides, so that a relation is found by the name that either of them knows. */
    private List<String> words(Look look, Settlement settlement) {
        var known = new EnumMap<Side, Sighting>(Side.class);
        known.putAll(look.dossier.lastKnown());
        settlement.sightings().forEach(seen -> known.put(seen.side(), seen));
        return SearchWords.of(known.values());
    }

    private void backOffWhereDenied(Look look) {
        for (var exchange : look.learnt()) {
            if (exchange.answer() instanceof Answer.Denied denied) accounts.rest(look.link.account(nl.koppelwerk.reconcile.Step.sideOf(exchange.step())), denied.reason());
        }
    }
}
