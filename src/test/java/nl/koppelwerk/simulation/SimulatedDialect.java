package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.accounton.AccountonTables;
import nl.koppelwerk.systems.adminpulse.AdminPulseTables;
import nl.koppelwerk.systems.advocaatcentraal.AdvocaatCentraalTables;
import nl.koppelwerk.systems.clickmate.ClickmateTables;
import nl.koppelwerk.systems.compenda.CompendaTables;
import nl.koppelwerk.systems.economic.EconomicTables;
import nl.koppelwerk.systems.snelstart.SnelStartTables;
import nl.koppelwerk.systems.tribe.TribeTables;

/** What a simulated vendor can hold: the real field tables, with the switches of this run. */
record SimulatedDialect(String system, String label, boolean checksVersions, Doubt doubt, Duration keyLife, Duration visibilityDelay,
                        BiFunction<Kind, PartKind, Optional<RecordMapping>> tables, Set<Field<?>> besides) implements Dialect {

    /** What Tribe's own lists hold; any other function is refused before it is sent. */
    static final List<String> FUNCTIONS = List.of("Directeur", "Secretaris", "Jurist");
    private static final References REFERENCES = new References(Map.of(
        TribeTables.COUNTRIES, Map.of("NL", "c-nl", "BE", "c-be"),
        TribeTables.GENDERS, Map.of("Man", "g-m", "Vrouw", "g-v", "Onbekend", "g-o"),
        TribeTables.FUNCTIONS, Map.of("Directeur", "f-1", "Secretaris", "f-2", "Jurist", "f-3"),
        EconomicTables.CUSTOMER_GROUPS, Map.of("Kunder", "1"), EconomicTables.TERMS_OF_PAYMENT, Map.of("Netto 14 dage", "1"),
        EconomicTables.VAT_ZONES, Map.of("Domestic", "1", "EU", "2", "Abroad", "3"), EconomicTables.CURRENCIES, Map.of("DKK", "DKK"),
        SnelStartTables.LANDEN, Map.of("NL", "l-nl", "BE", "l-be")));

    private static final RecordMapping CLIENT = AdminPulseTables.table(Kind.PERSON, "guess-en");
    private static final RecordMapping COMPANY = AdminPulseTables.table(Kind.ORGANISATION, "guess-en");

    /** Forms are asked for again and again with the same values. */
    private static final Map<Asked, Value<?>> FORMS = new java.util.concurrent.ConcurrentHashMap<>();

    private record Asked(String system, Kind root, PartKind part, Field<?> field, Value<?> value) {}

    static SimulatedDialect advocaatCentraal() {
        return new SimulatedDialect("advocaatcentraal", "AdvocaatCentraal", true, Doubt.NONE, Duration.ZERO, Duration.ZERO, AdvocaatCentraalTables::table, Set.of());
    }

    static SimulatedDialect tribe(Duration visibilityDelay) {
        return new SimulatedDialect("tribe", "Tribe CRM", false, Doubt.OWN_REFERENCE, Duration.ZERO, visibilityDelay, TribeTables::table, Set.of());
    }

    /** It keeps keys for an hour, of which the hub counts on 55 minutes. */
    static SimulatedDialect economic() {
        return new SimulatedDialect("economic", "e-conomic", true, Doubt.IDEMPOTENCY_KEY, Duration.ofMinutes(55), Duration.ZERO, EconomicTables::table, Set.of());
    }

    /** It keeps keys for a day, and among its references to other systems the number in e-conomic. */
    static SimulatedDialect clickmate(Duration visibilityDelay) {
        return new SimulatedDialect("clickmate", "Clickmate", true, Doubt.IDEMPOTENCY_KEY, Duration.ofHours(23), visibilityDelay, ClickmateTables::table, Set.of(Fields.NUMBER));
    }

    static SimulatedDialect compenda() {
        return new SimulatedDialect("compenda", "Compenda", true, Doubt.NONE, Duration.ZERO, Duration.ZERO, CompendaTables::table, Set.of());
    }

    static SimulatedDialect snelstart(Duration visibilityDelay) {
        return new SimulatedDialect("snelstart", "SnelStart", false, Doubt.KEYS, Duration.ZERO, visibilityDelay, SnelStartTables::table, Set.of());
    }

    /** It names no member that a task or a partner feeds. */
    static SimulatedDialect adminPulse() {
        return new SimulatedDialect("adminpulse", "AdminPulse", false, Doubt.NONE, Duration.ZERO, Duration.ZERO, SimulatedDialect::ofAdminPulse,
            Set.of(Fields.RELATION_TYPES, Fields.PARTNER_RIJKSREGISTERNUMMER));
    }

    private static Optional<RecordMapping> ofAdminPulse(Kind root, PartKind part) {
        return part == PartKind.ROOT ? Optional.of(root == Kind.PERSON ? CLIENT : COMPANY) : Optional.empty();
    }

    /** It keeps keys for a day, and what goes along with a create stands in no client. */
    static SimulatedDialect accounton(Duration visibilityDelay) {
        return new SimulatedDialect("accounton", "Accounton", true, Doubt.IDEMPOTENCY_KEY, Duration.ofHours(23), visibilityDelay, AccountonTables::table,
            Set.of(Fields.QUESTIONNAIRE, Fields.INVITATION_STATUS));
    }

    @Override public boolean answersLater() { return system.equals("accounton"); }

    private Optional<RecordMapping> table(Kind root, PartKind part) { return tables.apply(root, part); }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) {
        return part == PartKind.ROOT && besides.contains(field) || table(root, part).filter(table -> table.fields().contains(field)).isPresent();
    }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        if (besides.contains(field)) return value;
        if (FORMS.size() > 200_000) FORMS.clear();
        return FORMS.computeIfAbsent(new Asked(system, root, part, field, value),
            asked -> formed(root, part, field, value));
    }

    /** What Compenda computes has no other form than it has. */
    private Value<?> formed(Kind root, PartKind part, Field<?> field, Value<?> value) {
        var form = table(root, part).<Value<?>>map(table -> table.form(field, value)).orElse(Value.absent());
        return form.isAbsent() && system.equals("compenda") && knows(root, part, field) ? value : form;
    }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) {
        return table(root, part).map(table -> table.resourceOf(field)).orElse("");
    }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) {
        return table(root, part).map(RecordMapping::groups).orElse(List.of());
    }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return table(root, part).map(table -> table.problems(field, value, REFERENCES)).orElse(List.of()).stream().map(this::named).toList();
    }

    private Reason named(Reason reason) {
        var details = new HashMap<>(reason.details());
        details.putIfAbsent("system", label);
        return new Reason(reason.code(), reason.subject(), details);
    }

    @Override public Set<Field<?>> required(Kind root, PartKind part) {
        return table(root, part).map(RecordMapping::required).orElse(Set.of());
    }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return system.equals("tribe"); }
}
