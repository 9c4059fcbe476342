package nl.koppelwerk.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** In a preview of what is at rest every client stands in the list that it belongs to, with all that differs, and who is invalid with a reason. */
final class BucketJudge {

    private static final String NAME = "a preview is true";
    private static final List<Field<?>> NEEDED = List.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE);
    private static final SameClient ALIKE = new SameClient();
    private final World world;
    private final Map<String, Item> ofSource = new HashMap<>();
    private final Map<String, Item> ofTarget = new HashMap<>();
    /** Of a pair that the hub knows, by the root of either side. */
    private final Map<String, String> partners = new HashMap<>();

    BucketJudge(World world, String run) {
        this.world = world;
        for (var item : world.cast.season().orElseThrow().items(run)) {
            var pair = world.drafting.pair(run, item);
            if (!pair.source().isEmpty()) ofSource.put(pair.source(), item);
            if (!pair.target().isEmpty()) ofTarget.put(pair.target(), item);
        }
        world.settled.values().forEach(settled -> { if (settled.pair().isPaired()) pair(settled.pair().source(), settled.pair().target()); });
    }

    private void pair(String source, String target) {
        if (world.vendor(Side.SOURCE).history.now(source) == null || world.vendor(Side.TARGET).history.now(target) == null) return;
        partners.put(source, target);
        partners.put(target, source);
    }

    void judge() {
        world.vendor(Side.SOURCE).history.living().forEach(this::source);
        world.vendor(Side.TARGET).history.living().forEach(this::target);
    }

    /** Of these clients of the source alone. */
    void judge(Predicate<String> whom) { world.vendor(Side.SOURCE).history.living().stream().filter(whom).forEach(this::source); }

    private void source(String root) {
        var relation = world.vendor(Side.SOURCE).history.now(root).relation();
        var item = ofSource.get(root);
        var bucket = item == null ? null : item.plan().bucket();
        if (bucket == Bucket.INVALID && item.plan().reasons().isEmpty()) fail(root, "is invalid without a reason");
        if (!isMeant(relation)) expect(root, bucket, item, null, Bucket.ONLY_IN_TARGET);
        else if (isInvalid(relation)) expect(root, bucket, item, Bucket.INVALID, isSecond(root, relation) ? null : Bucket.INVALID);
        else if (partners.containsKey(root)) both(root, relation, item);
        else alone(root, relation, item);
    }

    private void expect(String root, Bucket bucket, Item item, Bucket one, Bucket other) {
        if (bucket != one && bucket != other) fail(root, "stands in " + bucket + " and belongs into " + one + (other == one ? "" : " or " + other) + (item == null ? "" : ": " + item.plan().reasons()));
    }

    private void both(String root, Relation relation, Item item) {
        expect(root, item == null ? null : item.plan().bucket(), item, Bucket.DUPLICATE, Bucket.DUPLICATE);
        if (item == null || item.plan().bucket() != Bucket.DUPLICATE) return;
        var shown = new TreeSet<String>();
        item.plan().fields().stream().map(Planned::subject).forEach(shown::add);
        var differing = differing(view(Side.SOURCE, relation), view(Side.TARGET, world.vendor(Side.TARGET).history.now(partners.get(root)).relation()));
        if (!shown.equals(differing)) fail(root, "is shown with " + shown + " and differs from " + partners.get(root) + " in " + differing);
    }

    private Values view(Side side, Relation held) { return world.rules.view(side, "relation", held).values(); }

    /** Of all that the import knows and Accounton can hold. */
    private Set<String> differing(Values source, Values target) {
        var differing = new TreeSet<String>();
        for (Field<?> field : source.fields())
            if (!target.get(field).isAbsent() && !isEqual(field, source.get(field), target.get(field))) differing.add(field.name());
        return differing;
    }

    private boolean isEqual(Field<?> field, Value<?> source, Value<?> target) {
        return source.equals(target) || world.vendor(Side.TARGET).dialect().form(Kind.PERSON, PartKind.ROOT, field, source).equals(target)
            || world.vendor(Side.SOURCE).dialect().form(Kind.PERSON, PartKind.ROOT, field, target).equals(source);
    }

    /** Somebody there may be the same one, which is asked about; the second of a couple has no dossier of its own. */
    private void alone(String root, Relation relation, Item item) {
        var like = world.vendor(Side.TARGET).history.living().stream().filter(target -> ALIKE.isSame(root, relation, world.vendor(Side.TARGET).history.now(target).relation())).toList();
        boolean isAsked = world.settled.containsKey(root) && !world.settled.get(root).questions().isEmpty();
        var bucket = item == null ? null : item.plan().bucket();
        if (isAsked) expect(root, bucket, item, Bucket.INVALID, isSecond(root, relation) ? null : Bucket.INVALID);
        else if (isSecond(root, relation)) expect(root, bucket, item, null, null);
        else if (bucket != Bucket.ONLY_IN_IMPORT) fail(root, "has no partner and stands in " + bucket + (item == null ? "" : ": " + item.plan().reasons()));
        else if (!like.isEmpty()) fail(root, "would be made beside " + like);
    }

    private boolean isMeant(Relation relation) {
        var status = relation.values().get(Fields.STATUS).text();
        return relation.kind() == Kind.PERSON && relation.marks().isEmpty() && (status.isEmpty() || status.equals(Status.ACTIVE.name()));
    }

    private boolean isInvalid(Relation relation) {
        var values = view(Side.SOURCE, relation);
        boolean isWrong = values.fields().stream().anyMatch(field -> values.get(field) instanceof Value.Invalid<?>);
        return isWrong || !world.rules.remarks(Side.SOURCE, relation).isEmpty() || NEEDED.stream().anyMatch(field -> !values.get(field).isFilled());
    }

    /** It stands in the dossier of its partner, or the partner is the elder one and goes over itself. */
    private boolean isSecond(String root, Relation relation) {
        if (partners.containsKey(root)) return false;
        var own = relation.values().get(Fields.RIJKSREGISTERNUMMER);
        boolean isFirstMeant = living(Side.SOURCE).anyMatch(other -> isMeant(other) && isBefore(other, relation));
        return isFirstMeant || isInDossierOfPartner(root, relation) || own instanceof Value.Present<?> && living(Side.TARGET).anyMatch(there -> there.values().get(Fields.PARTNER_RIJKSREGISTERNUMMER).equals(own));
    }

    /** Of two who name each other the elder; else who names the other and is not named; and never who has no number. */
    private boolean isBefore(Relation first, Relation second) {
        boolean names = names(first, second);
        if (names && names(second, first)) return born(number(first)).compareTo(born(number(second))) < 0;
        return names && first.values().get(Fields.RIJKSREGISTERNUMMER) instanceof Value.Present<?> && !(second.values().get(Fields.PARTNER_RIJKSREGISTERNUMMER) instanceof Value.Present<?>) || names(second, first) && !second.values().get(Fields.RIJKSREGISTERNUMMER).isFilled();
    }

    private boolean names(Relation one, Relation other) {
        return one.values().get(Fields.PARTNER_RIJKSREGISTERNUMMER) instanceof Value.Present<Rijksregisternummer> partner && view(Side.SOURCE, other).get(Fields.RIJKSREGISTERNUMMER).equals(partner);
    }

    private static Rijksregisternummer number(Relation one) { return ((Value.Present<Rijksregisternummer>) one.values().get(Fields.RIJKSREGISTERNUMMER)).value(); }

    private boolean isInDossierOfPartner(String root, Relation relation) {
        return !partners.containsKey(root) && relation.values().get(Fields.PARTNER_RIJKSREGISTERNUMMER) instanceof Value.Present<?> partner
            && living(Side.TARGET).anyMatch(there -> there.values().get(Fields.RIJKSREGISTERNUMMER).equals(partner));
    }

    private Stream<Relation> living(Side side) { return world.vendor(side).history.living().stream().map(root -> world.vendor(side).history.now(root).relation()); }

    private static String born(Rijksregisternummer number) { return number.birthYear() + number.digits(); }

    /** Nobody whom Accounton has is left out. */
    private void target(String root) {
        var item = ofTarget.get(root);
        if (item == null) fail(root, "stands in no list");
        else if (!partners.containsKey(root) && item.plan().bucket() != Bucket.ONLY_IN_TARGET) fail(root, "is nobody's partner and stands in " + item.plan().bucket());
    }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
