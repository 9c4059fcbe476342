package nl.koppelwerk.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed digest that proves who wrote something. */
public final class Hmac {

    private static final String SHA_256 = "HmacSHA256";

    private Hmac() {
    }

    /** In small hexadecimal digits. */
    public static String sha256(String secret, byte[] text) {
        try {
            var mac = Mac.getInstance(SHA_256);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), SHA_256));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
