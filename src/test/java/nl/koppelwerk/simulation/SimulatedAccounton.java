package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/**
 * Accounton: clients with a version that every update names; a client is made by an import of one row, which is sorted a while after it was begun and
 * applied later still, each time under the same key. What a call of the connector comes to here is what its several calls come to together.
 */
final class SimulatedAccounton extends SimulatedVendor {

    private final StampedRows stamped = new StampedRows(this);

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Set<Field<?>> KEPT = Set.of(Fields.MOBILE, Fields.LABEL, Fields.PRIVATE_ADDRESS);
    private final SimulatedDialect dialect;
    private final Lineage kin;
    private final SameClient match;
    private final Map<String, SimulatedImport> imports = new HashMap<>();
    /** The import by which each client was made. */
    private final Map<String, SimulatedImport> births = new HashMap<>();
    final Set<String> invited = new HashSet<>();

    SimulatedAccounton(World world, Lineage kin) {
        super(Side.TARGET, world);
        this.dialect = SimulatedDialect.accounton(world.quirks.visibility());
        this.kin = kin;
        this.match = new SameClient();
    }

    @Override SimulatedDialect dialect() { return dialect; }

    @Override boolean searches() { return false; }

    @Override boolean mayKeep(Field<?> field) { return KEPT.contains(field); }

    @Override Value<?> formed(Field<?> field, Value<?> value) {
        if (!(value instanceof Value.Present<?>)) return value;
        var formed = dialect.form(Kind.PERSON, PartKind.ROOT, field, value);
        return formed.isAbsent() ? value : formed;
    }

    /** Of a client that an import made: what was decided was decided then. */
    @Override Instant decidedAt(String root, Instant madeAt) { return births.containsKey(root) ? world.intended.get(births.get(root).key) : madeAt; }

    Optional<String> keyOf(String root) { return Optional.ofNullable(births.get(root)).map(one -> one.key); }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.asOf(read.root(), asOf);
        return state == null ? new Answer.Gone() : new Answer.Seen(stamped.seen(read.root(), state, askedAt));
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        if (write.action() == Step.Action.CREATE) return goOn(begun(write, key));
        var state = history.now(write.root());
        if (state == null || !write.version().equals("" + state.version())) return new Answer.Stale();
        var changed = state.relation().values().with(taken(state.relation(), PartKind.ROOT, write.values(), state.relation().values()));
        store(write.root(), state.relation().with(changed), write, world.time.instant(), List.of(write.root()));
        return new Answer.Done("", version(write.root()), echo(write.values(), changed), Map.of());
    }

    private String version(String root) { return history.now(root) == null ? "" : "" + history.now(root).version(); }

    /** A key that was forgotten begins another import. */
    private SimulatedImport begun(Step.Write write, String key) {
        var known = imports.get(key);
        if (known != null && known.begunAt.plus(KEY_LIFE).isAfter(world.time.instant())) return known;
        var begun = new SimulatedImport(write, key, world.time.instant());
        imports.put(key, begun);
        if (world.random.nextInt(3) == 0) sort(begun);
        else world.time.after(Duration.ofMillis(200 + world.random.nextInt(world.random.nextInt(6) == 0 ? 1_800_000 : 20_000)), () -> sort(begun));
        return begun;
    }

    private void sort(SimulatedImport one) {
        one.client = there(one.write).orElse("");
        one.bucket = world.random.nextDouble() < world.quirks.refused() ? SimulatedImport.Bucket.INVALID
            : one.client.isEmpty() ? SimulatedImport.Bucket.ONLY_IN_IMPORT : SimulatedImport.Bucket.DUPLICATE;
    }

    /** In some of these worlds it looks at nobody, in some at the e-mail address alone. */
    private Optional<String> there(Step.Write write) {
        if (world.seed % 6 == 1) return Optional.empty();
        return history.living().stream().filter(root -> world.seed % 6 == 2 ? hasSameEmail(write, root) : match.isOne(write.values(), history.now(root).relation().values())).findFirst();
    }

    private boolean hasSameEmail(Step.Write write, String root) {
        return Held.same(write.values().get(Fields.EMAIL), history.now(root).relation().values().get(Fields.EMAIL));
    }

    private Answer goOn(SimulatedImport one) {
        if (!one.isSorted()) return new Answer.Underway(world.time.instant().plusMillis(500 + world.random.nextInt(5_000)));
        return switch (one.bucket) {
            case INVALID -> refused("INVALID");
            case DUPLICATE -> isOf(one) ? done(one) : refused("DUPLICATE");
            case ONLY_IN_IMPORT -> one.client.isEmpty() ? apply(one) : done(one);
        };
    }

    private boolean isOf(SimulatedImport one) { return history.now(one.client) != null && history.now(one.client).relation().reference().equals(one.write.reference()); }

    private static Answer refused(String bucket) {
        return new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED, "", Map.of("system", "Accounton", "answer", bucket))));
    }

    /** The one step by which somebody is there afterwards; on the way to it and back a call may be lost. */
    private Answer apply(SimulatedImport one) {
        if (world.random.nextDouble() < world.quirks.lostBefore()) return lost();
        one.client = world.id("ACC");
        births.put(one.client, one);
        kin.born(one.client, world.origins.get(one.key));
        boolean isInvited = one.write.values().get(Fields.INVITATION_STATUS).text().equals("SENT");
        if (isInvited) invited.add(one.client);
        var values = whole(one.write, new Relation(Kind.PERSON, Values.NONE, List.of())).with(Fields.INVITATION_STATUS, isInvited ? "SENT" : "NOT_SENT");
        store(one.client, client(values, one.write.reference()), one.write, world.intended.get(one.key), List.of(one.client));
        return world.random.nextDouble() < world.quirks.lostAfter() ? lost() : done(one);
    }

    private static Answer lost() { return new Answer.Unanswered(new Reason(ReasonCode.VENDOR_UNREACHABLE)); }

    static Relation client(Values values, String reference) {
        return new Relation(Kind.PERSON, values, List.of(), Set.of(), Map.of(), reference, Set.of(PartKind.CONTACT, PartKind.ROLE));
    }

    /** It is read once more for that, which may fail. */
    private Answer done(SimulatedImport one) {
        var now = history.now(one.client);
        var echo = now == null ? Values.NONE : echo(one.write.values(), now.relation().values());
        return new Answer.Done(one.client, version(one.client), echo.fields().isEmpty() ? echo : echo.with(Fields.QUESTIONNAIRE, one.write.values().get(Fields.QUESTIONNAIRE)), Map.of());
    }

    @Override List<String> listings() { return List.of("clients"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) { return stamped.of(since, asOf, askedAt); }

    @Override Page list(PageRequest asked, Instant asOf, Instant askedAt) { return stamped.page(asked, asOf, askedAt); }

    @Override void changed(String root, List<String> records) { }

    @Override long nextVersion(String root) { return history.of(root).size() + 1L; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) { return List.of(root); }
}
