package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How a system writes the moment of a change: ISO 8601 of any precision.
 *
 * @param zone where a moment without a zone is meant
 */
public record Moment(ZoneId zone) {

    /** Null where the moment is missing or cannot be read: a stamp is a hint only. */
    Instant read(JsonNode node) {
        if (!node.isTextual()) return null;
        try {
            var moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(node.textValue().strip(), OffsetDateTime::from, LocalDateTime::from);
            return moment instanceof OffsetDateTime known ? known.toInstant() : ((LocalDateTime) moment).atZone(zone).toInstant();
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }
}
