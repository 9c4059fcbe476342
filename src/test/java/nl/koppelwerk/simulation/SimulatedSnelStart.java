package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/**
 * SnelStart: relaties of one kind for ever, each with a relatiecode of its own; no webhooks, no versions, no keys. An update is a whole
 * record over whatever was typed since it was read a moment before; pages are ranges of codes.
 */
final class SimulatedSnelStart extends SimulatedVendor {

    private final StampedRows stamped = new StampedRows(this);

    private static final Duration HALF_AN_OVERLAP = Duration.ofMinutes(1);
    /** What it is, how it is called and where it is are never kept back: a relatie without them would be none. */
    private static final Set<Field<?>> TAKEN = Set.of(Fields.NAME, Fields.NUMBER, Fields.RELATION_TYPES, Fields.VISIT_ADDRESS, Fields.CONTACT_PERSON);
    private final SimulatedDialect dialect;
    private final Lineage kin;
    private int lastCode = 10_000;

    SimulatedSnelStart(World world, Lineage kin) {
        super(Side.TARGET, world);
        this.dialect = SimulatedDialect.snelstart(world.quirks.visibility());
        this.kin = kin;
    }

    @Override SimulatedDialect dialect() { return dialect; }

    @Override boolean searches() { return false; }

    @Override Value<?> formed(Field<?> field, Value<?> value) { return Lineage.formed(dialect, field, value); }

    @Override boolean mayKeep(Field<?> field) { return !TAKEN.contains(field); }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.asOf(read.root(), asOf);
        return state == null ? new Answer.Gone() : new Answer.Seen(stamped.seen(read.root(), state, askedAt));
    }

    /** By the number of our own alone. */
    @Override List<Candidate> search(Step.Search search, Instant asOf) {
        return search.ownReference().map(number -> numbered(number, asOf)).orElse(List.of()).stream().map(root -> new Candidate(root, "", "")).toList();
    }

    private List<String> numbered(String number, Instant asOf) {
        return history.roots().stream().filter(root -> Optional.ofNullable(history.asOf(root, asOf)).filter(state -> state.relation().reference().equals(number)).isPresent()).toList();
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        return write.action() == Step.Action.CREATE ? bear(write, knownAt, key) : change(write);
    }

    private Answer bear(Step.Write write, Instant knownAt, String key) {
        if (!write.reference().isEmpty() && !numbered(write.reference(), world.time.instant()).isEmpty()) return refused(Fields.NUMBER, "REL-0008");
        var values = whole(write, new Relation(Kind.ORGANISATION, Values.NONE, List.of()));
        if (isHalf(values)) return refused(Fields.VISIT_ADDRESS, "REL-0060");
        var root = world.id("R");
        kin.born(root, world.origins.get(key));
        store(root, relatie(values, write.reference().isEmpty() ? nextCode() : write.reference()), write, knownAt, List.of(root));
        return new Answer.Done(root, "", echo(write.values(), values), Map.of());
    }

    String nextCode() { return "" + ++lastCode; }

    static Relation relatie(Values values, String code) {
        return new Relation(Kind.ORGANISATION, values.with(Fields.NUMBER, code), List.of(), Set.of(), Map.of(), code, Set.of(PartKind.CONTACT, PartKind.ROLE));
    }

    private static Answer refused(Field<?> field, String code) {
        return new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED, field.name(), Map.of("system", "SnelStart", "answer", code))));
    }

    /** The contact person stands in the visiting address. */
    private static boolean isHalf(Values values) { return values.get(Fields.CONTACT_PERSON).isFilled() && !values.get(Fields.VISIT_ADDRESS).isFilled(); }

    /** Read, compared, laid over and sent back without a version: what was typed in between is gone. */
    private Answer change(Step.Write write) {
        var readAt = readAt(write.root());
        var then = history.asOf(write.root(), readAt);
        var now = history.now(write.root());
        if (then == null || now == null || hasMoved(write, then.relation().values())) return new Answer.Stale();
        if (isInactive(then) || isInactive(now)) return refused(Fields.NAME, "ALG-0105");
        boolean isThere = write.values().fields().stream().allMatch(field -> write.values().get(field).equals(then.relation().values().get(field)));
        return isThere ? new Answer.Done("", "", Values.NONE, Map.of()) : replace(write, then.relation(), readAt);
    }

    /** A moment before; but the hub's own writes of one relatie come one after another. */
    private Instant readAt(String root) {
        var before = world.time.instant().minusMillis(world.random.nextInt(world.quirks.lostBefore() > 0 ? 3_000 : 30));
        return history.of(root).stream().filter(History.State::isByHub).map(History.State::at).filter(before::isBefore).max(Instant::compareTo).orElse(before);
    }

    private Answer replace(Step.Write write, Relation then, Instant readAt) {
        var laid = then.values().with(taken(then, PartKind.ROOT, write.values(), then.values()));
        if (isHalf(laid)) return refused(Fields.VISIT_ADDRESS, "REL-0060");
        store(write.root(), then.with(laid), write, readAt, List.of(write.root()));
        return new Answer.Done("", "", echo(write.values(), laid), Map.of());
    }

    private static boolean isInactive(History.State state) { return state.relation().marks().contains(Mark.ARCHIVED); }

    private static boolean hasMoved(Step.Write write, Values now) {
        return write.values().fields().stream().anyMatch(field -> !write.old().get(field).isAbsent() && !write.old().get(field).equals(now.get(field)));
    }

    @Override List<String> listings() { return List.of("relaties"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) { return stamped.of(since, asOf, askedAt); }

    /** By code, so that nobody who is made on the way shifts a page; pages long after the pass began tell no newest stamp, as the connector has it. */
    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) {
        var since = asked.since().isEmpty() ? Instant.MIN : Instant.parse(asked.since());
        var place = (asked.position().isEmpty() ? askedAt + " 0" : asked.position()).split(" ");
        var left = rows("", since, asOf, askedAt).stream().filter(row -> code(row) > Long.parseLong(place[1])).sorted(Comparator.comparingLong(SimulatedSnelStart::code)).toList();
        var page = page(left, asked.limit(), left.size() > asked.limit() ? place[0] + " " + code(left.get(asked.limit() - 1)) : "");
        boolean isEarly = Duration.between(Instant.parse(place[0]), askedAt).compareTo(HALF_AN_OVERLAP) <= 0;
        return isEarly ? page : new Page(page.rows(), page.position(), "", null);
    }

    private static long code(Sighting row) { return Long.parseLong(row.relation().reference()); }

    @Override void changed(String root, List<String> records) { }

    /** What a person types is kept to the same rules: no relatie without a name, and no contact person without an address. */
    @Override void put(String root, Relation relation, List<String> records) { super.put(root, relation == null ? null : tidy(root, relation), records); }

    private Relation tidy(String root, Relation relation) {
        var values = isHalf(relation.values()) ? relation.values().with(Fields.CONTACT_PERSON, Value.empty()) : relation.values();
        var before = history.now(root);
        return relation.with(values.get(Fields.NAME).isFilled() || before == null ? values : values.with(Fields.NAME, before.relation().values().get(Fields.NAME)));
    }

    @Override long nextVersion(String root) { return 0; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
