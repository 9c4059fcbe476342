package nl.koppelwerk.api;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.Views.Life;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value that one side held from a moment on.
 *
 * @param value   null where it was empty
 * @param written by the hub; else it was seen there
 * @param notice  why it was looked at
 * @param run     empty outside of runs
 */
record HistoryRow(String id, Instant at, String side, String field, @Schema(nullable = true) String value, boolean written, List<String> notice, String decision, String run) {

    static HistoryRow of(Life life, Masking masking) {
        var text = life.value().isFilled() ? masking.text(life.field(), life.value().text()) : null;
        return new HistoryRow(life.id(), life.at(), Words.of(life.side()), life.part().subject(life.field()), text, life.written(), life.notice(),
            life.decision(), life.run());
    }
}
