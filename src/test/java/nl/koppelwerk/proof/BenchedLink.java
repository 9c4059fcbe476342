package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a delivery is in one link: what is edited and told of, where it arrives, and the bare calls of it. */
interface BenchedLink {

    /** Nothing but the bench tells the hub of an edit there. */
    Running scene();

    /** Of pairs the ids that are edited and told of, by the ids where that arrives. */
    Map<String, String> pairs();

    /** Gives a record a value of its own in this round. */
    void edit(String told, int round, int number);

    WebhookBurst.Letter letter(String told);

    /** The system where it arrives. */
    String arrivesIn();

    /** A record there has the value of that round. */
    boolean has(JsonNode record, int round);

    /** Queries of the stand-ins' log for the reads of a record and for its writes. */
    String looks();

    String writes();

    /** The calls that the hub makes for a delivery, to as many records that are not synchronised: the next delivery must find its version. */
    FloorPlan floor();

    List<String> differences();
}
