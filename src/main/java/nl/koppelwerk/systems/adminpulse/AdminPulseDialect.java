package nl.koppelwerk.systems.adminpulse;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.TableDialect;

/** AdminPulse is read only: what it says of writes is never asked, and what it holds is compared as it stands. */
final class AdminPulseDialect extends TableDialect {

    /** What no member of a relation says, but its tasks and its partner. */
    private static final Set<Field<?>> OF_OTHERS = Set.of(Fields.RELATION_TYPES, Fields.PARTNER_RIJKSREGISTERNUMMER);

    private final AdminPulseTables tables;

    AdminPulseDialect(References references, AdminPulseTables tables) {
        super(references);
        this.tables = tables;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return tables.of(root, part); }

    @Override public String system() { return AdminPulseConnector.ID; }

    @Override public String label() { return AdminPulseConnector.LABEL; }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) {
        return super.knows(root, part, field) || OF_OTHERS.contains(field) && table(root, part).isPresent();
    }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return OF_OTHERS.contains(field) && knows(root, part, field) ? value : super.form(root, part, field, value);
    }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return false; }

    @Override public Doubt doubt() { return Doubt.NONE; }

    @Override public Duration visibilityDelay() { return Duration.ZERO; }
}
