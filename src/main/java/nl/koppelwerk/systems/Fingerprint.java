package nl.koppelwerk.systems;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A certificate, known by its SHA-256.
 *
 * @param hex 64 small hexadecimal digits
 */
public record Fingerprint(String hex) {

    /** The credential of an account that may be reached under one certificate only. */
    public static final String PINNED = "certificateSha256";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** As people copy it: with colons or blanks or neither, with what openssl writes before it; empty where it is none. */
    public static Optional<Fingerprint> typed(String text) {
        var hex = text.replaceFirst("(?i)^\\s*sha-?256 fingerprint=", "").replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        return HEX.matcher(hex).matches() ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return new Fingerprint(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As browsers and openssl show it. */
    @Override public String toString() { return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex)); }
}
