package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Surveys;
import nl.koppelwerk.ledger.Surveys.Found;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.reconcile.Readiness.Verdict;
import nl.koppelwerk.systems.Connector.Page;

/** Keeps what a run shows that only looks; nothing of it becomes an observation or a notice. */
@Singleton
public final class Surveying {

    private final Surveys surveys;

    @Inject
    public Surveying(Surveys surveys) { this.surveys = surveys; }

    void take(Run run, Rules rules, Page page) {
        surveys.found(run, page.rows().stream().filter(row -> rules.isWorn(row.side(), row.relation())).map(row -> found(rules, row)).toList());
    }

    private static Found found(Rules rules, Sighting seen) {
        // Of the target nothing is asked: a backup keeps what stands there.
        var readiness = seen.side() == Side.SOURCE ? Readiness.of(rules, seen) : new Readiness(Verdict.READY, List.of());
        var keys = readiness.verdict() == Verdict.OUT_OF_SCOPE ? List.<nl.koppelwerk.link.MatchKey>of() : rules.identity(seen.side(), seen.root(), seen.relation());
        return new Found(seen, readiness, keys);
    }
}
