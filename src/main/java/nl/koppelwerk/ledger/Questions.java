package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.reconcile.Question;

/** Holds: open questions of the office, and their answers. */
public interface Questions {

    List<Held> open(String link, String afterId, int most);

    Optional<Held> find(String hold);

    List<Held> of(String relation);

    /**
     * Keeps the answer, for the values it was given for, and wakes the relation; it takes the place of an earlier one about the same.
     *
     * @return by which {@link #fate} tells what became of it
     */
    String answer(String relation, List<Question.Answered> answers, String by);

    /** What became of what was answered in one call; it is known for an hour. */
    Fate fate(String ticket);

    /**
     * {@code OPEN} until a look has used it up. {@code OVERTAKEN}: what the two sides hold had changed, or was not looked at.
     * {@code REPLACED}: another answer took its place before a look followed it.
     */
    enum Fate {
        OPEN, REPLACED, OVERTAKEN, FOLLOWED;

        /** Of several, the one that stands in the way of the others. */
        public static Fate of(Collection<Fate> all) { return all.stream().min(Comparator.naturalOrder()).orElse(OVERTAKEN); }
    }

    record Held(String id, String link, String relation, Question question, Instant since) {}
}
