package nl.koppelwerk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** New ids: never the same twice in one journal, the same again after a reset with the same seed. */
public final class Ids {

    private final Bucket kept;
    private long seed;
    private long last;
    private long reserved;

    public Ids(Bucket kept) {
        this.kept = kept;
        kept.get("ids").ifPresent(state -> {
            seed = state.get("seed").longValue();
            last = state.get("reserved").longValue();
            reserved = last;
        });
    }

    public void restart(long newSeed) {
        seed = newSeed;
        last = 0;
        reserved = 0;
    }

    public long number() {
        // A block at a time, so that the journal is not written for every id.
        if (++last > reserved) {
            reserved = last + 999;
            kept.put("ids", Json.object().put("seed", seed).put("reserved", reserved));
        }
        return last;
    }

    public String uuid() {
        return UUID.nameUUIDFromBytes((seed + ":" + number()).getBytes(StandardCharsets.US_ASCII)).toString();
    }
}
