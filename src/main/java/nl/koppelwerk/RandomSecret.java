package nl.koppelwerk;

import java.security.SecureRandom;
import java.util.Base64;

/** 32 random bytes as Base64 text: a key for AES-256, and a password that nobody types. */
final class RandomSecret {
    static final int BYTES = 32;

    private RandomSecret() {
    }

    static String text() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
