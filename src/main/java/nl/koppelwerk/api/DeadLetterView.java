package nl.koppelwerk.api;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.DeadLetters.DeadLetter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param answer what the vendor said, personal numbers masked; {@code decision} what was decided until then, as JSON text */
@Schema(name = "DeadLetter")
record DeadLetterView(String id, String link, String relation, String side, String root, List<ReasonView> reasons, String decision, String answer,
                      int attempts, Instant at) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(letter.id(), letter.link(), letter.relation(), Words.of(letter.side()), letter.root(), ReasonView.all(letter.reasons()),
            letter.decision(), letter.answer(), letter.attempts(), letter.at());
    }
}
