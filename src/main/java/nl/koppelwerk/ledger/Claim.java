package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.Side;

/**
 * A notice that this worker may work on until its lease ends.
 *
 * @param token      names this claim in every later statement; a statement that finds another one does nothing
 * @param generation the newest hint that this claim covers
 * @param stale      a hint came after the stored observation: read first
 * @param attempts   failed attempts of this generation
 */
public record Claim(long token, String link, Side side, String root, long generation, Lane lane, boolean stale,
                    int attempts, List<String> reasons, Instant leaseEnds) {}
