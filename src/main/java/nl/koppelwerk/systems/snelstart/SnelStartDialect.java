package nl.koppelwerk.systems.snelstart;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.TableDialect;

/** SnelStart has no versions and remembers no create; an update reads and compares by itself, right before it writes. */
final class SnelStartDialect extends TableDialect {

    private final SnelStartChoices choices;

    SnelStartDialect(References references, SnelStartChoices choices) {
        super(references);
        this.choices = choices;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return SnelStartTables.table(root, part); }

    @Override public String system() { return SnelStartConnector.ID; }

    @Override public String label() { return SnelStartConnector.LABEL; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return false; }

    @Override public Doubt doubt() { return Doubt.KEYS; }

    @Override public Duration visibilityDelay() { return choices.visibilityDelay(); }
}
