package nl.koppelwerk.systems.snelstart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.koppelwerk.systems.WebhookDoor;

/** HMAC-SHA256 over the raw body, in hexadecimal digits or Base64; SnelStart documents none, so it counts only where a secret was agreed on. */
final class SnelStartSignature {

    private static final String DIGEST = "HmacSHA256";

    private SnelStartSignature() { }

    /** In constant time. */
    static boolean isRight(String shown, String secret, byte[] raw) {
        var digest = digest(secret, raw);
        var plain = shown.strip().replaceFirst("^(?i)sha256=", "");
        return WebhookDoor.same(plain.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(digest))
            | WebhookDoor.same(plain, Base64.getEncoder().encodeToString(digest));
    }

    private static byte[] digest(String secret, byte[] raw) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), DIGEST));
            return mac.doFinal(raw);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
