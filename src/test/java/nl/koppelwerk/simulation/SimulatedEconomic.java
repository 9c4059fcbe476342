package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/**
 * e-conomic: customers by a number that people change and that is given away again; an update of a customer compares what it rests on,
 * one of a contact person is a whole record over whatever was typed since it was read; searched by exact keys, pages by number.
 */
final class SimulatedEconomic extends SimulatedVendor {

    private static final SimulatedDialect DIALECT = SimulatedDialect.economic();
    private static final String CUSTOMERS = "customers";
    private static final Map<String, Field<?>> KEYS = Map.of("cvr", Fields.CVR_NUMMER, "ean", Fields.EAN_NUMMER, "email", Fields.EMAIL);
    private final Webhooks webhooks;
    private final Lineage kin;
    private final Keys keys;
    final Numbers numbers;

    SimulatedEconomic(World world, Webhooks webhooks, Lineage kin) {
        super(Side.SOURCE, world);
        this.webhooks = webhooks;
        this.kin = kin;
        this.keys = new Keys(world.time, Duration.ofHours(1));
        this.numbers = new Numbers(world.seed % 3 == 0);
    }

    @Override SimulatedDialect dialect() { return DIALECT; }

    @Override String record(String id) { return numbers.last(id); }

    @Override String id(String record) { return numbers.of(record); }

