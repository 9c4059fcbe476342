package nl.koppelwerk.ledger.postgres;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Tokens;

/** The text of a token is its id, by which its row is found, a full stop, and its secret, which is compared. */
record PostgresTokens(Database database, Secrets secrets) implements Tokens {

    private static final String SELECT = """
        SELECT t.*, l.office_id, CASE WHEN t.revoked_at IS NOT NULL THEN 'REVOKED' WHEN t.expires_at <= hub_now() THEN 'EXPIRED' ELSE 'VALID' END AS state
        FROM access_token t JOIN link l ON l.id = t.link_id\s""";

    private record Kept(Token token, byte[] hash) {}

    @Override public Optional<Issued> issue(String link, String name, Instant expires, String by) {
        var id = RandomId.next();
        var secret = RandomId.secret();
        int made = database.change("""
            INSERT INTO access_token (id, link_id, name, hash, made_by, expires_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (link_id, name) DO NOTHING""",
            id, link, name, hashed(secret), by, expires);
        return made == 0 ? Optional.empty() : find(link, id).map(token -> new Issued(token, id + "." + secret));
    }

    private byte[] hashed(String secret) { return secrets.hash("access token", secret); }

    @Override public List<Token> of(String link, String afterId, int most) {
        return database.rows(SELECT + "WHERE t.link_id = ? AND t.id > ? ORDER BY t.id LIMIT ?", PostgresTokens::token, link, afterId, most);
    }

    @Override public Optional<Token> revoke(String link, String token) {
        database.change("UPDATE access_token SET revoked_at = hub_now() WHERE link_id = ? AND id = ? AND revoked_at IS NULL", link, token);
        return find(link, token);
    }

    private Optional<Token> find(String link, String token) {
        return database.row(SELECT + "WHERE t.link_id = ? AND t.id = ?", PostgresTokens::token, link, token);
    }

    @Override public Optional<Token> shown(String text) {
        int stop = text.indexOf('.');
        // Nothing that was given out has U+0000, and a database cannot even be asked for it.
        if (stop < 0 || text.indexOf('\0') >= 0) return Optional.empty();
        return database.row(SELECT + "WHERE t.id = ?", row -> new Kept(token(row), row.bytes("hash")), text.substring(0, stop))
            .filter(kept -> MessageDigest.isEqual(kept.hash(), hashed(text.substring(stop + 1)))).map(Kept::token).filter(token -> token.state() == State.VALID);
    }

    private static Token token(Row row) throws SQLException {
        return new Token(row.text("id"), row.text("link_id"), row.text("office_id"), row.text("name"), State.valueOf(row.text("state")), row.text("made_by"),
            row.moment("made_at"), row.moment("expires_at"), row.moment("revoked_at"));
    }
}
