package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** A rulebook whose every rule a test can set. */
final class PlainRules implements Rules {

    final PlainDialect source = new PlainDialect("Source");
    final PlainDialect target = new PlainDialect("Target");
    FieldRule rule = FieldRule.BOTH_WAYS;
    FirstMeeting firstMeeting = FirstMeeting.ASK;
    boolean targetGivesBirth = true;
    boolean sourceGivesBirth;
    boolean reusesIds;
    Set<Side> reusedAt = Set.of(Side.values());
    boolean refusesInvalid;
    List<nl.koppelwerk.relation.Field<?>> identityKeys = List.of();
    Set<String> references = Set.of();
    List<Reason> waitsForHand = List.of();
    java.util.function.BiFunction<PartKind, Field<?>, FieldRule> rules = (part, field) -> rule;
    List<Reason> outOfScope = List.of();

    @Override public PlainDialect dialect(Side side) { return side == Side.SOURCE ? source : target; }

    @Override public Relation view(Side side, String facet, Relation seen) { return seen; }

    @Override public List<Reason> outOfScope(Side side, Relation seen) { return side == Side.SOURCE ? outOfScope : List.of(); }

    @Override public List<Reason> notBorn(Side side, Relation seen) {
        return seen.marks().contains(Mark.ARCHIVED) ? List.of(new Reason(ReasonCode.ARCHIVED_NOT_BORN)) : List.of();
    }

    @Override public List<Reason> noLongerWritten(Side side, Relation seen) {
        return seen.marks().contains(Mark.DELETED)
            ? List.of(new Reason(ReasonCode.DELETED_NO_LONGER_WRITTEN, "", Map.of("system", dialect(side).label()))) : List.of();
    }

    @Override public boolean bears(Side side, PartKind part) { return side == Side.TARGET ? targetGivesBirth : sourceGivesBirth; }

    @Override public FieldRule rule(PartKind part, Field<?> field) { return rules.apply(part, field); }

    @Override public List<Reason> waitsForHand(Side side, Relation seen, boolean paired) { return side == Side.SOURCE ? waitsForHand : List.of(); }

    @Override public List<MatchKey> identity(Side side, String root, Relation seen) {
        String id = side == Side.SOURCE ? root : seen.reference();
        var keys = identityKeys.stream().filter(field -> seen.values().get(field).isFilled()).map(field -> new MatchKey(field.name(), seen.values().get(field).text()));
        return java.util.stream.Stream.concat(id.isEmpty() ? java.util.stream.Stream.of() : java.util.stream.Stream.of(new MatchKey("id", id)), keys).toList();
    }

    @Override public Optional<String> ownReference(String sourceRoot) { return Optional.of(sourceRoot); }

    @Override public boolean isReference(String kind) { return references.contains(kind); }

    @Override public FirstMeeting firstMeeting() { return firstMeeting; }

    @Override public boolean refusesInvalid() { return refusesInvalid; }

    @Override public boolean reusesIds(Side side) { return reusesIds && reusedAt.contains(side); }
}
