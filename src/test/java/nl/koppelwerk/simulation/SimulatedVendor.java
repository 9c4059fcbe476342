package nl.koppelwerk.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;

/** A vendor in memory: its records with their whole history, and what it answers. */
abstract class SimulatedVendor {

    final Side side;
    final World world;
    final History history = new History();
    /** When each record that has a stamp of its own last changed. */
    final Map<String, Instant> stamps = new HashMap<>();

    SimulatedVendor(Side side, World world) {
        this.side = side;
        this.world = world;
    }

    abstract SimulatedDialect dialect();

    /** The name that a record keeps in the judges' books, by the id under which the hub knows it; where it is nobody's now, by whose it was last. */
    String record(String id) { return id; }

    /** The id of a record by that name. */
    String id(String record) { return record; }

    /** What a search of this vendor finds; the hub's own index comes besides. */
    /** Its own exact filter finds a record by its identity. */
    boolean searches() { return true; }

    List<Candidate> search(Step.Search search, Instant asOf) { return List.of(); }

    /** What is known of a record up to that write, by a look that knew it up to then: the moment itself where the vendor compares. */
    Instant known(Step.Write write, Instant looked) { return world.time.instant(); }

    /** When it was decided to make what the hub made at that moment: some vendors take their time. */
    Instant decidedAt(String root, Instant madeAt) { return madeAt; }

    abstract Answer read(Step.Read read, Instant asOf, Instant askedAt);

    /**
     * @param knownAt up to when the writer knew the record
     * @param key     of a create: a vendor that keeps keys makes nothing twice under one
     */
    abstract Answer write(Step.Write write, Instant knownAt, String key);

    abstract List<String> listings();

