package nl.koppelwerk.sandbox.tribe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a delivery: a SHA-512 digest of the raw body and the secret, its bytes in Base64. */
final class TribeSignature {

    private TribeSignature() {
    }

    static String of(String variant, String secret, byte[] body) {
        try {
            return Base64.getEncoder().encodeToString(digest(variant, secret.getBytes(StandardCharsets.UTF_8), body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String variant, byte[] secret, byte[] body) throws GeneralSecurityException {
        if (variant.equals("hmac-sha512")) {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret, "HmacSHA512"));
            return mac.doFinal(body);
        }
        var sha = MessageDigest.getInstance("SHA-512");
        sha.update(variant.equals("sha512-secret-body") ? secret : body);
        return sha.digest(variant.equals("sha512-secret-body") ? body : secret);
    }
}
