package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with the installation's key, and hashes keyed with another one derived from it. A sealed text is a nonce of 12
 * bytes and the cipher text with its tag of 16; what it is bound to (its {@code place}) must be the same when it is opened.
 */
final class Secrets {

    static final int KEY_BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Enough that no two values of an installation meet by chance, and small in an index. */
    private static final int HASH_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Asking the providers for one costs more than sealing a value. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(() -> engine(() -> Cipher.getInstance("AES/GCM/NoPadding")));
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(() -> engine(() -> Mac.getInstance("HmacSHA256")));

    private final byte[] installation;
    private final SecretKeySpec hashing;
    private final SecretKeySpec attesting;
    private final SecretKeySpec stamping;

    /** @param key 32 bytes as Base64, {@code koppelwerk.secrets.key} */
    Secrets(String key) {
        installation = decoded(key);
        hashing = derived("hashing");
        attesting = derived("attesting");
        stamping = derived("stamping");
    }

    private SecretKeySpec derived(String purpose) {
        return new SecretKeySpec(hmac(new SecretKeySpec(installation, "HmacSHA256"), purpose.getBytes(UTF_8)), "HmacSHA256");
    }

    private static byte[] decoded(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key == null ? "" : key.strip());
            if (bytes.length == KEY_BYTES) return bytes;
        } catch (IllegalArgumentException notBase64) {
            // told below, without the text: it may be a secret that was pasted into the wrong place
        }
        throw new UnreadableSecret("koppelwerk.secrets.key is missing or is not 32 bytes as Base64");
    }

    byte[] seal(byte[] plain, String place) { return seal(installation, plain, place); }

    byte[] open(byte[] sealed, String place) { return open(installation, sealed, place); }

    /** The same value has the same hash in this installation, and nobody without its key can try values out. */
    byte[] hash(String kind, String value) { return hash((kind + '\0' + value).getBytes(UTF_8)); }

    byte[] hash(byte[] content) { return Arrays.copyOf(hmac(hashing, content), HASH_BYTES); }

    /** All 32 bytes, for what is summed, and with a key of its own: no index is found by it. */
    byte[] contentId(byte[] content) { return hmac(attesting, content); }

    /** It is shown to people, some of whom see only a part of the content, so its key is none by which anything is stored. */
    byte[] stamp(String place, byte[] content) {
        var placed = (place + '\0').getBytes(UTF_8);
        var whole = Arrays.copyOf(placed, placed.length + content.length);
        System.arraycopy(content, 0, whole, placed.length, content.length);
        return hmac(stamping, whole);
    }

    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] seal(byte[] key, byte[] plain, String place) {
        var nonce = random(NONCE);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
            var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    static byte[] open(byte[] key, byte[] sealed, String place) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), place);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new UnreadableSecret("The stored value of " + place + " was changed, or belongs to another key or place");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = CIPHER.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            var mac = MAC.get();
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that is none", impossible);
        }
    }

    private interface Engine<T> {
        T make() throws GeneralSecurityException;
    }

    private static <T> T engine(Engine<T> engine) {
        try {
            return engine.make();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM or no HMAC-SHA256", impossible);
        }
    }
}