    /** The rows of a listing that changed at or after a moment, oldest first. */
    abstract List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt);

    /** The moment as this vendor's clock tells it, in whole seconds. */
    private Instant stamped(Instant moment) { return moment.plus(world.quirks.skew()).truncatedTo(ChronoUnit.SECONDS); }

    boolean isSince(Instant moment, Instant since) { return !stamped(moment).isBefore(since); }

    /** Called after every change, with the ids of the records that it touched. */
    abstract void changed(String root, List<String> records);

    Page list(PageRequest asked, Instant asOf, Instant askedAt) {
        var since = asked.since().isEmpty() ? Instant.MIN : Instant.parse(asked.since());
        var rows = rows(asked.listing(), since, asOf, askedAt).stream()
            .sorted(Comparator.comparing(Sighting::modifiedAt).thenComparing(Sighting::root)).toList();
        int from = Math.min(rows.size(), asked.position().isEmpty() ? 0 : Integer.parseInt(asked.position()));
        int to = Math.min(rows.size(), from + asked.limit());
        var page = rows.subList(from, to);
        var newest = page.stream().map(Sighting::modifiedAt).max(Instant::compareTo).map(Instant::toString).orElse("");
        return new Page(page, to < rows.size() ? "" + shifted(to) : "", newest, null);
    }

    static Page page(List<Sighting> left, int limit, String position) {
        var rows = left.subList(0, Math.min(left.size(), limit));
        return new Page(rows, position, rows.stream().map(Sighting::modifiedAt).max(Instant::compareTo).map(Instant::toString).orElse(""), null);
    }

    /** Rows move under a reader who pages by number: one comes again, or one is passed over. */
    private int shifted(int next) {
        if (world.random.nextDouble() >= world.quirks.shiftedPage()) return next;
        return world.random.nextBoolean() ? next + 1 : Math.max(1, next - 1);
    }

    Sighting sighting(String root, History.State state, Relation shown, Instant stamp, Instant askedAt) {
        // a reader who is late gets an old stamp with the old state
        var stampThen = stamp.isAfter(state.at()) ? state.at() : stamp;
        return new Sighting(side, root, shown, state.version() == 0 ? "" : "" + state.version(),
            stamped(stampThen), askedAt);
    }

    /** What stands there afterwards: fields that one member feeds move together, and a vendor has its own way to spell. */
    Values taken(Relation relation, PartKind part, Values given, Values before) {
        var taken = Values.NONE;
        for (var group : dialect().groups(relation.kind(), part)) {
            var value = fed(group, given);
            if (value.isAbsent()) continue;
            var kept = kept(group.get(0), value, before.get(group.get(0)));
            for (var field : group) taken = taken.with(field, kept);
        }
        return taken;
    }

    /** What a new record holds: what was given, and nothing else. */
    Values whole(Step.Write write, Relation relation) {
        var part = write.part().kind();
        Values values = Values.NONE;
        for (var group : dialect().groups(relation.kind(), part)) for (var field : group) values = values.with(field, Value.empty());
        return values.with(taken(relation, part, write.values(), values));
    }

    /** Silently, as it was; a system that does so to one of two joined fields is not simulated yet. */
    boolean mayKeep(Field<?> field) { return !field.name().endsWith("Mobile") && !field.name().endsWith("Email"); }

    private Value<?> kept(Field<?> field, Value<?> value, Value<?> before) {
        if (mayKeep(field) && world.random.nextDouble() < world.quirks.obstinacy()) return before.isAbsent() ? Value.empty() : before;
        return reformat(field, formed(field, value));
    }

    /** A vendor that can hold it in a form of its own only. */
    Value<?> formed(Field<?> field, Value<?> value) { return value; }

    private Value<?> reformat(Field<?> field, Value<?> value) {
        return world.random.nextDouble() < world.quirks.reformat() ? reformatted(field, value) : value;
    }

    private static Value<?> reformatted(Field<?> field, Value<?> value) {
        boolean isText = value.isFilled() && value.isValid() && (field.type() == nl.koppelwerk.relation.Text.TYPE || field.name().contains("mail"));
        return isText ? field.type().parse(value.text().toUpperCase(java.util.Locale.ROOT)) : value;
    }

    static Value<?> fed(List<Field<?>> group, Values given) {
        var named = group.stream().map(given::get).filter(value -> !value.isAbsent()).toList();
        for (var value : named) if (value instanceof Value.Present) return value;
        return named.isEmpty() ? Value.absent() : named.get(0);
    }

    /** A person types values; what one member shows in several fields changes in all of them. */
    void type(String root, String partId, Values typed) {
        var state = history.now(root);
        var kind = partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT;
        var taken = Values.NONE;
        for (var group : dialect().groups(state.relation().kind(), kind)) {
            var value = fed(group, typed);
            for (var field : group) if (!value.isAbsent()) taken = taken.with(field, formed(field, value));
        }
        put(root, Held.with(state.relation(), partId, taken), records(state.relation(), root, partId, taken));
    }

    /** A person changes a root. */
    void put(String root, Relation relation, List<String> records) { store(root, relation, null, null, records); }

    void store(String root, Relation relation, Step.Write write, Instant knownAt, List<String> records) {
        history.add(root, new History.State(world.time.instant(), relation, nextVersion(root), write, knownAt));
        records.forEach(record -> stamps.put(record, world.time.instant()));
        changed(root, records);
    }

    abstract long nextVersion(String root);

    /** As how many roots the hub knows that record. */
    int rootsOf(String root) { return 1; }

    /** Its listing has it. */
    boolean lists(String root) { return true; }

    /** How many looks one edit of it may cause: it may be told by a webhook, and by each listing of a sweep. */
    int looksFor(String root) { return 1 + listings().size(); }

    /** The records that carry these fields. */
    abstract List<String> records(Relation relation, String root, String partId, Values fields);

    Values echo(Values written, Values held) {
        if (world.random.nextDouble() >= world.quirks.echo()) return Values.NONE;
        return held.only((field, value) -> written.fields().contains(field));
    }

    static List<String> sorted(List<String> ids) {
        var copy = new ArrayList<>(ids);
        copy.sort(Comparator.naturalOrder());
        return copy;
    }
}
