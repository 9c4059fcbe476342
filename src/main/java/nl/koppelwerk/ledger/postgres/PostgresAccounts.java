package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links.NewAccount;

final class PostgresAccounts implements Accounts {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Database database;
    private final Secrets secrets;
    private final Timing timing;

    PostgresAccounts(Database database, Secrets secrets, Timing timing) {
        this.database = database;
        this.secrets = secrets;
        this.timing = timing;
    }

    /** A back-off that is over is none. */
    private static final String SELECT = "SELECT *, back_off_until > hub_now() AS rests FROM account ";

    @Override public Account find(String account) {
        return known(account).orElseThrow(() -> new IllegalArgumentException("there is no account " + account));
    }

    @Override public Optional<Account> known(String account) { return database.row(SELECT + "WHERE id = ?", this::account, account); }

    @Override public Optional<Account> find(String office, String system, String number) {
        return database.row(SELECT + "WHERE office_id = ? AND system = ? AND number = ?", this::account, office, system, number);
    }

    private Account account(Row row) throws SQLException {
        var id = row.text("id");
        var credentials = LedgerJson.texts(LedgerJson.read(secrets.open(row.bytes("credentials"), place(id))));
        return new Account(id, row.text("office_id"), row.text("system"), row.text("number"), row.text("base_url"), row.text("auth_url"),
            credentials, limits(row), row.flag("rests") ? row.moment("back_off_until") : null, row.flag("rests") ? row.text("back_off_why") : "");
    }

    private static Limits limits(Row row) throws SQLException {
        return new Limits(row.count("per_minute"), row.count("per_hour"), row.count("at_once"));
    }

    private static String place(String account) { return "account " + account; }

    private static String placeOfRenewal(String account) { return "renewal of account " + account; }

    /** The office's one account of that number at that system; made when it is new, left as it is when it is known. */
    String of(Statements statements, String office, NewAccount born) throws SQLException {
        var fresh = RandomId.next();
        var id = statements.row("""
            INSERT INTO account AS a (id, office_id, system, number, base_url, auth_url, credentials, per_minute, per_hour, at_once)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (office_id, system, number) DO UPDATE SET number = a.number RETURNING id""",
            row -> row.text("id"), fresh, office, born.system(), born.number(), born.baseUrl(), born.authUrl(), sealed(fresh, born.credentials()),
            born.limits().perMinute(), born.limits().perHour(), born.limits().atOnce()).orElseThrow();
        statements.change("INSERT INTO account_budget (account_id) VALUES (?) ON CONFLICT DO NOTHING", id);
        statements.change("INSERT INTO account_token (account_id) VALUES (?) ON CONFLICT DO NOTHING", id);
        return id;
    }

    void change(Statements statements, String account, String baseUrl, String authUrl, Map<String, String> credentials) throws SQLException {
        statements.change("UPDATE account SET base_url = coalesce(?::text, base_url), auth_url = coalesce(?::text, auth_url) WHERE id = ?",
            baseUrl, authUrl, account);
        if (credentials == null) return;
        statements.change("UPDATE account SET credentials = ?, back_off_until = NULL, back_off_why = '' WHERE id = ?",
            sealed(account, credentials), account);
        statements.change("UPDATE account_token SET token = NULL, expires = NULL, renewal = NULL WHERE account_id = ?", account);
    }

    private byte[] sealed(String account, Map<String, String> credentials) {
        return secrets.seal(LedgerJson.bytes(LedgerJson.of(credentials)), place(account));
    }

    @Override public Permit take(String account, Lane lane) {
        return database.row("SELECT * FROM take_call(?, ?, ?, ?)", row -> {
            var until = row.moment("wait_until");
            return until == null ? new Permit.Granted(account, row.number("slot")) : new Permit.Wait(until);
        }, account, lane, timing.slot(), timing.speed()).orElseThrow();
    }

    @Override public Optional<Instant> dryUntil(String account, Lane lane) {
        return database.row("""
            SELECT CASE WHEN ? = 0 THEN live_dry ELSE backfill_dry END AS dry FROM account_budget
            WHERE account_id = ? AND CASE WHEN ? = 0 THEN live_dry ELSE backfill_dry END > hub_now()""", row -> row.moment("dry"), lane, account, lane);
    }

    @Override public void ended(Permit.Granted permit, Optional<Reading> reading) {
        if (permit.slot() == 0 && reading.isEmpty()) return;
        database.row("SELECT end_call(?, ?, ?::int, ?, ?)", row -> true, permit.account(), permit.slot(), reading.map(Reading::remaining).orElse(null),
            reading.map(told -> told.window().compareTo(MINUTE) <= 0).orElse(false), timing.speed());
    }

    @Override public String token(String account, String refused, Function<String, Token> renew) {
        var sql = "SELECT token, expires, renewal, coalesce(expires <= hub_now(), false) AS stale FROM account_token WHERE account_id = ?";
        var known = database.row(sql, row -> usable(account, row, refused), account).flatMap(found -> found);
        // The lock is waited for only by those who need a new token; whoever comes second finds the first one's.
        return known.orElseGet(() -> database.transaction(statements -> {
            var kept = statements.row(sql + " FOR UPDATE", row -> new Kept(usable(account, row, refused), renewal(account, row)), account).orElseThrow();
            return kept.token().isPresent() ? kept.token().get() : kept(statements, account, renew.apply(kept.renewal()));
        }));
    }

    private record Kept(Optional<String> token, String renewal) {}

    private Optional<String> usable(String account, Row row, String refused) throws SQLException {
        if (row.bytes("token") == null || row.flag("stale")) return Optional.empty();
        return Optional.of(new String(secrets.open(row.bytes("token"), place(account)), UTF_8)).filter(token -> !token.equals(refused));
    }

    private String renewal(String account, Row row) throws SQLException {
        return row.bytes("renewal") == null ? "" : new String(secrets.open(row.bytes("renewal"), placeOfRenewal(account)), UTF_8);
    }

    private String kept(Statements statements, String account, Token token) throws SQLException {
        statements.change("UPDATE account_token SET token = ?::bytea, expires = ?::timestamptz, renewal = ?::bytea WHERE account_id = ?",
            sealed(token.value(), place(account)), token.expires(), sealed(token.renewal(), placeOfRenewal(account)), account);
        return token.value();
    }

    private byte[] sealed(String text, String place) { return text.isEmpty() ? null : secrets.seal(text.getBytes(UTF_8), place); }

    @Override public void authorized(String account, Token token) {
        database.transaction(statements -> kept(statements, account, token));
        wake(account);
    }

    @Override public boolean isAuthorized(String account) {
        return database.row("SELECT renewal IS NOT NULL OR token IS NOT NULL AND coalesce(expires > hub_now(), true) AS is_so FROM account_token WHERE account_id = ?",
            row -> row.flag("is_so"), account).orElse(false);
    }

    @Override public void backOff(String account, Duration rest, String why) {
        database.change("UPDATE account SET back_off_until = hub_now() + ?, back_off_why = ? WHERE id = ?", rest, why, account);
    }

    @Override public void wake(String account) {
        database.change("UPDATE account SET back_off_until = NULL, back_off_why = '' WHERE id = ? AND back_off_until IS NOT NULL", account);
    }
}
