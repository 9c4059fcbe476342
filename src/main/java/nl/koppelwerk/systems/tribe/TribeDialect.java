package nl.koppelwerk.systems.tribe;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.TableDialect;

/** Tribe checks no versions, keeps our reference in {@code ImportId}, and takes new addresses. */
final class TribeDialect extends TableDialect {

    private final TribeChoices choices;

    TribeDialect(References references, TribeChoices choices) {
        super(references);
        this.choices = choices;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return TribeTables.table(root, part); }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) {
        return (choices.roleIsFunction() || !field.equals(Fields.FUNCTION)) && super.knows(root, part, field);
    }

    @Override public String system() { return TribeConnector.ID; }

    @Override public String label() { return TribeConnector.LABEL; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return part == PartKind.ROOT && !resource.isEmpty(); }

    @Override public boolean checksVersions() { return false; }

    @Override public Doubt doubt() { return choices.keepsImportId() ? Doubt.OWN_REFERENCE : Doubt.KEYS; }

    @Override public Duration visibilityDelay() { return choices.visibilityDelay(); }
}
