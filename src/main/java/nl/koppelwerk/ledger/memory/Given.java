package nl.koppelwerk.ledger.memory;

import nl.koppelwerk.ledger.Questions.Fate;
import nl.koppelwerk.reconcile.Question;

/** One answer that somebody gave, and what became of it. */
final class Given {

    final String ticket;
    final Question.Answered answer;
    Fate fate = Fate.OPEN;
    /** That took its place. */
    Given instead;

    Given(String ticket, Question.Answered answer) {
        this.ticket = ticket;
        this.answer = answer;
    }

    boolean isAbout(Question.Answered other) { return answer.code() == other.code() && answer.subject().equals(other.subject()); }

    void replaced(Given other) {
        fate = Fate.REPLACED;
        instead = other;
    }

    /** One that was replaced while a look had it was followed all the same. */
    void usedUp(boolean followed) {
        if (followed) fate = Fate.FOLLOWED;
        else if (fate == Fate.OPEN) fate = Fate.OVERTAKEN;
    }

    /** A replaced one stays open as long as what took its place: a look that had begun before may follow it still. */
    Fate known() {
        boolean isOpen = fate == Fate.REPLACED && (instead.fate == Fate.OPEN || instead.known() == Fate.OPEN);
        return isOpen ? Fate.OPEN : fate;
    }
}
