package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person decides.
 *
 * @param fields  per field {@code "source"}, {@code "target"} or {@code {"value": "…"}}
 * @param release lets go what a hold keeps back: an emptying, a brake, a reused id, a new partner; of a relation whose pair was cut it makes the two one again
 * @param another of a reused id: it is another relation, which gets a look of its own; the former pair has lost its partner
 * @param partner of several candidates the one that is meant
 * @param all     {@code "source"} or {@code "target"} for every field that differs; needs the stamp
 * @param stamp   of the comparison that was before the person: refused once either side holds anything else, and answered when both are written
 */
record Resolve(@Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class,
    description = "Per field \"source\", \"target\" or {\"value\": \"…\"}.") Map<String, JsonNode> fields,
    Boolean release, Boolean another, String partner, String all, String stamp) {

    Map<String, JsonNode> chosen() { return fields == null ? Map.of() : fields; }

    Resolve choosing(Map<String, JsonNode> chosen) { return new Resolve(chosen, release, another, partner, null, stamp); }

    boolean releases() { return Boolean.TRUE.equals(release); }

    boolean parts() { return Boolean.TRUE.equals(another); }
}
