package nl.koppelwerk.ledger.postgres;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Predecessor;

final class PostgresDossiers implements Dossiers {

    private static final int MOST_CANDIDATES = 20;

    private final Database database;
    private final Secrets secrets;
    private final RelationKeys keys;
    private final ListingRows listings;
    private final WholeRelation whole;

    PostgresDossiers(Database database, Secrets secrets, RelationKeys keys) {
        this.database = database;
        this.secrets = secrets;
        this.keys = keys;
        this.listings = new ListingRows(database, secrets, keys);
        this.whole = new WholeRelation(database, keys);
    }

    @Override public Optional<Dossier> open(Claim claim, String facet) {
        return database.row("SELECT * FROM open_look(?, ?, ?, ?, ?, ?)",
            row -> new OpenedLook(row, keys).dossier(claim, facet, row.flag("was_another") ? predecessors(claim, facet) : List.of()),
            claim.token(), claim.link(), claim.side(), claim.root(), facet, keys.wrapped());
    }

    private List<Predecessor> predecessors(Claim claim, String facet) {
        var isDirect = database.rows("""
            SELECT r.id, f.n = 1 AS direct FROM former_ids(?, ?, ?) f JOIN relation r ON r.link_id = ? AND r.facet = ? AND %1$s = f.was AND %1$s <> ''
            WHERE r.source_root <> '' AND r.target_root <> '' ORDER BY f.n, f.was""".formatted(root(claim.side())), row -> Map.entry(row.number("id"), row.flag("direct")),
            claim.link(), claim.side(), claim.root(), claim.link(), facet);
        return isDirect.stream().flatMap(former -> whole.find(former.getKey()).stream().map(one -> new Predecessor(one.pair().root(claim.side()).orElseThrow(),
            one.row().id(), one.pair(), former.getValue()))).toList();
    }

    @Override public Set<String> known(String link, String facet, Side side, Collection<String> roots) {
        return new HashSet<>(database.rows("""
            SELECT u.root FROM unnest(?) u(root) JOIN relation r ON r.link_id = ? AND %1$s = u.root AND r.facet = ? AND %1$s <> ''""".formatted(root(side)),
            row -> row.text("root"), Column.texts(List.copyOf(roots), root -> root), link, facet));
    }

    @Override public Optional<Sighting> lastKnown(String link, Side side, String root) {
        return database.row("SELECT * FROM observation WHERE link_id = ? AND side = ? AND root = ? AND part = ''",
            row -> new Sighting(side, root, RecordJson.relation(keys.open(row.bytes("body"))), row.text("version"), row.moment("modified_at"), row.moment("asked_at")), link, side, root);
    }

    @Override public List<Candidate> search(String link, String facet, Side side, List<MatchKey> wanted, String relation) {
        if (wanted.isEmpty()) return List.of();
        var kinds = Column.texts(wanted, MatchKey::kind);
        var hashes = Column.bytes(wanted, key -> secrets.hash(key.kind(), key.value()));
        return database.rows("""
            SELECT f.root, f.strength, r.id, CASE ? WHEN 0 THEN r.target_root ELSE r.source_root END AS partner,
                r.doubted AND EXISTS (SELECT FROM twin_watch w WHERE w.relation_id = r.id AND w.side <> ? AND w.part = '') AS doubted,
                ARRAY(SELECT k.kind FROM match_key k JOIN unnest(?, ?) w(kind, hash) ON w.kind = k.kind WHERE k.link_id = ? AND k.side = ? AND k.root = f.root
                      GROUP BY k.kind HAVING NOT bool_or(k.hash = w.hash)) AS otherwise
            FROM (SELECT k.root, min(w.n) AS strength FROM unnest(?, ?) WITH ORDINALITY w(kind, hash, n)
                  JOIN match_key k ON k.link_id = ? AND k.side = ? AND k.kind = w.kind AND k.hash = w.hash
                  WHERE NOT EXISTS (SELECT FROM open_create o WHERE o.link_id = k.link_id AND o.side = k.side AND o.kind = k.kind AND o.hash = k.hash AND o.relation_id <> ?)
                      OR EXISTS (SELECT FROM relation r WHERE r.link_id = k.link_id AND %1$s = k.root AND %1$s <> '')
                  GROUP BY k.root ORDER BY 2, 1 LIMIT ?) f
            LEFT JOIN relation r ON r.link_id = ? AND r.facet = ? AND %1$s = f.root AND %1$s <> ''
            ORDER BY f.strength, f.root""".formatted(root(side)),
            row -> new Candidate(row.text("root"), Optional.ofNullable(row.text("partner")).orElse(""), row.text("id") == null ? "" : row.id("id"),
                row.text("id") != null && row.flag("doubted"), row.count("strength") - 1, Set.copyOf(row.texts("otherwise"))),
            side, side, kinds, hashes, link, side, kinds, hashes, link, side, Database.id(relation), MOST_CANDIDATES, link, facet);
    }

    /** Named in the statement itself, for a partial index is only used where the column stands bare. */
    private static String root(Side side) { return side == Side.SOURCE ? "r.source_root" : "r.target_root"; }

    @Override public void acquaint(String link, Side side, Map<String, List<MatchKey>> keys) {
        var rows = keys.entrySet().stream().flatMap(root -> root.getValue().stream().map(key -> Map.entry(root.getKey(), key))).toList();
        if (rows.isEmpty()) return;
        database.row("SELECT acquaint(?, ?, ?, ?, ?)", row -> true, link, side, Column.texts(rows, Map.Entry::getKey), Column.texts(rows, row -> row.getValue().kind()),
            Column.bytes(rows, row -> secrets.hash(row.getValue().kind(), row.getValue().value())));
    }

    @Override public List<Listed> observe(String link, String facet, List<Sighting> rows, String run) {
        return rows.isEmpty() ? List.of() : listings.observe(link, facet, rows, run);
    }
}
