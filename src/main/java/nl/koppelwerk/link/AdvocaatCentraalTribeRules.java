package nl.koppelwerk.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** What follows from AC-01 to AC-93 for one office. */
final class AdvocaatCentraalTribeRules implements Rules {

    /** Our reference in Tribe ({@code ImportId}) is the id in AdvocaatCentraal, and the only key there is (AC-24). */
    private static final String KEY = "advocaatcentraal-id";
    /** The one role that Tribe has for a private person (tribe.md, section 2). */
    private static final Set<String> ROLES_OF_PERSONS = Set.of("Customer");

    private final TypeMapping types;
    private final boolean kvk;
    private final Dialect source;
    private final Dialect target;

    AdvocaatCentraalTribeRules(TypeMapping types, boolean kvk, Dialect source, Dialect target) {
        this.types = types;
        this.kvk = kvk;
        this.source = source;
        this.target = target;
    }

    @Override public Dialect dialect(Side side) { return side == Side.SOURCE ? source : target; }

    @Override public Relation view(Side side, String facet, Relation seen) {
        Values values = kvk ? seen.values() : seen.values().only((field, value) -> !field.equals(Fields.KVK_NUMMER));
        List<Part> parts = new ArrayList<>(seen.kind() == Kind.ORGANISATION
            ? seen.parts().stream().filter(part -> part.kind() == PartKind.CONTACT).toList() : List.of());
        if (side == Side.SOURCE) roles(seen).forEach(role -> parts.add(new Part(PartKind.ROLE, role, Values.NONE)));
        else seen.parts().stream().filter(part -> part.kind() == PartKind.ROLE).forEach(parts::add);
        return seen.with(values).withParts(parts);
    }

    private List<String> roles(Relation seen) {
        return types.of(seen).stream().filter(role -> seen.kind() == Kind.ORGANISATION || ROLES_OF_PERSONS.contains(role)).toList();
    }

    @Override public List<Reason> outOfScope(Side side, Relation seen) {
        return side == Side.SOURCE && types.of(seen).isEmpty() ? List.of(new Reason(ReasonCode.TYPE_NOT_MAPPED)) : List.of();
    }

    @Override public List<Reason> notBorn(Side side, Relation seen) {
        if (side == Side.TARGET) return List.of(new Reason(ReasonCode.NEW_ONLY_AT_SOURCE, "", Map.of("system", source.label())));
        List<Reason> reasons = new ArrayList<>();
        if (seen.marks().contains(Mark.DELETED)) reasons.add(new Reason(ReasonCode.DELETED_NOT_BORN));
        if (seen.marks().contains(Mark.ARCHIVED)) reasons.add(new Reason(ReasonCode.ARCHIVED_NOT_BORN));
        return reasons;
    }

    /** An archived pair goes on (AC-31); a deleted one is only marked. */
    @Override public List<Reason> noLongerWritten(Side side, Relation seen) {
        return seen.marks().contains(Mark.DELETED)
            ? List.of(new Reason(ReasonCode.DELETED_NO_LONGER_WRITTEN, "", Map.of("system", dialect(side).label()))) : List.of();
    }

    @Override public boolean bears(Side side, PartKind part) { return side == Side.TARGET; }

    @Override public FieldRule rule(PartKind part, Field<?> field) { return FieldRule.BOTH_WAYS; }

    @Override public List<MatchKey> identity(Side side, String root, Relation seen) {
        String id = side == Side.SOURCE ? root : seen.reference();
        return id.isEmpty() ? List.of() : List.of(new MatchKey(KEY, id));
    }

    @Override public boolean isReference(String kind) { return kind.equals(KEY); }

    @Override public Optional<String> ownReference(String sourceRoot) { return Optional.of(sourceRoot); }

    @Override public FirstMeeting firstMeeting() { return FirstMeeting.ASK; }

    @Override public List<Reason> remarks(Side side, Relation seen) {
        List<Reason> remarks = new ArrayList<>();
        if (seen.marks().contains(Mark.ARCHIVED)) remarks.add(new Reason(ReasonCode.ARCHIVED_GOES_ON, "", Map.of("system", dialect(side).label())));
        if (seen.kind() == Kind.PERSON && seen.parts().stream().anyMatch(part -> part.kind() == PartKind.CONTACT))
            remarks.add(new Reason(ReasonCode.CONTACTS_OF_PERSONS));
        types.of(seen).stream().filter(role -> !roles(seen).contains(role))
            .forEach(role -> remarks.add(new Reason(ReasonCode.ROLE_UNKNOWN_FOR_KIND, "", Map.of("system", target.label(), "type", role))));
        return remarks;
    }
}
