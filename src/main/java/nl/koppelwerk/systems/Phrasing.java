package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How a vendor puts into JSON what it has against a call. */
public interface Phrasing {

    /** In the vendor's order; none where the document says nothing that is understood. */
    List<Complaint> complaints(ObjectNode document);

    /** A refusal of the account, under a status that speaks of the content. */
    default boolean denies(ObjectNode document) { return false; }

    /**
     * @param pointer  to what was sent, by the vendor's names with slashes between; empty for all of it
     * @param sentence blank where there is none; it may hold what was sent, and is masked
     * @param code     of the vendor's own list; empty where there is none
     */
    record Complaint(String pointer, String sentence, String code) {}
}
