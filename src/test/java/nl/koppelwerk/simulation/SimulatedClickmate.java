package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.YesNo;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/** Clickmate: whole customers with a version that every write names, listed by a cursor, never searched, webhooks. */
final class SimulatedClickmate extends SimulatedVendor {

    private final StampedRows stamped = new StampedRows(this);

    private final SimulatedDialect dialect;
    private final Webhooks webhooks;
    private final Lineage kin;
    private final Keys keys;

    SimulatedClickmate(World world, Webhooks webhooks, Lineage kin) {
        super(Side.TARGET, world);
        this.dialect = SimulatedDialect.clickmate(world.quirks.visibility());
        this.webhooks = webhooks;
        this.kin = kin;
        this.keys = new Keys(world.time, Duration.ofHours(24));
    }

    @Override boolean searches() { return false; }

    @Override SimulatedDialect dialect() { return dialect; }

    @Override Value<?> formed(Field<?> field, Value<?> value) { return Lineage.formed(dialect, field, value); }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.asOf(read.root(), asOf);
        return state == null ? new Answer.Gone() : new Answer.Seen(stamped.seen(read.root(), state, askedAt));
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        if (write.action() == Step.Action.CREATE && keys.made(key) != null) return keys.made(key);
        if (write.action() == Step.Action.CREATE && write.part().equals(PartKey.ROOT)) return keys.keep(key, bear(write, knownAt));
        var state = history.now(write.root());
        if (state == null) return new Answer.Stale();
        if (write.action() == Step.Action.CREATE) return keys.keep(key, add(write, state.relation(), knownAt));
        boolean isThere = write.part().equals(PartKey.ROOT) || Held.part(state.relation(), write.partId()).isPresent();
        return isThere && write.version().equals("" + state.version()) ? update(write, state.relation()) : new Answer.Stale();
    }

    private Answer bear(Step.Write write, Instant knownAt) {
        var root = world.id("CLK");
        var values = whole(write, new Relation(Kind.ORGANISATION, Values.NONE, List.of()));
        kin.born(root, world.vendor(Side.SOURCE).record(write.reference()));
        store(root, customer(write.reference(), values, Status.ACTIVE, YesNo.YES), write, knownAt, List.of(root));
        return done(root, root, write, values);
    }

    static Relation customer(String reference, Values values, Status status, YesNo flows) {
        var shown = values.with(Fields.NUMBER, reference).with(Fields.STATUS, status.name()).with(Fields.AUTO_SYNC, flows.name());
        return new Relation(Kind.ORGANISATION, shown, List.of(), Set.of(), Map.of(), reference, EnumSet.of(PartKind.CONTACT, PartKind.ROLE));
    }

    private Answer add(Step.Write write, Relation relation, Instant knownAt) {
        var part = new Part(PartKind.CONTACT, world.id("P"), whole(write, relation));
        kin.bornPart(part.id(), write.reference());
        store(write.root(), Held.plus(relation, part), write, knownAt, List.of(write.root()));
        return done(write.root(), part.id(), write, part.values());
    }

    private Answer update(Step.Write write, Relation relation) {
        var partId = write.part().equals(PartKey.ROOT) ? "" : write.partId();
        var before = partId.isEmpty() ? relation.values() : Held.part(relation, partId).orElseThrow().values();
        var taken = taken(relation, write.part().kind(), write.values(), before);
        var number = write.values().get(Fields.NUMBER);
        var changed = Held.with(relation, partId, number.isAbsent() ? taken : taken.with(Fields.NUMBER, number));
        store(write.root(), referring(changed), write, world.time.instant(), List.of(write.root()));
        return done(write.root(), "", write, Held.value(changed, partId, Fields.NUMBER).isAbsent() ? before.with(taken) : before.with(taken).with(Fields.NUMBER, number));
    }

    /** What stands as the number in e-conomic is the reference. */
    private static Relation referring(Relation r) {
        return new Relation(r.kind(), r.values(), r.parts(), r.marks(), r.handles(), r.values().get(Fields.NUMBER).text(), r.partsSeen());
    }

    private Answer done(String root, String made, Step.Write write, Values held) {
        return new Answer.Done(made, "" + history.now(root).version(), echo(write.values(), held), Map.of());
    }

    @Override List<String> listings() { return List.of("customers"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) { return stamped.of(since, asOf, askedAt); }

    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) { return stamped.page(asked, asOf, askedAt); }

    @Override void changed(String root, List<String> records) { webhooks.tell(root, List.of(Hint.of(world.link, side, root, "webhook"))); }

    @Override long nextVersion(String root) { return history.of(root).size() + 1L; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
