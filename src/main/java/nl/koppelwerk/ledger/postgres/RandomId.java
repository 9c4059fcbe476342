package nl.koppelwerk.ledger.postgres;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Ids and secrets that nobody can guess. */
final class RandomId {

    private static final int SECRET_BYTES = 24;

    private RandomId() { }

    /** Short enough for an address and a log line. */
    static String next() { return Long.toString(ByteBuffer.wrap(Secrets.random(Long.BYTES)).getLong() >>> 1, Character.MAX_RADIX); }

    static String secret() { return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(SECRET_BYTES)); }
}
