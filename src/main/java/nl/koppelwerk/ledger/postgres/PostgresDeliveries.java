package nl.koppelwerk.ledger.postgres;

import java.time.Instant;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.Map;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Step;

final class PostgresDeliveries implements Deliveries {

    /** A create of a root without any key still holds up every unpaired root of its kind. */
    private static final List<MatchKey> NO_KEY = List.of(new MatchKey("", ""));

    private final Database database;
    private final Secrets secrets;
    private final RelationKeys keys;
    private final Timing timing;

    PostgresDeliveries(Database database, Secrets secrets, RelationKeys keys, Timing timing) {
        this.database = database;
        this.secrets = secrets;
        this.keys = keys;
        this.timing = timing;
    }

    @Override public Intent intend(Claim claim, String relation, long revision, Step.Write write, List<MatchKey> identity, Set<String> found, byte[] request) {
        try {
            return intended(claim, Database.id(relation), revision, write, identity, found, request);
        } catch (DatabaseFailure failure) {
            // Two creates of one identity at the same moment: the unique index lets one through.
            if (failure.isConflict()) return new Intent.Rival();
            throw failure;
        }
    }

    private Intent intended(Claim claim, long relation, long revision, Step.Write write, List<MatchKey> identity, Set<String> found, byte[] request) {
        boolean isCreate = write.action() == Step.Action.CREATE;
        boolean isRoot = isCreate && write.root().isEmpty();
        var keyed = isRoot && identity.isEmpty() ? NO_KEY : identity;
        var key = keys.of(relation);
        return database.row("SELECT w.verdict, w.id AS delivery, w.key, hub_now() + interval '30 seconds' AS again, (w.found).* FROM intend_write(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) w",
            row -> verdict(row, relation), claim.token(), claim.link(), claim.side(), claim.root(), timing.deadline(), relation, revision,
            write.side(), isCreate, write.target(), write.destructive(),
            isRoot && write.rootKind() != null ? write.rootKind().name() : null,
            key.seal(RecordJson.of(write)), key.seal(request), Column.texts(keyed, MatchKey::kind),
            Column.bytes(keyed, k -> secrets.hash(k.kind(), k.value())), Column.texts(List.copyOf(found), root -> root)).orElseThrow();
    }

    private Intent verdict(Row row, long relation) throws SQLException {
        return switch (row.text("verdict")) {
            case "GRANTED" -> new Intent.Granted(DeliveryId.text(relation, row.number("delivery")), row.text("key"));
            case "ALREADY_DONE" -> new Intent.AlreadyDone(done(row, relation));
            case "OVER_BRAKE" -> new Intent.OverBrake();
            case "RIVAL" -> new Intent.Rival();
            case "RIVAL_BESIDE" -> new Intent.RivalBeside(row.moment("again"));
            case "LEASE_LOST" -> new Intent.LeaseLost();
            default -> throw new IllegalStateException("the outcome of this write is still open: the core resolves it first");
        };
    }

    private OpenDelivery done(Row row, long relation) throws SQLException {
        var answer = row.bytes("answer");
        var echo = answer == null ? RecordJson.Echo.NONE : RecordJson.Echo.read(keys.open(answer));
        return new OpenDelivery(DeliveryId.text(relation, row.number("delivery")), RecordJson.write(keys.open(row.bytes("intent"))),
            OpenDelivery.State.DONE, row.text("made_id"), row.text("version"), echo.values(), echo.handles(), row.moment("sent_at"),
            row.count("misses"), row.moment("last_miss_at"));
    }

    @Override public int sentSince(String link, Instant since) {
        return database.row("SELECT count(*) AS n FROM delivery WHERE link_id = ? AND sent_at >= ?", row -> row.count("n"), link, since).orElseThrow();
    }

    @Override public Request request(String delivery) {
        var id = DeliveryId.of(delivery);
        return database.row("SELECT request, idempotency_key FROM delivery WHERE id = ?",
            row -> new Request(keys.open(row.bytes("request")), row.text("idempotency_key")), id.number()).orElseThrow();
    }

    @Override public void answered(String delivery, Outcome outcome) {
        database.row("SELECT answer_write(?, ?, ?, ?, ?, ?, ?)", row -> true, answer(delivery, outcome));
    }

    /** The delivery, its state, what was made, the version, the sealed echo, the reasons and ids made along, as the statements take them. */
    Object[] answer(String delivery, Outcome outcome) {
        var id = DeliveryId.of(delivery);
        if (outcome instanceof Outcome.Done done)
            return new Object[] {id.number(), "DONE", text(done.madeId()), text(done.version()),
                keys.of(id.relation()).seal(new RecordJson.Echo(done.echoed(), done.handles()).json()), LedgerJson.reasons(List.of()),
                Column.texts(done.handles().values(), handle -> handle)};
        var reasons = outcome instanceof Outcome.Refused refused ? refused.reasons() : List.<nl.koppelwerk.relation.Reason>of();
        return new Object[] {id.number(), state(outcome), "", "", null, LedgerJson.reasons(reasons), Column.texts(List.<String>of(), handle -> handle)};
    }

    private static String state(Outcome outcome) {
        return Map.of(Outcome.Refused.class, "REFUSED", Outcome.NotSent.class, "NOT_SENT", Outcome.InDoubt.class, "IN_DOUBT").get(outcome.getClass());
    }

    private static String text(String text) { return text == null ? "" : text; }
}
