package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.reconcile.Question;

/** Holds: open questions of the office, and their answers. */
public interface Questions {

    List<Held> open(String link, String afterId, int most);

    Optional<Held> find(String hold);

    List<Held> of(String relation);

    /** Keeps the answer, for the values it was given for, and wakes the relation. */
    void answer(String relation, List<Question.Answered> answers, String by);

    record Held(String id, String link, String relation, Question question, Instant since) {}
}
