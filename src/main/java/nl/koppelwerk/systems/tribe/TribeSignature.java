package nl.koppelwerk.systems.tribe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Tribe signs: a SHA-512 digest over the raw body with the webhook secret, its bytes as Base64. Which digest is a reading of the portal. */
enum TribeSignature {

    HMAC_SHA512 {
        @Override byte[] digest(byte[] secret, byte[] body) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret, "HmacSHA512"));
            return mac.doFinal(body);
        }
    },
    SHA512_SECRET_BODY {
        @Override byte[] digest(byte[] secret, byte[] body) throws GeneralSecurityException { return sha512(secret, body); }
    },
    SHA512_BODY_SECRET {
        @Override byte[] digest(byte[] secret, byte[] body) throws GeneralSecurityException { return sha512(body, secret); }
    };

    abstract byte[] digest(byte[] secret, byte[] body) throws GeneralSecurityException;

    static TribeSignature named(String setting) { return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_')); }

    /** In constant time. */
    boolean isRight(String signature, String secret, byte[] body) {
        try {
            var expected = Base64.getEncoder().encode(digest(secret.getBytes(StandardCharsets.UTF_8), body));
            return MessageDigest.isEqual(expected, signature.strip().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] sha512(byte[] first, byte[] second) throws GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-512");
        sha.update(first);
        return sha.digest(second);
    }
}
