package nl.koppelwerk.systems;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The three headers of a Standard Webhook (1.0.0): {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}.
 *
 * @param timestamp  seconds since 1970
 * @param signatures a list with spaces between, so that a secret can be renewed; one right one is enough
 */
public record StandardWebhook(String id, String timestamp, String signatures) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Reads them from one text, with spaces between; what is missing is empty. */
    public static StandardWebhook parse(String headers) {
        var parts = headers.split(" ", 3);
        return parts.length < 3 ? new StandardWebhook("", "", "") : new StandardWebhook(parts[0], parts[1], parts[2]);
    }

    /** Signed with that secret over exactly these bytes, within five minutes; compared in constant time. */
    public boolean isRight(String secret, byte[] raw, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) return false;
        long seconds = Long.parseLong(timestamp);
        if (Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) > 0) return false;
        try {
            var expected = bytes(new Webhook(secret).sign(id, seconds, exactly(raw)));
            return Arrays.stream(signatures.split(" ")).anyMatch(one -> MessageDigest.isEqual(expected, bytes(one)));
        } catch (EmptyWebhookSecretException | WebhookSigningException | CharacterCodingException | IllegalArgumentException useless) {
            return false;
        }
    }

    /** The library signs text: bytes that are none would be read as others than were sent. */
    private static String exactly(byte[] raw) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    }

    private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }
}
