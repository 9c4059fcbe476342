package nl.koppelwerk.systems.excel;

import static nl.koppelwerk.relation.Fields.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** A sheet holds what was typed, and is never written: what it says of writes is never asked. */
final class ExcelDialect implements Dialect {

    private static final Set<Field<?>> KNOWN = Set.of(FIRST_NAMES, LAST_NAME, EMAIL, LANGUAGE, MOBILE, RESPONSIBLE, RIJKSREGISTERNUMMER, PARTNER_RIJKSREGISTERNUMMER, BIRTH_DATE,
        NUMBER, LABEL, ONDERNEMINGSNUMMER, PRIVATE_ADDRESS, RELATION_TYPES);

    @Override public String system() { return ExcelConnector.ID; }

    @Override public String label() { return ExcelConnector.LABEL; }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return part == PartKind.ROOT && KNOWN.contains(field); }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) { return knows(root, part, field) ? value : Value.absent(); }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) {
        return part == PartKind.ROOT ? KNOWN.stream().sorted(java.util.Comparator.comparing(Field::name)).map(field -> List.<Field<?>>of(field)).toList() : List.of();
    }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) { return List.of(); }

    @Override public Set<Field<?>> required(Kind root, PartKind part) { return Set.of(); }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return false; }

    @Override public Doubt doubt() { return Doubt.NONE; }

    @Override public Duration visibilityDelay() { return Duration.ZERO; }
}
