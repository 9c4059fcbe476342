package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Questions.Held;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Reachable;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;

/** Turns what a person decided into answers that hold for the values it was decided on; or says everything that is wrong with it. */
final class Choices {

    private final List<Fault> faults = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();

    private final FieldRows rows;
    private final Reachable link;

    private Choices(FieldRows rows, Rules rules) {
        this.rows = rows;
        this.link = new Reachable(rules, rows.kind());
    }

    /** An answer to one hold. */
    static List<Answered> ofHold(Resolve asked, Question question, FieldRows rows, Rules rules) {
        var choices = new Choices(rows, rules);
        requireSomething(asked);
        asked.chosen().forEach((subject, choice) -> {
            if (question.values().containsKey(subject)) choices.field(question.code(), subject, choice, question.values().get(subject));
            else choices.faults.add(new Fault(Pointer.of("fields", subject), Phrase.NOT_ASKED.with("fields", asksAbout(question))));
        });
        if (asked.releases()) choices.release(question);
        if (asked.parts()) choices.part(question, asked);
        if (asked.partner() != null) choices.partner(question, asked.partner());
        return choices.all();
    }

    private static String asksAbout(Question question) {
        return question.values().isEmpty() ? Said.word("word.none") : question.values().keySet().stream().map(Said::field).collect(Collectors.joining(", "));
    }

    /** What was chosen, for the audit; never a value. */
    static Map<String, String> told(Resolve asked) {
        var told = new TreeMap<String, String>();
        asked.chosen().forEach((subject, choice) -> told.put(subject, choice.isTextual() ? choice.asText() : "value"));
        if (asked.releases()) told.put("release", "true");
        if (asked.parts()) told.put("another", "true");
        if (asked.partner() != null) told.put("partner", asked.partner());
        return told;
    }

    /** An answer about fields of a relation, whether they are held or not. */
    static List<Answered> ofRelation(Resolve asked, FieldRows rows, Rules rules, List<Held> holds) {
        var choices = new Choices(rows, rules);
        requireSomething(asked);
        if (asked.releases() && rows.isCut()) choices.answers.add(new Answered(ReasonCode.PAIR_CUT, "", Choice.RELEASE, "", new Both("", "")));
        else if (asked.release() != null) choices.faults.add(ofHolds("/release", holds));
        if (asked.another() != null) choices.faults.add(ofHolds("/another", holds));
        if (asked.partner() != null) choices.faults.add(ofHolds("/partner", holds));
        asked.chosen().forEach((subject, choice) -> {
            var held = holds.stream().map(Held::question).filter(question -> question.values().containsKey(subject)).findFirst();
            choices.field(held.map(Question::code).orElse(ReasonCode.BOTH_SIDES_CHANGED), subject, choice,
                held.map(question -> question.values().get(subject)).orElseGet(() -> choices.both(subject)));
        });
        return choices.all();
    }

    private static Fault ofHolds(String pointer, List<Held> holds) {
        if (holds.isEmpty()) return new Fault(pointer, Phrase.NOTHING_HELD.said());
        return new Fault(pointer, Phrase.ONLY_FOR_HOLDS.with("holds", holds.stream().map(Held::id).collect(Collectors.joining(", "))));
    }

    private Both both(String subject) {
        return new Both(text(rows.held(Side.SOURCE, subject)), text(rows.held(Side.TARGET, subject)));
    }

    private static String text(Value<?> value) { return value.isAbsent() ? null : value.text(); }

    private void field(ReasonCode code, String subject, JsonNode choice, Both given) {
        var pointer = Pointer.of("fields", subject);
        if (FieldRows.field(subject).isEmpty() || FieldRows.part(subject).isEmpty()) faults.add(new Fault(pointer, Phrase.FIELD_UNKNOWN.said()));
        else if (choice.isTextual() && choice.asText().equals("source")) choose(new Answered(code, subject, Choice.SOURCE, "", given), Value.absent());
        else if (choice.isTextual() && choice.asText().equals("target")) choose(new Answered(code, subject, Choice.TARGET, "", given), Value.absent());
        else if (choice.isObject() && choice.size() == 1 && (choice.path("value").isTextual() || choice.path("value").isNull()))
            value(code, subject, choice.path("value").isNull() ? "" : choice.path("value").asText(), given);
        else faults.add(new Fault(pointer, "CHOICE_UNKNOWN", Phrase.CHOICE_OF_FIELD.said()));
    }

    private void value(ReasonCode code, String subject, String typed, Both given) {
        var value = FieldRows.field(subject).orElseThrow().type().parse(typed);
        choose(new Answered(code, subject, Choice.VALUE, value.text(), given), value);
        if (value instanceof Value.Invalid<?> invalid) faults.add(Fault.of(Pointer.of("fields", subject, "value"), new Reason(invalid.reason(), subject)));
    }

    private void choose(Answered answer, Value<?> typed) {
        var subject = answer.subject();
        var held = new Reachable.Held(rows.held(Side.SOURCE, subject), rows.held(Side.TARGET, subject));
        var obstacle = link.against(FieldRows.part(subject).orElseThrow(), FieldRows.field(subject).orElseThrow(), answer.choice(), typed, held);
        var given = answer.given();
        if (obstacle.isPresent()) faults.add(new Fault(Pointer.of("fields", subject), obstacle.get().code(), obstacle.get().said()));
        else if (given.source() == null && given.target() == null) faults.add(new Fault(Pointer.of("fields", subject), "FIELD_UNKNOWN", Phrase.FIELD_NOWHERE.said()));
        else answers.add(new Answered(answer.code(), subject, answer.choice(), answer.value(), present(given)));
    }

    /** The core compares texts, and a side that cannot say anything of a field holds no text. */
    private static Both present(Both given) {
        return new Both(given.source() == null ? "" : given.source(), given.target() == null ? "" : given.target());
    }

    private void release(Question question) {
        if (!question.isReleasable()) {
            faults.add(new Fault("/release", Phrase.NOTHING_TO_RELEASE.said()));
            return;
        }
        answers.add(ofAll(question, Choice.RELEASE));
    }

    private void part(Question question, Resolve asked) {
        if (!question.isPartable()) faults.add(new Fault("/another", "NOT_ASKED", Phrase.NOT_ASKED_WHETHER_ANOTHER.said()));
        else if (asked.releases()) faults.add(new Fault("/another", "CHOICE_UNKNOWN", Phrase.SAME_OR_ANOTHER.said()));
        else answers.add(ofAll(question, Choice.APART));
    }

    private static Answered ofAll(Question question, Choice choice) {
        var given = question.values().getOrDefault(question.subject(), new Both("", ""));
        return new Answered(question.code(), question.subject(), choice, "", present(given));
    }

    private void partner(Question question, String root) {
        if (question.values().containsKey(root)) answers.add(new Answered(question.code(), question.subject(), Choice.VALUE, root, new Both("", "")));
        else faults.add(new Fault("/partner", Phrase.NOT_A_CANDIDATE.with("candidates", String.join(", ", question.values().keySet()))));
    }

    private List<Answered> all() {
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        return answers;
    }

    private static void requireSomething(Resolve asked) {
        if (asked == null || asked.chosen().isEmpty() && !asked.releases() && !asked.parts() && asked.partner() == null)
            throw Refusal.unprocessable("", Phrase.NOTHING_CHOSEN.said());
        for (Map.Entry<String, JsonNode> field : asked.chosen().entrySet())
            if (field.getValue() == null) throw Refusal.malformed(Pointer.of("fields", field.getKey()), Phrase.CHOICE_NEEDED.said());
    }
}
