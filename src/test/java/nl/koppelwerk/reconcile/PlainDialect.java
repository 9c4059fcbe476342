package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

import static nl.koppelwerk.relation.Fields.*;

/** A system that holds what the tests speak of; a name longer than it holds is cut, as some do. */
final class PlainDialect implements Dialect {

    static final List<Field<?>> ROOT = List.copyOf(Fields.all());
    static final List<Field<?>> CONTACT = List.of(CALL_NAME, LAST_NAME, BUSINESS_MOBILE, PRIVATE_MOBILE, BUSINESS_EMAIL, PRIVATE_EMAIL);

    private final String label;
    Doubt doubt = Doubt.OWN_REFERENCE;
    Duration keyLife = Duration.ZERO;
    boolean answersLater;
    boolean checksVersions;
    boolean addsResources = true;
    boolean joinsFields;
    Duration visibilityDelay = Duration.ZERO;
    int longest = 40;
    /** What a new person must have. */
    Set<Field<?>> required = Set.of(Fields.NAME);
    /** What a text is cut to; none is while it is 0. */
    int cut;
    /** It keeps texts in capitals, and says so only in what it shows. */
    boolean shouts;

    PlainDialect(String label) { this.label = label; }

    @Override public String system() { return label.toLowerCase(Locale.ROOT); }

    @Override public String label() { return label; }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return fields(part).contains(field); }

    private static List<Field<?>> fields(PartKind part) {
        return part == PartKind.ROOT ? ROOT : part == PartKind.CONTACT ? CONTACT : List.of();
    }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        boolean isCut = cut > 0 && field.type() == Text.TYPE && value instanceof Value.Present && value.text().length() > cut;
        return isCut ? field.type().parse(value.text().substring(0, cut)) : value;
    }

    /** What stands there after a write of these. */
    Values kept(Values written) {
        Values kept = written;
        for (var field : written.fields())
            if (shouts && field.type() == Text.TYPE) kept = kept.with(field, field.type().parse(written.get(field).text().toUpperCase(Locale.ROOT)));
        return kept;
    }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) {
        return field.equals(VISIT_ADDRESS) ? "VisitingAddress" : "";
    }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) {
        if (part == PartKind.CONTACT && joinsFields) return List.of(List.of(CALL_NAME), List.of(LAST_NAME),
            List.of(BUSINESS_MOBILE, PRIVATE_MOBILE), List.of(BUSINESS_EMAIL, PRIVATE_EMAIL));
        List<List<Field<?>>> groups = new ArrayList<>();
        fields(part).forEach(field -> groups.add(List.of(field)));
        return groups;
    }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return value.text().length() > longest && !field.equals(VISIT_ADDRESS)
            ? List.of(new Reason(ReasonCode.TOO_LONG, field.name(), Map.of("limit", "" + longest, "system", label))) : List.of();
    }

    @Override public Set<Field<?>> required(Kind root, PartKind part) {
        return part == PartKind.ROLE ? Set.of() : part == PartKind.CONTACT ? Set.of(LAST_NAME) : root == Kind.PERSON ? required : Set.of(Fields.NAME);
    }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return addsResources; }

    @Override public boolean checksVersions() { return checksVersions; }

    @Override public Doubt doubt() { return doubt; }

    @Override public Duration keyLife() { return keyLife; }

    @Override public boolean answersLater() { return answersLater; }

    @Override public Duration visibilityDelay() { return visibilityDelay; }
}
