package nl.koppelwerk.ledger.postgres;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of relations, unwrapped; the last few thousand are kept. */
final class RelationKeys {

    private static final String PLACE = "relation key";
    private static final int KEPT = 10_000;

    private final Database database;
    private final Secrets secrets;
    private final Map<Long, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) { return size() > KEPT; }
    });

    RelationKeys(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private record Kept(byte[] wrapped, RelationKey key) {}

    /** A new key as it is stored with a relation that is new. */
    byte[] wrapped() { return secrets.seal(Secrets.random(Secrets.KEY_BYTES), PLACE); }

    /** The key of a relation whose row was just read; null where the person was erased. */
    RelationKey of(long relation, byte[] wrapped) {
        if (wrapped == null) throw new ErasedPerson(relation);
        var known = kept.get(relation);
        if (known != null && Arrays.equals(known.wrapped(), wrapped)) return known.key();
        var key = new RelationKey(relation, secrets.open(wrapped, PLACE));
        kept.put(relation, new Kept(wrapped, key));
        return key;
    }

    RelationKey of(long relation) {
        var known = kept.get(relation);
        return known != null ? known.key() : database.row("""
            SELECT wrapped_key FROM relation WHERE id = ? UNION ALL SELECT wrapped_key FROM relation_alias WHERE id = ?""",
            row -> of(relation, row.bytes("wrapped_key")), relation, relation).orElseThrow(() -> new ErasedPerson(relation));
    }

    byte[] open(byte[] sealed) { return of(RelationKey.relationOf(sealed)).open(sealed); }

    void forget(long relation) { kept.remove(relation); }
}
