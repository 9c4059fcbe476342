package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Phrasing;

/**
 * Nobody has seen an error document of AdminPulse: a message or a problem document is read, anything else is its status.
 *
 * @param scope that the call needs
 */
record AdminPulsePhrasing(String scope) implements Phrasing {

    @Override public List<Complaint> complaints(JsonNode document) {
        var sentence = Stream.of("message", "detail", "title").map(name -> document.path(name).asText("")).filter(text -> !text.isBlank()).findFirst().orElse("");
        return sentence.isEmpty() ? List.of() : List.of(new Complaint("", sentence, ""));
    }

    /** By the documented list a missing scope is 401, which a wrong key is too. */
    @Override public String denial(int status, JsonNode document) { return status == 403 ? lacking() : ""; }

    String lacking() { return Phrase.SCOPE_LACKING.with("scope", scope).kept(); }
}
