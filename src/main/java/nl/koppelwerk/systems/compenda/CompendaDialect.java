package nl.koppelwerk.systems.compenda;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.TableDialect;

/** Compenda is read only: what it says of writes is never asked, and what it holds is compared as it stands. */
final class CompendaDialect extends TableDialect {

    private final CompendaChoices choices;

    CompendaDialect(References references, CompendaChoices choices) {
        super(references);
        this.choices = choices;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return choices.table(root, part); }

    @Override public String system() { return CompendaConnector.ID; }

    @Override public String label() { return CompendaConnector.LABEL; }

    /** What is computed or given out by Compenda has no other form than it has. */
    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        var form = super.form(root, part, field, value);
        return form.isAbsent() && knows(root, part, field) ? value : form;
    }

    /** Addresses stand inside the relation; they have no ids, and are no records. */
    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return Doubt.NONE; }

    @Override public Duration visibilityDelay() { return Duration.ZERO; }
}
