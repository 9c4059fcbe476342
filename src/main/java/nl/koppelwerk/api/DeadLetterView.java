package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.DeadLetters.DeadLetter;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param answer what the vendor said, personal numbers masked; {@code decision} what was asked, answered and decided until then */
@Schema(name = "DeadLetter")
record DeadLetterView(String id, String link, String relation, String side, String root, List<ReasonView> reasons, @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class) JsonNode decision, String answer,
                      int attempts, Instant at) {

    static DeadLetterView of(DeadLetter letter, Wording wording) {
        return new DeadLetterView(letter.id(), letter.link(), letter.relation(), Words.of(letter.side()), letter.root(), ReasonView.all(letter.reasons(), wording),
            Explanation.parsed(letter.decision()), wording.told(letter.answer()), letter.attempts(), letter.at());
    }
}
