package nl.koppelwerk.systems.economic;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.TableDialect;

/** A create is known again by its key for an hour; an update reads and compares by itself, right before it writes. */
final class EconomicDialect extends TableDialect {

    private static final Duration KEY_LIFE = Duration.ofMinutes(55);

    private final EconomicChoices choices;

    EconomicDialect(References references, EconomicChoices choices) {
        super(references);
        this.choices = choices;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return EconomicTables.table(root, part); }

    @Override public String system() { return EconomicConnector.ID; }

    @Override public String label() { return EconomicConnector.LABEL; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return Doubt.IDEMPOTENCY_KEY; }

    /** It keeps a key for an hour; a call may take its time, so the last minutes are not counted on. */
    @Override public Duration keyLife() { return KEY_LIFE; }

    @Override public Duration visibilityDelay() { return choices.visibilityDelay(); }
}
