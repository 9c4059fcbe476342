package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import nl.koppelwerk.ledger.Authorizations;

/** The text of a state is the id of its row, a full stop, and its secret, which is compared. */
record PostgresAuthorizations(Database database, Secrets secrets) implements Authorizations {

    /** As Base64 it has the 43 signs that RFC 7636 asks for. */
    private static final int VERIFIER_BYTES = 32;

    @Override public Begun begin(String account, String by, Duration life) {
        database.change("DELETE FROM open_authorization WHERE ends_at <= hub_now()");
        var id = RandomId.next();
        var secret = RandomId.secret();
        var verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(VERIFIER_BYTES));
        database.change("INSERT INTO open_authorization (id, hash, account_id, begun_by, verifier, ends_at) VALUES (?, ?, ?, ?, ?, hub_now() + ?)",
            id, hashed(secret), account, by, secrets.seal(verifier.getBytes(UTF_8), place(id)), life);
        return new Begun(account, by, id + "." + secret, verifier);
    }

    @Override public Optional<Begun> end(String state) {
        int stop = state.indexOf('.');
        // Nothing that was given out has U+0000, and a database cannot even be asked for it.
        if (stop < 0 || state.indexOf('\0') >= 0) return Optional.empty();
        var id = state.substring(0, stop);
        return database.row("SELECT hash FROM open_authorization WHERE id = ?", row -> row.bytes("hash"), id)
            .filter(hash -> MessageDigest.isEqual(hash, hashed(state.substring(stop + 1)))).flatMap(known -> taken(id, state));
    }

    /** Of two that bring it at the same moment one deletes it. */
    private Optional<Begun> taken(String id, String state) {
        return database.row("DELETE FROM open_authorization WHERE id = ? RETURNING *, ends_at <= hub_now() AS is_over", row -> row.flag("is_over") ? Optional.<Begun>empty()
            : Optional.of(begun(row, id, state)), id).flatMap(found -> found);
    }

    private Begun begun(Row row, String id, String state) throws SQLException {
        return new Begun(row.text("account_id"), row.text("begun_by"), state, new String(secrets.open(row.bytes("verifier"), place(id)), UTF_8));
    }

    private byte[] hashed(String secret) { return secrets.hash("authorization", secret); }

    private static String place(String id) { return "authorization " + id; }
}
