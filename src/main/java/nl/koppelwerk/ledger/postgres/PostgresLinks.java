package nl.koppelwerk.ledger.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;

final class PostgresLinks implements Links {

    private static final String SELECT = "SELECT l.* FROM link l";

    private final Database database;
    private final Secrets secrets;
    private final PostgresAccounts accounts;
    private final Timing timing;

    PostgresLinks(Database database, Secrets secrets, PostgresAccounts accounts, Timing timing) {
        this.database = database;
        this.secrets = secrets;
        this.accounts = accounts;
        this.timing = timing;
    }

    /** An office that does not exist yet is made with it. */
    @Override public Link create(NewLink link) {
        var id = RandomId.next();
        database.transaction(statements -> {
            statements.change("INSERT INTO office (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING", link.office(), link.office());
            var ids = new EnumMap<Side, String>(Side.class);
            for (var side : Side.values()) ids.put(side, accounts.of(statements, link.office(), link.accounts().get(side)));
            statements.change("""
                INSERT INTO link (id, office_id, type, name, settings, source_account, target_account, source_secret, target_secret)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id, link.office(), link.type(), link.name(), new Json(link.settings().toString()), ids.get(Side.SOURCE), ids.get(Side.TARGET),
                hashed(RandomId.secret()), hashed(RandomId.secret()));
            return statements.change("INSERT INTO link_turn (link_id) VALUES (?)", id);
        });
        return find(id).orElseThrow();
    }

    private byte[] hashed(String secret) { return secrets.hash("webhook secret", secret); }

    @Override public Optional<Link> find(String link) { return database.row(SELECT + " WHERE l.id = ?", PostgresLinks::link, link); }

    @Override public List<Link> of(List<String> offices, String afterId, int most) {
        return database.rows(SELECT + " WHERE l.office_id = ANY (?) AND l.id > ? ORDER BY l.id LIMIT ?", PostgresLinks::link,
            Column.texts(offices, office -> office), afterId, most);
    }

    private static Link link(Row row) throws SQLException {
        return new Link(row.text("id"), row.text("office_id"), row.text("type"), row.text("name"), State.valueOf(row.text("state")), row.text("why"),
            (ObjectNode) LedgerJson.read(row.text("settings")),
            Map.of(Side.SOURCE, row.text("source_account"), Side.TARGET, row.text("target_account")), webhooks(row),
            row.moment("quiet_until"), row.moment("created_at"));
    }

    private static Map<Side, Instant> webhooks(Row row) throws SQLException {
        var last = new EnumMap<Side, Instant>(Side.class);
        for (var side : Side.values()) {
            var at = row.moment(prefix(side) + "_last_webhook");
            if (at != null) last.put(side, at);
        }
        return last;
    }

    private static String prefix(Side side) { return side == Side.SOURCE ? "source" : "target"; }

    @Override public void change(String link, State state, String why) {
        database.transaction(statements -> {
            statements.change("""
                UPDATE link SET state = ?, why = ?, probe_at = CASE WHEN ? THEN hub_now() + ? END,
                    stopped_token = CASE WHEN ? THEN nextval('claim_token') END WHERE id = ?""",
                state, why, state == State.STOPPED, timing.probe(), state == State.STOPPED, link);
            return statements.change("DELETE FROM link_health WHERE link_id = ?", link);
        });
    }

    @Override public void settings(String link, ObjectNode settings) {
        database.change("UPDATE link SET settings = ? WHERE id = ?", new Json(settings.toString()), link);
    }

    @Override public void collect(String link, boolean collects) {
        database.transaction(statements -> {
            if (!collects) statements.change("UPDATE notice SET lane = 0 WHERE link_id = ? AND lane = 2", link);
            return statements.change("UPDATE link SET collects = ? WHERE id = ?", collects, link);
        });
    }

    @Override public boolean quietUntil(String link, Instant opens) {
        return 0 < database.change("UPDATE link SET quiet_until = ? WHERE id = ? AND quiet_until IS DISTINCT FROM ?", opens, link, opens);
    }

    @Override public void account(String link, Side side, String baseUrl, String authUrl, Map<String, String> credentials) {
        var account = find(link).orElseThrow().accounts().get(side);
        database.transaction(statements -> {
            accounts.change(statements, account, baseUrl, authUrl, credentials);
            return account;
        });
    }

    @Override public boolean webhookSecretIs(String link, Side side, String secret) {
        return database.row("SELECT %s_secret AS hash FROM link WHERE id = ?".formatted(prefix(side)), row -> row.bytes("hash"), link)
            .filter(kept -> MessageDigest.isEqual(kept, hashed(secret))).isPresent();
    }

    @Override public int brake(String link) { return database.row("SELECT brake_of(?) AS brake", row -> row.count("brake"), link).orElseThrow(); }

    @Override public String rotateWebhookSecret(String link, Side side) {
        var secret = RandomId.secret();
        database.change("UPDATE link SET %s_secret = ? WHERE id = ?".formatted(prefix(side)), hashed(secret), link);
        return secret;
    }

    /** Kept to the second, so that a burst does not queue for one row. */
    @Override public void webhookArrived(String link, Side side) {
        database.change("""
            UPDATE link SET %1$s_last_webhook = hub_now()
            WHERE id = ? AND (%1$s_last_webhook IS NULL OR %1$s_last_webhook < hub_now() - interval '1 second')""".formatted(prefix(side)), link);
    }

    @Override public void heard(String link, Side side, Hearing hearing) {
        database.change("""
            INSERT INTO webhook_hearing (link_id, side, hearing) VALUES (?, ?, ?)
            ON CONFLICT (link_id, side) DO UPDATE SET hearing = excluded.hearing, asked_at = hub_now()""", link, side, hearing);
    }

    @Override public Map<Side, Heard> heard(String link) {
        var heard = new EnumMap<Side, Heard>(Side.class);
        database.rows("SELECT side, hearing, asked_at FROM webhook_hearing WHERE link_id = ?",
            row -> heard.put(row.side("side"), new Heard(Hearing.valueOf(row.text("hearing")), row.moment("asked_at"))), link);
        return heard;
    }
}
