package nl.koppelwerk.reconcile;

import java.math.BigInteger;
import java.util.HexFormat;

/** One number for any number of content ids, in whatever order they come: their sum modulo 2^256. */
public record ContentSum(BigInteger value) {

    public static final ContentSum NONE = new ContentSum(BigInteger.ZERO);
    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.TWO.pow(8 * BYTES);

    public static ContentSum of(byte[] bytes) { return new ContentSum(new BigInteger(1, bytes)); }

    public ContentSum plus(byte[] id) { return new ContentSum(value.add(new BigInteger(1, id)).mod(MODULUS)); }

    /** Always 32 bytes. */
    public byte[] bytes() {
        var bytes = new byte[BYTES];
        var digits = value.toByteArray();
        int from = Math.max(0, digits.length - BYTES);
        System.arraycopy(digits, from, bytes, BYTES - digits.length + from, digits.length - from);
        return bytes;
    }

    public String text() { return HexFormat.of().formatHex(bytes()); }
}
