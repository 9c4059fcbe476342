package nl.koppelwerk.systems.clickmate;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.systems.TableDialect;

/** Clickmate refuses a stale version, and answers the same idempotency key with the same record. */
final class ClickmateDialect extends TableDialect {

    private static final Duration KEY_LIFE = Duration.ofHours(23);

    private final ClickmateChoices choices;

    ClickmateDialect(References references, ClickmateChoices choices) {
        super(references);
        this.choices = choices;
    }

    /** The number in e-conomic stands among the references to other systems. */
    @Override public boolean knows(Kind root, PartKind part, Field<?> field) {
        return field.equals(Fields.NUMBER) ? part == PartKind.ROOT : super.knows(root, part, field);
    }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return field.equals(Fields.NUMBER) ? value : super.form(root, part, field, value);
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return choices.table(root, part); }

    @Override public String system() { return ClickmateConnector.ID; }

    @Override public String label() { return ClickmateConnector.LABEL; }

    /** A customer and a contact hold no records inside them. */
    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return choices.keepsKeys() ? Doubt.IDEMPOTENCY_KEY : Doubt.KEYS; }

    /** It keeps a key for a day; a call may take its time, so the last hour is not counted on. */
    @Override public Duration keyLife() { return KEY_LIFE; }

    @Override public Duration visibilityDelay() { return choices.visibilityDelay(); }
}
