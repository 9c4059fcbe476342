package nl.koppelwerk.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** One part of a pair as both sides hold it now, with what they held when they last agreed. */
record Subject(Knowledge known, Findings findings, Kind kind, PartKey part, Values source, Values target) {

    Values held(Side side) { return side == Side.SOURCE ? source : target; }

    Value<?> held(Side side, Field<?> field) { return held(side).get(field); }

    Value<?> base(Side side, Field<?> field) { return findings.baseline(side).of(part, field); }

    boolean moved(Side side, Field<?> field) { return !held(side, field).equals(base(side, field)); }

    boolean hasMet(Field<?> field) { return !base(Side.SOURCE, field).isAbsent() && !base(Side.TARGET, field).isAbsent(); }

    /** An edit of it waits to be carried over, or to be answered. */
    boolean isUnsettled(Field<?> field) { return !hasMet(field) || moved(Side.SOURCE, field) || moved(Side.TARGET, field); }

    Dialect dialect(Side side) { return known.situation.rules().dialect(side); }

    FieldRule rule(Field<?> field) { return known.situation.rules().rule(part.kind(), field); }

    Value<?> form(Side side, Field<?> field, Value<?> value) { return dialect(side).form(kind, part.kind(), field, value); }

    /** The two say the same, in the form that one of them can hold. */
    boolean equal(Field<?> field, Value<?> atSource, Value<?> atTarget) {
        return form(Side.TARGET, field, atSource).equals(atTarget) || form(Side.SOURCE, field, atTarget).equals(atSource);
    }

    void agree(Field<?> field) { findings.agree(part, field, source.get(field), target.get(field)); }

    boolean isSentNow(Side side, Field<?> field) { return known.sentNow.contains(side + " " + name(field)); }

    Reach reach(Side side) { return new Reach(known.situation.rules(), kind, part, held(side), side); }

    /** Why the two differ since a plan was applied, as it stands or as this look found it carried out. */
    Optional<Reason> restored(Field<?> field) {
        Reason found = findings.restored.getOrDefault(name(field), known.pair.standing().get(name(field)));
        return Optional.ofNullable(found).filter(reason -> reason.code() == ReasonCode.RESTORED);
    }

    /** The field, with those that one member feeds with it on either side. */
    Set<Field<?>> together(Field<?> field) {
        var fields = new LinkedHashSet<Field<?>>(List.of(field));
        for (var side : Side.values()) fields.addAll(together(side, field));
        return fields;
    }

    /** The field, with those that one member of that side feeds with it. */
    Set<Field<?>> together(Side side, Field<?> field) {
        var fields = new LinkedHashSet<Field<?>>(List.of(field));
        dialect(side).groups(kind, part.kind()).stream().filter(group -> group.contains(field)).forEach(fields::addAll);
        return fields;
    }

    String name(Field<?> field) { return part.subject(field); }

    Both both(Field<?> field) { return new Both(source.get(field).text(), target.get(field).text()); }

    void ask(ReasonCode code, Field<?> field) {
        findings.questions.add(new Question(code, name(field), java.util.Map.of(name(field), both(field))));
    }

    /** A person's answer about this field that still fits: each side holds what it was given for, or already the chosen value; not because a plan put that back. */
    Optional<Question.Answered> answer(Field<?> field) {
        if (findings.restored.containsKey(name(field))) return Optional.empty();
        List<Question.Answered> answers = known.situation.answered();
        return answers.stream().filter(answer -> answer.subject().equals(name(field)) && fits(answer, field)).findFirst();
    }

    private boolean fits(Question.Answered answer, Field<?> field) {
        return fits(answer, source.get(field).text(), answer.given().source()) && fits(answer, target.get(field).text(), answer.given().target());
    }

    private static boolean fits(Question.Answered answer, String held, String given) {
        String chosen = switch (answer.choice()) {
            case SOURCE -> answer.given().source();
            case TARGET -> answer.given().target();
            default -> answer.value();
        };
        return held.equals(given) || held.equals(chosen);
    }
}
