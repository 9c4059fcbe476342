package nl.koppelwerk.systems.adminconsult;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.TableDialect;

/** It is read only: what it says of writes is never asked, and what it holds is compared as it stands. */
final class AdminConsultDialect extends TableDialect {

    AdminConsultDialect(References references) { super(references); }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return AdminConsultTables.table(root, part); }

    @Override public String system() { return AdminConsultConnector.ID; }

    @Override public String label() { return AdminConsultConnector.LABEL; }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) { return knows(root, part, field) ? value : Value.absent(); }

    /** Addresses have ids of their own there, and are no records here. */
    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return Doubt.NONE; }

    @Override public Duration visibilityDelay() { return Duration.ZERO; }
}
