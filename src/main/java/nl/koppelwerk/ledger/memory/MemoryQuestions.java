package nl.koppelwerk.ledger.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.ReasonCode;

final class MemoryQuestions implements Questions {

    private final MemoryState state;
    private final MemoryNotices notices;

    MemoryQuestions(MemoryState state, MemoryNotices notices) {
        this.state = state;
        this.notices = notices;
    }

    @Override public List<Held> open(String link, String afterId, int most) {
        return all().filter(held -> held.link().equals(link) && held.id().compareTo(afterId) > 0).limit(most).toList();
    }

    @Override public Optional<Held> find(String hold) { return all().filter(held -> held.id().equals(hold)).findFirst(); }

    @Override public List<Held> of(String relation) {
        var row = state.relations.find(relation);
        return row == null ? List.of() : List.copyOf(row.holds.values());
    }

    private Stream<Held> all() {
        return state.relations.all().stream().flatMap(row -> row.holds.values().stream()).sorted(comparing(Held::id));
    }

    @Override public String answer(String relation, List<Question.Answered> answers, String by) {
        var row = state.relations.find(relation);
        var ticket = state.id("ticket");
        for (var answer : answers) {
            var given = new Given(ticket, answer);
            row.answered.stream().filter(earlier -> earlier.isAbout(answer)).forEach(earlier -> earlier.replaced(given));
            row.answered.removeIf(earlier -> earlier.isAbout(answer));
            row.answered.add(given);
            state.given.computeIfAbsent(ticket, key -> new ArrayList<>()).add(given);
        }
        // Of a pair that lost its source the answer is about the record that is left.
        boolean isSourceLost = row.pair.root(Side.SOURCE).isEmpty() || row.pair.gone().contains(Side.SOURCE) && row.pair.isPaired();
        var side = isSourceLost ? Side.TARGET : Side.SOURCE;
        var hint = Hint.of(row.link, side, row.pair.root(side).orElseThrow(), "answer");
        notices.place(row.rootId(side), hint, false, "");
        return ticket;
    }

    @Override public Fate fate(String ticket) { return Fate.of(state.given.getOrDefault(ticket, List.of()).stream().map(Given::known).toList()); }

    /** What is asked now stays open under the id it had; once a look ends, the rest closes and answers to it are used up. */
    void ask(RelationRow row, Settlement settlement, NoticeRow notice) {
        var questions = settlement.questions();
        boolean isFinal = settlement.again().isEmpty();
        var open = questions.stream().map(question -> key(question.code(), question.subject())).collect(toSet());
        if (isFinal) row.holds.keySet().retainAll(open);
        for (var question : questions) row.holds.compute(key(question.code(), question.subject()), (key, held) -> held(row, question, held));
        if (!isFinal) return;
        row.answered.removeAll(notice.answeredAtOpening);
        notice.answeredAtOpening.forEach(given -> given.usedUp(settlement.followed().contains(given.answer)));
    }

    private Held held(RelationRow row, Question question, Held before) {
        if (before == null) return new Held(state.id("hold"), row.link, row.id, question, state.now());
        return new Held(before.id(), row.link, row.id, question, before.since());
    }

    private static String key(ReasonCode code, String subject) { return code + " " + subject; }
}
