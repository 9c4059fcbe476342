package nl.koppelwerk.ledger.postgres;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The key of one relation: without it nothing that was sealed for that relation can be read, which is how a person is erased. */
record RelationKey(long relation, byte[] key) {

    private static final byte FORMAT = 1;
    private static final int HEAD = 1 + Long.BYTES;

    /** Format, the relation whose key it is (a folded row's values keep their own), and the sealed text. */
    byte[] seal(byte[] plain) {
        var sealed = Secrets.seal(key, plain, place(relation));
        return ByteBuffer.allocate(HEAD + sealed.length).put(FORMAT).putLong(relation).put(sealed).array();
    }

    byte[] open(byte[] sealed) { return Secrets.open(key, Arrays.copyOfRange(sealed, HEAD, sealed.length), place(relation)); }

    static long relationOf(byte[] sealed) {
        if (sealed.length < HEAD || sealed[0] != FORMAT) throw new UnreadableSecret("A stored value has no known format");
        return ByteBuffer.wrap(sealed, 1, Long.BYTES).getLong();
    }

    private static String place(long relation) { return "relation " + relation; }

    @Override public String toString() { return "RelationKey[" + relation + "]"; }
}
