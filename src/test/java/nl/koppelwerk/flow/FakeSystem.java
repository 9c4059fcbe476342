package nl.koppelwerk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Connector;
import org.apache.camel.builder.RouteBuilder;

/** A vendor of private persons in a few lines, with the routes of its contract. */
final class FakeSystem extends RouteBuilder implements Connector, Dialect {

    private final String id;
    private final Side side;
    final Map<String, Relation> records = new ConcurrentSkipListMap<>();
    final List<Step.Write> writes = new CopyOnWriteArrayList<>();
    final List<Step.Read> reads = new CopyOnWriteArrayList<>();
    final List<PageRequest> pages = new CopyOnWriteArrayList<>();
    /** The keys of its creates, in their order. */
    final List<String> keys = new CopyOnWriteArrayList<>();
    Doubt doubt = Doubt.OWN_REFERENCE;
    Duration keyLife = Duration.ZERO;
    boolean answersLater;
    /** Before the routes are made: whether it has an exact filter. */
    boolean searches = true;
    /** What it can hold. */
    Set<Field<?>> fields = Set.of(Fields.LAST_NAME);
    private final AtomicInteger made = new AtomicInteger();
    volatile Function<Step.Write, Answer> writing = this::take;
    volatile Function<Step.Read, Answer> reading = this::show;
    volatile Function<PageRequest, Object> listing = this::page;

    FakeSystem(String id, Side side) {
        this.id = id;
        this.side = side;
    }

    @Override public void configure() {
        answers("read", Step.Read.class, read -> {
            reads.add(read);
            return reading.apply(read);
        });
        if (searches) answers("search", Step.Search.class, search -> new Answer.Candidates(records.entrySet().stream()
            .filter(entry -> entry.getValue().reference().equals(search.ownReference().orElse("?")))
            .map(entry -> new Answer.Candidate(entry.getKey(), "", "")).toList()));
        from("direct:" + id + "-create").routeId(id + "-create").routeConfigurationId("policy-none").process(exchange -> {
            keys.add(exchange.getVariable("idempotencyKey", String.class));
            exchange.getMessage().setBody(write(exchange.getMessage().getBody(WriteRequest.class)));
        });
        answers("update", WriteRequest.class, this::write);
        answers("list", PageRequest.class, request -> {
            pages.add(request);
            return listing.apply(request);
        });
        from("direct:" + id + "-check").process(exchange -> exchange.getMessage().setBody(List.of(new Check("reachable", true, ""))));
    }

    private <T> void answers(String operation, Class<T> question, Function<T, Object> answer) {
        from("direct:" + id + "-" + operation).routeId(id + "-" + operation).routeConfigurationId("policy-none")
            .process(exchange -> exchange.getMessage().setBody(answer.apply(exchange.getMessage().getBody(question))));
    }

    private Answer write(WriteRequest request) {
        writes.add(request.write());
        return writing.apply(request.write());
    }

    Answer take(Step.Write write) {
        var root = write.root().isEmpty() ? id + "-" + made.incrementAndGet() : write.root();
        records.merge(root, new Relation(Kind.PERSON, write.values(), List.of(), Set.of(), Map.of(), write.reference(), Set.of(PartKind.CONTACT, PartKind.ROLE)),
            (old, newer) -> old.with(old.values().with(write.values())));
        return new Answer.Done(write.root().isEmpty() ? root : "", "", write.values(), Map.of());
    }

    private Answer show(Step.Read read) {
        var record = records.get(read.root());
        return record == null ? new Answer.Gone() : new Answer.Seen(sighting(read.root(), record));
    }

    private Page page(PageRequest request) {
        var rows = records.entrySet().stream().filter(entry -> entry.getKey().compareTo(request.position()) > 0).limit(request.limit())
            .map(entry -> sighting(entry.getKey(), entry.getValue())).collect(Collectors.toList());
        boolean last = rows.size() < request.limit();
        return new Page(rows, last ? "" : rows.get(rows.size() - 1).root(), "2026-03-02T08:00:00Z", null);
    }

    private Sighting sighting(String root, Relation record) { return new Sighting(side, root, record, "", null, Instant.now()); }

    /** A private person of a type that the link maps. */
    void person(String root, String name) {
        var values = Values.NONE.with(Fields.LAST_NAME, name).with(Fields.RELATION_TYPES, "CLIENT");
        records.put(root, new Relation(Kind.PERSON, values, List.of()));
    }

    /** A relation of a CRM under one of its hats. */
    void relation(String record, String hat, String name, String roles) {
        var values = Values.NONE.with(Fields.NAME, name).with(Fields.RELATION_TYPES, hat.toUpperCase(java.util.Locale.ROOT)).with(Fields.ROLES, roles);
        records.put(new Hat(record, hat).root(), new Relation(Kind.ORGANISATION, values, List.of()));
    }

    void rename(String root, String name) { records.computeIfPresent(root, (id, old) -> old.with(old.values().with(Fields.LAST_NAME, name))); }

    String name(String root) { return records.get(root).values().get(Fields.LAST_NAME).text(); }

    @Override public String id() { return id; }

    @Override public String system() { return id; }

    @Override public String label() { return id; }

    @Override public Dialect dialect(References references) { return this; }

    @Override public List<Credential> credentials() { return List.of(); }

    @Override public Accounts.Limits limits() { return new Accounts.Limits(0, 0, 0); }

    @Override public List<Listing> listings() { return List.of(new Listing("relations", true)); }

    @Override public byte[] request(Step.Write write, References references) { return write.target().getBytes(); }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return part == PartKind.ROOT && fields.contains(field); }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) { return value; }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) { return List.of(List.copyOf(fields)); }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) { return List.of(); }

    @Override public Set<Field<?>> required(Kind root, PartKind part) { return Set.of(); }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return side == Side.SOURCE; }

    @Override public Doubt doubt() { return doubt; }

    @Override public Duration keyLife() { return keyLife; }

    @Override public boolean answersLater() { return answersLater; }

    @Override public Duration visibilityDelay() { return Duration.ZERO; }
}
