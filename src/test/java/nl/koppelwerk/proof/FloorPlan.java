package nl.koppelwerk.proof;

import java.util.List;
import java.util.Map;

/**
 * Which calls the floor makes.
 *
 * @param reading headers of the reads
 * @param writing headers of the write
 * @param body    of a write, with a place for a number of seven digits
 */
record FloorPlan(Map<String, String> reading, Map<String, String> writing, String body, List<Delivery> deliveries) {

    /** @param version that the write begins with; each answer tells the next one */
    record Delivery(List<String> reads, String write, String version) {
    }
}
