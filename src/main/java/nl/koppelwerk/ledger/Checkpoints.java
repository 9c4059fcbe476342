package nl.koppelwerk.ledger;

import java.util.Optional;
import nl.koppelwerk.link.Side;

/** What a listing remembers: where it is in this pass, and from where the next one starts. */
public interface Checkpoints {

    Optional<Place> find(String link, Side side, String listing);

    /** Committed with each page. */
    void at(String link, Side side, String listing, Place place);

    /**
     * @param position  opaque, of the pass that is going on; empty at its start
     * @param newest    the newest stamp seen in this pass, the server's own text
     * @param watermark the server's own text from which the next pass starts; empty before the first
     */
    record Place(String position, String newest, String watermark) {}
}
