package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.Tokens;

/**
 * What people allowed: first a code, then refresh tokens, one after the other and each good once. Whoever shows one a second time has
 * taken it from somebody: all that came of it ends (RFC 9700, section 4.14). A code lives a minute, a refresh token 30 days; both are invented.
 */
final class ApGrants {

    private static final String ACCESS = "access";
    private static final String TURN = "turn";
    private static final int CODE = 0;
    private static final long CODE_MS = 60_000;
    private static final long REFRESH_MS = 30L * 24 * 3_600_000;

    private final Bucket kept;
    private final Tokens tokens;
    private final SandboxClock clock;

    ApGrants(Bucket kept, Tokens tokens, SandboxClock clock) {
        this.kept = kept;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Its code; an empty challenge is of a client that shows no verifier. */
    String begin(String scopes, String redirect, String challenge) {
        // No seed makes the same one again, for what was allowed outlives a reset.
        var id = UUID.randomUUID().toString();
        kept.put(id, Json.object().put("id", id).put("scopes", scopes).put("redirect", redirect).put("challenge", challenge).put("turn", CODE));
        return proof(id, CODE, CODE_MS);
    }

    /** The grant of a code that is shown by whom it was given to; from now on the code is spent, also where it was shown wrongly. */
    Optional<ObjectNode> byCode(String code, String redirect, String verifier) {
        return spent(code, true, true).filter(grant -> {
            var challenge = grant.get("challenge").textValue();
            var isRight = grant.get("redirect").textValue().equals(redirect) && (challenge.isEmpty() ? verifier.isEmpty() : challenge.equals(hash(verifier)));
            if (!isRight) {
                kept.remove(grant.get("id").textValue());
            }
            return isRight;
        });
    }

    /** @param isGoodOnce and the next one comes with the answer */
    Optional<ObjectNode> byRefresh(String token, boolean isGoodOnce) {
        return spent(token, false, isGoodOnce);
    }

    String access(ObjectNode grant, long millis) {
        return tokens.issue(ACCESS + " " + grant.get("id").textValue(), clock.millis() + millis);
    }

    String refresh(ObjectNode grant) {
        return proof(grant.get("id").textValue(), grant.get("turn").intValue(), REFRESH_MS);
    }

    /** What an access token allows; empty for one that is none, is over, or whose grant was withdrawn. */
    Optional<String> scopes(String token) {
        return words(token, ACCESS).flatMap(words -> kept.get(words.get(1))).map(grant -> grant.get("scopes").textValue());
    }

    /** As the person does who allowed it, in AdminPulse's own screens. */
    void withdraw() {
        kept.clear();
    }

    private Optional<ObjectNode> spent(String proof, boolean isCode, boolean isGoodOnce) {
        var words = words(proof, TURN).filter(shown -> isCode == (Integer.parseInt(shown.get(2)) == CODE));
        var grant = words.flatMap(shown -> kept.get(shown.get(1)));
        if (grant.isPresent() && grant.get().get("turn").intValue() != Integer.parseInt(words.get().get(2))) {
            kept.remove(words.get().get(1));
            return Optional.empty();
        }
        grant.filter(found -> isGoodOnce).ifPresent(found -> kept.put(found.get("id").textValue(), found.put("turn", found.get("turn").intValue() + 1)));
        return grant;
    }

    private Optional<List<String>> words(String token, String kind) {
        return tokens.allowed(token, clock.millis()).map(allowed -> List.of(allowed.split(" "))).filter(words -> words.get(0).equals(kind));
    }

    private String proof(String grant, int turn, long millis) {
        return tokens.issue(TURN + " " + grant + " " + turn, clock.millis() + millis);
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
