package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens of programs beside the hub, such as a CRM's own screen; each reaches one link and is good for comparing and choosing there. */
public interface Tokens {

    /**
     * A new one; the only moment at which its text is told. Empty where the link has or had one of that name.
     *
     * @param expires null until it is revoked
     */
    Optional<Issued> issue(String link, String name, Instant expires, String by);

    /** Those of a link, ordered by id, also what is worth nothing any more. */
    List<Token> of(String link, String afterId, int most);

    /** Worth nothing from now on. Empty where the link has no such token. */
    Optional<Token> revoke(String link, String token);

    /** The valid token of which this is the text; constant-time comparison. */
    Optional<Token> shown(String text);

    enum State { VALID, EXPIRED, REVOKED }

    /**
     * @param office    that of the link
     * @param expiresAt null where it does not expire
     * @param revokedAt null where it was not revoked
     */
    record Token(String id, String link, String office, String name, State state, String madeBy, Instant madeAt, Instant expiresAt, Instant revokedAt) {}

    record Issued(Token token, String text) {
        @Override public String toString() { return "Issued[" + token.id() + "]"; }
    }
}
