package nl.koppelwerk.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compares passwords with their BCrypt hashes, in constant time. */
@ApplicationScoped
class Passwords {

    /** A hash that no password has: of 32 random bytes that nobody keeps. */
    static final String NOBODY = BcryptUtil.bcryptHash(java.util.HexFormat.of().formatHex(random()));
    private static final int KEPT = 1_000;

    /** BCrypt is slow on purpose, and a program logs in with each call: a password that matched a hash is known again by its keyed hash. */
    private final Map<String, byte[]> matched = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) { return size() > KEPT; }
    });
    private final SecretKeySpec ofThisProcess = new SecretKeySpec(random(), "HmacSHA256");

    static String hash(String password) { return BcryptUtil.bcryptHash(password); }

    /** A changed password has another hash, so the old one stops matching at once. */
    boolean match(String password, String hash) {
        var mine = keyed(password);
        var known = matched.get(hash);
        if (known != null && MessageDigest.isEqual(known, mine)) return true;
        if (!BcryptUtil.matches(password, hash)) return false;
        matched.put(hash, mine);
        return true;
    }

    private byte[] keyed(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(ofThisProcess);
            return mac.doFinal(password.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", impossible);
        }
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
