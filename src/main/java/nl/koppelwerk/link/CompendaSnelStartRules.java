package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.EmailAddresses;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** What follows from SN-01 to SN-44 for one office. A root of Compenda is a relation under one {@link Hat}, or a project. */
final class CompendaSnelStartRules implements Rules {

    private static final String WHOLE = Stream.of("street", "postalCode", "city").map(part -> Said.word("word." + part)).collect(Collectors.joining(", "));
    static final String DEBTOR = "DEBTOR";
    static final String CREDITOR = "CREDITOR";
    static final List<String> FACETS = Stream.of(DEBTOR, CREDITOR).map(role -> role.toLowerCase(Locale.ROOT)).toList();
    private static final String PROJECT = "project";
    private static final Map<String, Field<?>> FIELD_OF_KEY = Map.of("kvk", Fields.KVK_NUMMER, "email", Fields.EMAILS, "btw", Fields.BTW_NUMMER, "number", Fields.NUMBER);

    private final List<String> keys;
    private final FirstMeeting firstMeeting;
    private final boolean refusesInvalid;
    private final FieldRule flows;
    private final OwnNumbers numbers;
    private final Dialect source;
    private final Dialect target;

    CompendaSnelStartRules(JsonNode settings, Dialect source, Dialect target) {
        this.keys = keys(settings);
        this.firstMeeting = settings.path(CompendaSnelStart.FIRST_MEETING).asText().equals("ask") ? FirstMeeting.ASK : FirstMeeting.SOURCE_WINS;
        this.refusesInvalid = settings.path(CompendaSnelStart.REFUSE_INVALID).asBoolean(false);
        boolean overwrites = settings.path(CompendaSnelStart.DRIFT).asText().equals("overwrite");
        this.flows = new FieldRule(FieldRule.Direction.TO_TARGET, overwrites ? FieldRule.Policy.SOURCE_RULES : FieldRule.Policy.ASK,
            FieldRule.Emptying.COPY, FieldRule.Emptying.IGNORE, false);
        this.numbers = new OwnNumbers(settings.path(CompendaSnelStart.OWN_NUMBERS).asLong(0));
        this.source = source;
        this.target = target;
    }

    /** What the link itself has numbered is known by that before anything else. */
    private static List<String> keys(JsonNode settings) {
        var chosen = GivenSettings.texts(settings, CompendaSnelStart.MATCH_ON, CompendaSnelStart.USUAL_KEYS);
        if (!settings.has(CompendaSnelStart.OWN_NUMBERS)) return chosen;
        return Stream.concat(Stream.of("number"), chosen.stream().filter(key -> !key.equals("number"))).toList();
    }

    @Override public Dialect dialect(Side side) { return side == Side.SOURCE ? source : target; }

    @Override public Relation view(Side side, String facet, Relation seen) {
        return seen.kind() == Kind.COST_CENTRE ? seen : new RelatieView(side, numbers).of(seen);
    }

    /** One of Compenda's hats, or the kind of a relatie; empty for what is neither. */
    static Optional<String> role(Relation seen) {
        var types = seen.values().get(Fields.RELATION_TYPES) instanceof Value.Present<Codes> present ? present.value() : Codes.of(List.of());
        return Stream.of(DEBTOR, CREDITOR).filter(types::contains).findFirst();
    }

    /** Compenda shows each relation under both hats. */
    @Override public boolean isWorn(Side side, Relation seen) {
        if (side == Side.TARGET || seen.kind() == Kind.COST_CENTRE) return true;
        var roles = seen.values().get(Fields.ROLES) instanceof Value.Present<Codes> present ? present.value() : Codes.of(List.of());
        return role(seen).filter(roles::contains).isPresent() || !roles.contains(CREDITOR) && role(seen).filter(DEBTOR::equals).isPresent();
    }

    @Override public List<Reason> outOfScope(Side side, Relation seen) {
        if (seen.kind() == Kind.COST_CENTRE) return List.of();
        if (role(seen).isEmpty()) return List.of(new Reason(ReasonCode.NOT_OF_THIS_LINK, "", Map.of("system", dialect(side).label())));
        var role = role(seen).get();
        boolean lacks = side == Side.SOURCE && !seen.values().get(Fields.ROLES).isAbsent() && !hasRole(seen, role);
        return lacks ? List.of(lacking(role)) : List.of();
    }

    private static boolean hasRole(Relation seen, String role) { return seen.values().get(Fields.ROLES) instanceof Value.Present<Codes> roles && roles.value().contains(role); }

    private Reason lacking(String role) { return new Reason(ReasonCode.ROLE_LACKING, "", Map.of("system", source.label(), "role", Said.word("word." + role.toLowerCase(Locale.ROOT)))); }

