package nl.koppelwerk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens that carry what they allow, their end and a proof, so that they outlive a restart of the sandbox as they would outlive a deployment at the vendor. */
public final class Tokens {

    private record Known(String allowed, long end) {
    }

    private static final Known NOT_OURS = new Known("", 0);

    private final Ids ids;
    private final String secret;
    private final Map<String, Known> known = new HashMap<>();

    public Tokens(Ids ids, String secret) {
        this.ids = ids;
        this.secret = secret;
    }

    public String issue(String allowed, long end) {
        var words = Base64.getUrlEncoder().withoutPadding().encodeToString(allowed.getBytes(StandardCharsets.UTF_8));
        var text = words + "." + Long.toString(end, 36) + "." + Long.toString(ids.number(), 36);
        var token = text + "." + proof(text);
        known.put(token, new Known(allowed, end));
        return token;
    }

    /** What a token allows at a moment; empty for one that has ended or was not made here. */
    public Optional<String> allowed(String token, long now) {
        var found = known.computeIfAbsent(token, this::read);
        if (found.end() <= now) {
            known.remove(token);
            return Optional.empty();
        }
        return Optional.of(found.allowed());
    }

    private Known read(String token) {
        var parts = token.split("\\.");
        if (parts.length != 4 || !parts[3].equals(proof(token.substring(0, token.lastIndexOf('.'))))) {
            return NOT_OURS;
        }
        return new Known(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8), Long.parseLong(parts[1], 36));
    }

    private String proof(String text) {
        return Hmac.sha256(secret, text.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }
}
