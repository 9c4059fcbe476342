package nl.koppelwerk.reconcile;

import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/** Tells whether what a person chose came to be: who waits for it must not take another's value, or a later edit, for his own. */
final class Following {

    private final Subject subject;

    Following(Subject subject) { this.subject = subject; }

    void note(List<Field<?>> fields) {
        for (var answer : subject.known().situation.answered())
            if (answer.choice() != Choice.RELEASE) fields.stream().filter(field -> subject.name(field).equals(answer.subject()) && isFollowed(answer, field))
                .forEach(field -> subject.findings().followed.add(answer));
    }

    private boolean isFollowed(Answered answer, Field<?> field) {
        Value<?> chosen = field.type().parse(switch (answer.choice()) {
            case SOURCE -> answer.given().source();
            case TARGET -> answer.given().target();
            default -> answer.value();
        });
        return Arrays.stream(Side.values()).allMatch(side -> stands(side, field, chosen)) || isStopped(answer, field);
    }

    /** It is there, or was written in this look, in whatever spelling that side keeps it. */
    private boolean stands(Side side, Field<?> field, Value<?> chosen) {
        Value<?> form = subject.form(side, field, chosen);
        return form.equals(subject.held(side, field)) || chosen.text().equals(subject.held(side, field).text()) || subject.isSentNow(side, field)
            && subject.known().pair.recent().stream().anyMatch(sent -> sent.isOf(side, subject.part(), field) && sent.sent().equals(form));
    }

    /** It fits still, and this look says why it is not carried out. */
    private boolean isStopped(Answered answer, Field<?> field) {
        boolean isTold = subject.findings().standing.containsKey(subject.name(field)) || subject.findings().questions.stream().anyMatch(open -> open.subject().equals(subject.name(field)));
        return isTold && subject.answer(field).filter(answer::equals).isPresent();
    }
}