    @Override Value<?> formed(Field<?> field, Value<?> value) { return Lineage.formed(DIALECT, field, value); }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = numbers.now(read.root()).map(history::now).orElse(null);
        return state == null ? new Answer.Gone() : new Answer.Seen(seen(read.root(), state, askedAt));
    }

    private Sighting seen(String number, History.State state, Instant askedAt) {
        return sighting(number, state, state.relation(), stamps.get(numbers.last(number)), askedAt);
    }

    /** Exact, of what stands there now. */
    @Override List<Candidate> search(Step.Search search, Instant asOf) {
        return history.living().stream().flatMap(record -> found(record, search).stream()).toList();
    }

    private Optional<Candidate> found(String record, Step.Search search) {
        return IntStream.range(0, search.keys().size()).filter(i -> has(record, search.keys().get(i).kind(), search.keys().get(i).value())).boxed().findFirst()
            .map(i -> new Candidate(numbers.of(record), "", "", false, i));
    }

    private boolean has(String record, String kind, String value) {
        if (!KEYS.containsKey(kind)) return numbers.of(record).equals(value);
        return history.now(record).relation().values().get(KEYS.get(kind)).text().equalsIgnoreCase(value);
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        if (write.action() == Step.Action.CREATE && keys.made(key) != null) return keys.made(key);
        if (write.action() == Step.Action.CREATE && write.part().equals(PartKey.ROOT)) return keys.keep(key, bear(write, knownAt));
        var record = numbers.now(write.root()).orElse(null);
        if (record == null) return new Answer.Stale();
        if (write.action() == Step.Action.CREATE) return keys.keep(key, add(record, write, knownAt));
        return write.part().equals(PartKey.ROOT) ? change(record, write) : replace(record, write);
    }

    private Answer bear(Step.Write write, Instant knownAt) {
        var record = world.id("e");
        var number = numbers.next();
        numbers.give(number, record);
        var values = whole(write, new Relation(Kind.ORGANISATION, Values.NONE, List.of()));
        kin.born(record, world.vendor(Side.TARGET).record(write.reference()));
        store(record, customer(number, values), write, knownAt, List.of(record));
        return new Answer.Done(number, "", echo(write.values(), values), Map.of());
    }

    static Relation customer(String number, Values values) { return new Relation(Kind.ORGANISATION, values.with(Fields.NUMBER, number), List.of()); }

    private Answer add(String record, Step.Write write, Instant knownAt) {
        var id = numbers.nextContact();
        var part = new Part(PartKind.CONTACT, id, whole(write, history.now(record).relation()));
        kin.bornPart(id, write.reference());
        store(record, Held.plus(history.now(record).relation(), part), write, knownAt, records(record, id));
        return new Answer.Done(id, "", echo(write.values(), part.values()), Map.of());
    }

    /** By the version of the very moment: what was typed since is refused where the decision rests on it, and stands beside it where not. */
    private Answer change(String record, Step.Write write) {
        var relation = history.now(record).relation();
        if (hasMoved(write, relation.values())) return new Answer.Stale();
        var taken = taken(relation, PartKind.ROOT, write.values(), relation.values());
        store(record, relation.with(relation.values().with(taken)), write, world.time.instant(), List.of(record));
        return new Answer.Done("", "", Values.NONE, Map.of());
    }

    private static boolean hasMoved(Step.Write write, Values now) {
        return write.values().fields().stream().anyMatch(field -> !write.old().get(field).isAbsent() && !write.old().get(field).equals(now.get(field)));
    }

    /** Read, laid over and sent back without a version: what was typed in between is gone. */
    private Answer replace(String record, Step.Write write) {
        var readAt = world.time.instant().minusMillis(world.random.nextInt(world.quirks.lostBefore() > 0 ? 3_000 : 30));
        var then = Optional.ofNullable(history.asOf(record, readAt)).flatMap(state -> Held.part(state.relation(), write.partId()));
        var now = history.now(record).relation();
        if (then.isEmpty() || Held.part(now, write.partId()).isEmpty() || hasMoved(write, then.get().values())) return new Answer.Stale();
        var taken = taken(now, PartKind.CONTACT, write.values(), then.get().values());
        store(record, Held.with(now, write.partId(), then.get().values().with(taken)), write, readAt, records(record, write.partId()));
        return new Answer.Done("", "", echo(write.values(), then.get().values().with(taken)), Map.of());
    }

    @Override List<String> listings() { return List.of(CUSTOMERS, "contacts"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) {
        var rows = new ArrayList<Sighting>();
        for (var record : history.living())
            if (!listing.equals(CUSTOMERS)) rows.addAll(contacts(record, since, askedAt));
            else if (isSince(stamps.get(record), since)) rows.add(seen(numbers.of(record), history.now(record), askedAt));
        return rows;
    }

    private List<Sighting> contacts(String record, Instant since, Instant askedAt) {
        var state = history.now(record);
        return Held.contacts(state.relation()).stream().filter(part -> isSince(stamps.get(part.id()), since)).map(part -> sighting(numbers.of(record), state,
            new Relation(Kind.ORGANISATION, Values.NONE, List.of(part), Set.of(), Map.of(), "", Set.of()), stamps.get(part.id()), askedAt)).toList();
    }

    /** Customers by number, so that nobody who is made or deleted on the way shifts the page. */
    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) {
        if (!asked.listing().equals(CUSTOMERS)) return super.list(asked, asOf, askedAt);
        long after = asked.position().isEmpty() ? 0 : Long.parseLong(asked.position());
        var since = asked.since().isEmpty() ? Instant.MIN : Instant.parse(asked.since());
        var left = rows(CUSTOMERS, since, asOf, askedAt).stream().filter(row -> Long.parseLong(row.root()) > after)
            .sorted(Comparator.comparingLong(row -> Long.parseLong(row.root()))).toList();
        return page(left, asked.limit(), left.size() > asked.limit() ? left.get(asked.limit() - 1).root() : "");
    }

    /** A contact person has a stamp of its own, and does not move that of its customer. */
    private List<String> records(String record, String partId) { return world.quirks.childTouches() ? List.of(partId, record) : List.of(partId); }

    /** One webhook tells of everything, a renumbering and a deletion among it; whether of contact persons too is not known. */
    @Override void changed(String record, List<String> records) {
        if (records.contains(record) || world.quirks.addressHooks()) tell(record, List.of(Hint.of(world.link, side, numbers.of(record), "webhook")));
    }

    private void tell(String record, List<Hint> hints) { webhooks.tell(record, hints); }

    void renumber(String record, String number) {
        var old = numbers.of(record);
        numbers.give(number, record);
        var relation = history.now(record).relation();
        history.add(record, new History.State(world.time.instant(), relation.with(relation.values().with(Fields.NUMBER, number)), 0, null, null));
        stamps.put(record, world.time.instant());
        tell(record, List.of(Hint.of(world.link, side, number, "webhook").was(old), Hint.of(world.link, side, old, "webhook")));
    }

    @Override void put(String root, Relation relation, List<String> records) {
        if (relation == null) numbers.free(root);
        super.put(root, relation, records);
    }

    @Override long nextVersion(String root) { return 0; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return partId.isEmpty() ? List.of(root) : records(root, partId); }
}
