package nl.koppelwerk.reconcile;

import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Rules.FirstMeeting;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** Three-way merge of one field: who moved since both last agreed, and what follows from it (engine.md section 3, rules 4, 5 and 7). */
final class FieldMerge {

    private final Subject subject;
    private final Outbound outbound;

    FieldMerge(Subject subject) {
        this.subject = subject;
        this.outbound = new Outbound(subject);
    }

    void merge(Field<?> field) {
        var answer = subject.answer(field).filter(a -> a.choice() != Question.Choice.RELEASE && !isTypedKey(field, a));
        if (answer.isPresent()) follow(field, answer.get());
        else if (!subject.hasMet(field)) meet(field);
        else compare(field);
    }

    /** What names the partner is that system's to give, and nobody's to type. */
    private boolean isTypedKey(Field<?> field, Question.Answered answer) { return subject.rule(field).isKey() && answer.choice() == Question.Choice.VALUE; }

    private void follow(Field<?> field, Question.Answered answer) {
        Value<?> chosen = switch (answer.choice()) {
            case SOURCE -> subject.source().get(field);
            case TARGET -> subject.target().get(field);
            default -> field.type().parse(answer.value());
        };
        boolean atSource = answer.choice() == Question.Choice.SOURCE || give(Side.SOURCE, field, chosen);
        boolean atTarget = answer.choice() == Question.Choice.TARGET || give(Side.TARGET, field, chosen);
        if (atSource && atTarget) subject.agree(field);
        else if (subject.findings().standing.containsKey(subject.name(field))) overrule(field, answer.choice());
    }

    /** The other side does not take what was chosen, but what it holds is settled: only what moves from now on is an edit. */
    private void overrule(Field<?> field, Question.Choice choice) {
        if (choice != Question.Choice.SOURCE && choice != Question.Choice.TARGET) return;
        var winner = choice == Question.Choice.SOURCE ? Side.SOURCE : Side.TARGET;
        var overruled = subject.held(winner.other(), field);
        subject.findings().base(winner.other(), subject.part(), field, overruled);
        subject.findings().base(winner, subject.part(), field, subject.form(winner, field, overruled));
    }

    /** A system that answers in its own spelling is not given the same again. */
    private boolean give(Side side, Field<?> field, Value<?> chosen) {
        return subject.isSentNow(side, field) ? outbound.push(side, field, chosen) : outbound.edit(side, field, chosen);
    }

    private void meet(Field<?> field) {
        Value<?> source = subject.source().get(field);
        Value<?> target = subject.target().get(field);
        if (subject.equal(field, source, target)) subject.agree(field);
        else if (target.isEmpty()) push(Side.TARGET, field, source);
        else if (source.isEmpty()) push(Side.SOURCE, field, target);
        // Who the partner is was decided when the two were paired: the number of a former one is replaced.
        else if (subject.rule(field).namesPartner() && subject.rule(field).mayWrite(Side.TARGET)) push(Side.TARGET, field, source);
        else if (subject.rule(field).namesPartner()) push(Side.SOURCE, field, target);
        else if (subject.known().situation.rules().firstMeeting() == FirstMeeting.SOURCE_WINS) push(Side.TARGET, field, source);
        else subject.ask(ReasonCode.FIRST_MEETING_DIFFERS, field);
    }

    private void compare(Field<?> field) {
        boolean sourceMoved = subject.moved(Side.SOURCE, field);
        boolean targetMoved = subject.moved(Side.TARGET, field);
        if (!sourceMoved && !targetMoved) stay(field);
        else if (subject.equal(field, subject.source().get(field), subject.target().get(field))) subject.agree(field);
        else if (!targetMoved) push(Side.TARGET, field, subject.source().get(field));
        else if (sourceMoved) clash(field);
        else if (subject.rule(field).direction() != FieldRule.Direction.TO_TARGET) push(Side.SOURCE, field, subject.target().get(field));
        else drift(field);
    }

    /** The target alone moved in a field that goes one way: it is said, and set back where the rule says so. */
    private void drift(Field<?> field) {
        if (subject.rule(field).policy() == Policy.SOURCE_RULES) push(Side.TARGET, field, subject.source().get(field));
        else subject.findings().stand(subject.name(field), subject.reach(Side.TARGET).named(ReasonCode.DRIFT, field));
    }

    private void clash(Field<?> field) {
        Policy policy = subject.rule(field).policy();
        if (policy == Policy.SOURCE_WINS || policy == Policy.SOURCE_RULES) push(Side.TARGET, field, subject.source().get(field));
        else if (policy == Policy.TARGET_WINS) push(Side.SOURCE, field, subject.target().get(field));
        else subject.ask(ReasonCode.BOTH_SIDES_CHANGED, field);
    }

    private void push(Side side, Field<?> field, Value<?> value) {
        if (outbound.edit(side, field, value)) subject.agree(field);
    }

    /** A difference whose reason went with an edit that was taken back since has none left, and no telling which side it came from. */
    private void stay(Field<?> field) {
        keep(field);
        boolean isExplained = subject.findings().standing.containsKey(subject.name(field));
        boolean isSpelling = Spelling.same(subject.form(Side.TARGET, field, subject.source().get(field)), subject.target().get(field));
        if (!isExplained && !isSpelling && !subject.equal(field, subject.source().get(field), subject.target().get(field))) subject.ask(ReasonCode.BOTH_SIDES_CHANGED, field);
    }

    /** Nothing moved: what was known to differ still does, for the reason it had. */
    void keep(Field<?> field) {
        String name = subject.name(field);
        Reason reason = subject.restored(field).orElseGet(() -> subject.known().pair.standing().get(name));
        boolean stands = reason != null && !subject.findings().standing.containsKey(name)
            && !subject.equal(field, subject.source().get(field), subject.target().get(field));
        if (stands) subject.findings().stand(name, reason);
    }
}