    @Override public List<Reason> notBorn(Side side, Relation seen) {
        if (side == Side.TARGET) return List.of(new Reason(ReasonCode.NEW_ONLY_AT_SOURCE, "", Map.of("system", source.label())));
        // A sheet that does not say its roles changes what is there, and makes nothing.
        if (seen.kind() != Kind.COST_CENTRE && seen.values().get(Fields.ROLES).isAbsent()) return List.of(lacking(role(seen).orElse(DEBTOR)));
        return seen.marks().contains(Mark.ARCHIVED) ? List.of(new Reason(ReasonCode.ARCHIVED_NOT_BORN)) : List.of();
    }

    /** SnelStart takes nothing for what is inactive there (ALG-0105). */
    @Override public List<Reason> noLongerWritten(Side side, Relation seen) {
        boolean isInactive = side == Side.TARGET && seen.marks().contains(Mark.ARCHIVED);
        return isInactive ? List.of(new Reason(ReasonCode.INACTIVE_NO_LONGER_WRITTEN, "", Map.of("system", target.label()))) : List.of();
    }

    @Override public boolean bears(Side side, PartKind part) { return side == Side.TARGET && part == PartKind.ROOT; }

    @Override public FieldRule rule(PartKind part, Field<?> field) {
        if (field.equals(Fields.ROLES)) return FieldRule.NONE;
        return field.equals(Fields.RELATION_TYPES) || field.equals(Fields.NUMBER) ? FieldRule.AT_BIRTH : flows;
    }

    /** Never across the hats: the debtor and the creditor of one company have the same numbers and are two. */
    @Override public List<MatchKey> identity(Side side, String root, Relation seen) {
        if (seen.kind() == Kind.COST_CENTRE) return keyed(PROJECT, "number", seen);
        var hat = role(seen);
        return hat.isEmpty() ? List.of() : keys.stream().flatMap(key -> keyed(hat.get().toLowerCase(Locale.ROOT), key, seen(side, root, seen)).stream()).toList();
    }

    /** With the number that a relatie made of it bears; what SnelStart numbered itself is known by its other keys. */
    private Relation seen(Side side, String root, Relation seen) {
        if (side == Side.SOURCE) return numbers.of(root).map(number -> seen.with(seen.values().with(Fields.NUMBER, number))).orElse(seen);
        boolean isForeign = !numbers.mayHold(seen.values().get(Fields.NUMBER).text());
        return isForeign ? seen.with(seen.values().with(Fields.NUMBER, Value.empty())) : seen;
    }

    private static List<MatchKey> keyed(String hat, String key, Relation seen) {
        var value = seen.values().get(FIELD_OF_KEY.get(key));
        if (!(value instanceof Value.Present<?> present)) return List.of();
        // Who has several addresses is known by the first.
        var text = present.value() instanceof EmailAddresses several ? several.all().get(0).text() : present.text();
        return List.of(new MatchKey(hat + "." + key, text.toLowerCase(Locale.ROOT)));
    }

    @Override public boolean asksWhereOther(String kind) { return kind.endsWith(".kvk"); }

    /** SnelStart keeps the contact person in the vestigingsadres, which is complete or not there (REL-0060). */
    @Override public Optional<Reason> leftOut(Side side, Values result, Set<Field<?>> written) {
        boolean isHalf = side == Side.TARGET && result.get(Fields.CONTACT_PERSON).isFilled() && result.get(Fields.VISIT_ADDRESS).isEmpty();
        if (isHalf && written.contains(Fields.CONTACT_PERSON)) return Optional.of(new Reason(ReasonCode.CONTACT_WITHOUT_ADDRESS, Fields.CONTACT_PERSON.name()));
        if (!written.contains(Fields.VISIT_ADDRESS)) return Optional.empty();
        var whole = Map.of("system", target.label(), "missing", WHOLE);
        if (isHalf) return Optional.of(new Reason(ReasonCode.ADDRESS_INCOMPLETE, Fields.VISIT_ADDRESS.name(), whole));
        // The number that stays there is of the country that it came from (REL-0087).
        boolean isForeign = side == Side.TARGET && !written.contains(Fields.BTW_NUMMER) && !RelatieView.agree(result);
        return isForeign ? Optional.of(new Reason(ReasonCode.BTW_COUNTRY, Fields.VISIT_ADDRESS.name())) : Optional.empty();
    }

    @Override public Optional<String> ownReference(String sourceRoot) { return numbers.of(sourceRoot); }

    @Override public FirstMeeting firstMeeting() { return firstMeeting; }

    @Override public boolean refusesInvalid() { return refusesInvalid; }

    @Override public List<Reason> remarks(Side side, Relation seen) {
        var remarks = new ArrayList<Reason>();
        if (side == Side.SOURCE && seen.marks().contains(Mark.ARCHIVED))
            remarks.add(new Reason(ReasonCode.ARCHIVED_GOES_ON, "", Map.of("system", source.label())));
        if (side == Side.SOURCE && RelatieView.leavesContact(seen)) remarks.add(new Reason(ReasonCode.CONTACT_WITHOUT_ADDRESS, Fields.CONTACT_PERSON.name()));
        return remarks;
    }
}
