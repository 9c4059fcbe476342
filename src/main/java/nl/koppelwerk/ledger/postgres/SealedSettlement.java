package nl.koppelwerk.ledger.postgres;

import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Finishing.Finish;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement.Change;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Relation;

/** The values of a settlement as columns: personal ones sealed with the relation's key, keys and contents as keyed hashes. */
record SealedSettlement(Finish finish, RelationKey key, Secrets secrets) {

    /** Kind, label, roots, sides that are gone, both baselines, the rest of the pair, and the hash of these three. */
    List<Object> pair() {
        var pair = finish.settlement().pair();
        var source = PairJson.of(pair.sourceBaseline());
        var target = PairJson.of(pair.targetBaseline());
        var rest = PairJson.rest(pair);
        var named = whole().stream().min(Comparator.comparing(Sighting::side)).map(Sighting::relation).orElse(null);
        return Arrays.asList(named == null ? null : named.kind().name(), named == null ? null : key.seal(label(named)), pair.source(), pair.target(), Column.sides(List.copyOf(pair.gone()), side -> side),
            key.seal(source), key.seal(target), key.seal(rest), content(source, target, rest));
    }

    private static byte[] label(Relation relation) {
        var name = relation.values().get(NAME).text();
        return (name.isEmpty() ? relation.values().get(LAST_NAME).text() : name).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A row that shows less than a read is compared, never stored. */
    private List<Sighting> whole() { return finish.settlement().sightings().stream().filter(Sighting::isWhole).toList(); }

    List<Object> sightings() {
        var seen = whole();
        var bodies = seen.stream().map(sighting -> RecordJson.of(sighting.relation())).toList();
        return List.of(Column.sides(seen, Sighting::side), Column.texts(seen, Sighting::root), Column.texts(seen, Sighting::version),
            Column.moments(seen, Sighting::modifiedAt), Column.moments(seen, Sighting::askedAt),
            Column.bytes(bodies, secrets::hash), Column.bytes(bodies, key::seal));
    }

    private record PartId(Side side, String root, String id) {}

    private record Key(Side side, String root, MatchKey match) {}

    /** A root whose keys this look knows, all of them; a root that is gone has none and is nobody's candidate. */
    private record Keyed(Side side, String root, List<MatchKey> keys) {

        Stream<Key> each() { return keys.stream().map(match -> new Key(side, root, match)); }
    }

    private List<Keyed> keyed() {
        var pair = finish.settlement().pair();
        return Stream.of(Side.values()).filter(side -> finish.keys().containsKey(side) || pair.gone().contains(side))
            .flatMap(side -> pair.root(side).stream().map(root -> new Keyed(side, root,
                pair.gone().contains(side) ? List.of() : finish.keys().get(side)))).toList();
    }

    /** The hash of the rest, then the ids of parts, the roots whose keys are told, their keys, and the words. */
    List<Object> index() {
        var parts = whole().stream().flatMap(seen -> ids(seen.relation()).filter(id -> !id.isEmpty())
            .map(id -> new PartId(seen.side(), seen.root(), id))).distinct().sorted(Comparator.comparing(PartId::toString)).toList();
        var keyed = keyed();
        var keys = keyed.stream().flatMap(Keyed::each).toList();
        var hashes = keys.stream().map(one -> secrets.hash(one.match().kind(), one.match().value())).toList();
        var words = finish.words().stream().distinct().sorted().toList();
        return Arrays.asList(indexContent(parts, keyed, words), Column.sides(parts, PartId::side), Column.texts(parts, PartId::root),
            Column.texts(parts, PartId::id), Column.sides(keyed, Keyed::side), Column.texts(keyed, Keyed::root), Column.sides(keys, Key::side), Column.texts(keys, Key::root),
            Column.texts(keys, one -> one.match().kind()), Column.bytes(hashes, hash -> hash), Column.bytes(words, word -> secrets.hash("word", word)));
    }

    /** Null where this look saw nothing that an index is made of: then the index stays as it is. */
    private byte[] indexContent(List<PartId> parts, List<Keyed> keyed, List<String> words) {
        if (whole().isEmpty() && keyed.isEmpty() && words.isEmpty()) return null;
        return secrets.hash((whole().stream().map(Sighting::root).toList() + "" + parts + keyed + words).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Stream<String> ids(Relation relation) {
        return Stream.concat(relation.handles().values().stream(), relation.parts().stream().flatMap(SealedSettlement::ids));
    }

    private static Stream<String> ids(Part part) { return Stream.concat(Stream.of(part.id()), part.handles().values().stream()); }

    List<Object> questions() {
        var questions = finish.settlement().questions();
        var bodies = questions.stream().map(RecordJson::of).toList();
        return List.of(Column.texts(questions, question -> question.code().name()), Column.texts(questions, Question::subject),
            Column.bytes(bodies, key::seal), Column.bytes(bodies, secrets::hash));
    }

    List<Object> changes() {
        var changes = finish.settlement().changes();
        return List.of(Column.sides(changes, Change::side), Column.texts(changes, change -> change.part().toString()),
            Column.texts(changes, change -> change.field().name()), Column.bytes(changes, this::value), Column.flags(changes, Change::written),
            Column.numbers(changes, change -> change.wanted().map(Database::id).orElse(0L)));
    }

    private byte[] value(Change change) {
        var node = LedgerJson.NODES.objectNode();
        var value = LedgerJson.of(change.value());
        if (!value.isMissingNode()) node.set("value", value);
        return key.seal(LedgerJson.bytes(node));
    }

    private byte[] content(byte[]... all) {
        var joined = new ByteArrayOutputStream();
        for (var one : all) {
            joined.writeBytes(one);
            joined.write(0);
        }
        return secrets.hash(joined.toByteArray());
    }
}
