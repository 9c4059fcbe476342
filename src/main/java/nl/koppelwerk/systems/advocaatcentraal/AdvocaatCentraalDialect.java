package nl.koppelwerk.systems.advocaatcentraal;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.TableDialect;

/** Everything is born in AdvocaatCentraal itself; an update names the version it was decided on. */
final class AdvocaatCentraalDialect extends TableDialect {

    private final Duration visibilityDelay;

    AdvocaatCentraalDialect(References references, Duration visibilityDelay) {
        super(references);
        this.visibilityDelay = visibilityDelay;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return AdvocaatCentraalTables.table(root, part); }

    @Override public String system() { return AdvocaatCentraalConnector.ID; }

    @Override public String label() { return AdvocaatCentraalConnector.LABEL; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return Doubt.NONE; }

    @Override public Duration visibilityDelay() { return visibilityDelay; }
}
