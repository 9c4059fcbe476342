package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.OpenCreate;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Predecessor;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Wanted;

/** The row that {@code open_look} answers, read back into what the core knows. */
record OpenedLook(Row row, RelationKeys keys) {

    Dossier dossier(Claim claim, String facet, List<Predecessor> was) throws SQLException {
        keys.of(row.number("id"), row.bytes("wrapped_key"));
        var known = new EnumMap<Side, Sighting>(Side.class);
        var current = new EnumMap<Side, Sighting>(Side.class);
        see(Side.SOURCE, "s", claim, known, current);
        see(Side.TARGET, "t", claim, known, current);
        return new Dossier(row.id("id"), row.number("revision"), pair(facet), current, known, looked(known), deliveries(), openCreate(),
            row.list("part_of"), watches(), answered(), wanted(), was);
    }

    /** Where a listing brought what is known now, what a look saw before it; the stamps of that are gone. */
    private Map<Side, Sighting> looked(Map<Side, Sighting> known) throws SQLException {
        var looked = new EnumMap<Side, Sighting>(Side.class);
        for (var sighting : known.values()) {
            var prefix = sighting.side() == Side.SOURCE ? "s" : "t";
            var before = row.bytes(prefix + "_looked");
            if (!row.flag(prefix + "_fresh")) looked.put(sighting.side(), sighting);
            else if (before != null) looked.put(sighting.side(), sighting.with(RecordJson.relation(keys.open(before))));
        }
        return looked;
    }

    private OpenCreate openCreate() throws SQLException { return OpenCreate.valueOf(row.text("open_create")); }

    private List<Wanted> wanted() throws SQLException {
        List<Long> ids = row.list("wanted_id");
        List<byte[]> bodies = row.list("wanted_body");
        var all = new ArrayList<Wanted>();
        List<Boolean> doubted = row.list("wanted_doubted");
        for (int i = 0; i < ids.size(); i++) all.add(wanted(PlanJson.wanted(Long.toString(ids.get(i)), keys.open(bodies.get(i))), doubted.get(i)));
        return all;
    }

    private static Wanted wanted(Wanted stored, boolean doubted) { return stored instanceof Wanted.Put put ? put.doubted(doubted) : stored; }

    private void see(Side side, String prefix, Claim claim, Map<Side, Sighting> known, Map<Side, Sighting> current) throws SQLException {
        var body = row.bytes(prefix + "_body");
        if (body == null) return;
        var sighting = new Sighting(side, row.text(side == Side.SOURCE ? "source_root" : "target_root"), RecordJson.relation(keys.open(body)),
            row.text(prefix + "_version"), row.moment(prefix + "_modified"), row.moment(prefix + "_asked"));
        known.put(side, sighting);
        boolean isStale = row.flag(prefix + "_stale") || claim.stale() && claim.side() == side;
        if (!isStale) current.put(side, sighting);
    }

    private Pair pair(String facet) throws SQLException {
        var rest = row.bytes("pairing");
        var source = row.text("source_root");
        var target = row.text("target_root");
        if (rest == null) return new Pair(facet, source, target, Baseline.NONE, Baseline.NONE, List.of(), java.util.Set.of(), List.of(), Map.of());
        return PairJson.pair(facet, source, target, PairJson.baseline(keys.open(row.bytes("source"))),
            PairJson.baseline(keys.open(row.bytes("target"))), keys.open(rest));
    }

    private List<Watch> watches() throws SQLException {
        List<Short> sides = row.list("w_side");
        List<String> parts = row.list("w_part");
        List<Timestamp> since = row.list("w_since"), until = row.list("w_until"), looked = row.list("w_looked");
        var given = givenUp();
        return IntStream.range(0, sides.size()).mapToObj(i -> new Watch(Side.values()[sides.get(i)], PartKey.parse(parts.get(i)),
            since.get(i).toInstant(), until.get(i).toInstant(), looked.get(i).toInstant(), given.getOrDefault(sides.get(i) + parts.get(i), List.of()))).toList();
    }

    /** What attempts that were given up had sent, by side and part. */
    private Map<String, List<List<Sent>>> givenUp() throws SQLException {
        List<byte[]> intents = row.list("g_intent");
        List<Timestamp> sent = row.list("g_sent");
        var given = new HashMap<String, List<List<Sent>>>();
        for (int i = 0; i < intents.size(); i++) {
            var write = RecordJson.write(keys.open(intents.get(i)));
            given.computeIfAbsent(write.side().ordinal() + write.target(), absent -> new ArrayList<>()).add(write.sent(sent.get(i).toInstant()));
        }
        return given;
    }

    private List<OpenDelivery> deliveries() throws SQLException {
        List<Long> ids = row.list("d_id");
        if (ids.isEmpty()) return List.of();
        List<String> states = row.list("d_state"), made = row.list("d_made"), versions = row.list("d_version");
        List<byte[]> intents = row.list("d_intent"), answers = row.list("d_answer");
        List<Timestamp> sent = row.list("d_sent"), missed = row.list("d_missed");
        List<Integer> misses = row.list("d_misses");
        var all = new ArrayList<OpenDelivery>();
        for (int i = 0; i < ids.size(); i++) {
            var echo = echo(answers.get(i));
            all.add(new OpenDelivery(DeliveryId.text(row.number("id"), ids.get(i)), RecordJson.write(keys.open(intents.get(i))),
                OpenDelivery.State.valueOf(states.get(i)), made.get(i), versions.get(i), echo.values(), echo.handles(), instant(sent.get(i)),
                misses.get(i), instant(missed.get(i))));
        }
        return all;
    }

    private RecordJson.Echo echo(byte[] answer) { return answer == null ? RecordJson.Echo.NONE : RecordJson.Echo.read(keys.open(answer)); }

    private static Instant instant(Timestamp at) { return at == null ? null : at.toInstant(); }

    private List<Question.Answered> answered() throws SQLException {
        return row.<byte[]>list("a_body").stream().map(body -> RecordJson.answered(keys.open(body))).toList();
    }
}
