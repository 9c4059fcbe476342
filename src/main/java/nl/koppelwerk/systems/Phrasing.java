package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.reconcile.Answer;

/** How a vendor puts into JSON what it has against a call. */
public interface Phrasing {

    /** In the vendor's order; none where the document says nothing that is understood. */
    List<Complaint> complaints(JsonNode document);

    /** A refusal of the account, under a status that speaks of the content. */
    default boolean denies(JsonNode document) { return false; }

    /**
     * What the account lacks, in our own words; empty where that is not known.
     *
     * @param status   401 or 403
     * @param document a missing node where the vendor sent none
     */
    default String denial(int status, JsonNode document) { return ""; }

    /** Too much was asked, and not too much for the account: under a status that speaks of its rights. */
    default boolean throttles(JsonNode document) { return false; }

    /** What a failure means whose words say more, or other, than its status; empty where the status is to be believed. */
    default Optional<Answer> meaning(int status, JsonNode document) { return Optional.empty(); }

    /** How many seconds a refusal for too many calls asks to wait, where its words and not its header say so; else empty. */
    default String wait(JsonNode document) { return ""; }

    /**
     * @param pointer  to what was sent, by the vendor's names with slashes between; empty for all of it
     * @param sentence blank where there is none; it may hold what was sent, and is masked
     * @param code     of the vendor's own list; empty where there is none
     * @param known    what the hub says of that code instead, where it knows it
     */
    record Complaint(String pointer, String sentence, String code, Optional<CodeBook.Entry> known) {

        public Complaint(String pointer, String sentence, String code) { this(pointer, sentence, code, Optional.empty()); }
    }
}
