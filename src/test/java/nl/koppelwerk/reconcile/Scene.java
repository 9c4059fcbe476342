package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;

/**
 * Two systems with one relation, and the loop that carries the core's questions to them. What each look asked and settled can be
 * looked at; a prepared answer takes the place of what a system would have said.
 */
final class Scene {

    final PlainRules rules = new PlainRules();
    /** The rules of the looks: the plain ones, unless a test brings those of a real link. */
    Rules rulebook = rules;
    final Map<Side, Map<String, Relation>> systems = new EnumMap<>(Map.of(SOURCE, new HashMap<>(), TARGET, new HashMap<>()));
    final List<Step> steps = new ArrayList<>();
    final List<OpenDelivery> deliveries = new ArrayList<>();
    final List<Question.Answered> answered = new ArrayList<>();
    final List<Wanted> wanted = new ArrayList<>();
    final List<Past.Life> lives = new ArrayList<>();
    /** The run that the looks belong to. */
    String run = "";
    final Map<Side, Sighting> lastKnown = new EnumMap<>(Side.class);
    /** Observations that no hint has made stale since. */
    final Map<Side, Sighting> stored = new EnumMap<>(Side.class);
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    Pair pair;
    OpenCreate openCreate = OpenCreate.NONE;
    List<String> partOf = List.of();
    List<Watch> watches = List.of();
    List<Predecessor> was = List.of();
    long revision;
    boolean tellsWhatItWrote = true;
    /** Destructive effects that the link may still have today. */
    int brake = Integer.MAX_VALUE;
    Settlement settlement;
    private final List<Prepared> prepared = new ArrayList<>();
    private int made;

    record Prepared(Class<? extends Step> step, Answer answer, boolean happensAnyway) {}

    static Scene ofTwoPairedCompanies() {
        var scene = new Scene();
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Bakker B.V."));
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Bakker B.V."));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1").withRoot(TARGET, "T1");
        return scene;
    }

    Scene has(Side side, String root, Values values) {
        systems.get(side).put(root, new Relation(Kind.ORGANISATION, values, List.of()));
        return this;
    }

    /** A person types it into that system. */
    Scene types(Side side, Field<?> field, String text) { return type(side, field, field.type().parse(text)); }

    Scene type(Side side, Field<?> field, Value<?> value) {
        return change(side, relation -> relation.with(relation.values().with(field, value)));
    }

    /** Its name and these, and nothing else. */
    Scene hold(Side side, Values values) {
        return change(side, relation -> relation.with(values.with(NAME, relation.values().get(NAME))));
    }

    Scene change(Side side, UnaryOperator<Relation> change) {
        systems.get(side).compute(pair.root(side).orElseThrow(), (id, relation) -> change.apply(relation));
        return this;
    }

    Scene bothHold(Field<?> field, String text) { return types(SOURCE, field, text).types(TARGET, field, text); }

    Scene contact(Side side, String id, String reference, Values values) {
        return change(side, relation -> {
            var parts = new ArrayList<>(relation.parts());
            parts.removeIf(part -> part.id().equals(id));
            parts.add(new Part(PartKind.CONTACT, id, values, Map.of(), reference));
            return relation.withParts(parts);
        });
    }

    Scene answers(Class<? extends Step> step, Answer answer) {
        prepared.add(new Prepared(step, answer, false));
        return this;
    }

    Scene loses(Class<? extends Step> step, Answer answer) {
        prepared.add(new Prepared(step, answer, true));
        return this;
    }

    /** They were compared once, so both have a baseline. */
    Scene inSync() {
        looksAt(SOURCE);
        return this;
    }

    Settlement looksAt(Side side) { return looksAt(side, pair.root(side).orElseThrow()); }

    Settlement looksAt(Side side, String root) {
        steps.clear();
        Situation situation = new Situation(now, rulebook, side, root, pair, Map.copyOf(stored), lastKnown, lastKnown, List.copyOf(deliveries), openCreate,
            partOf, watches, revision, answered, List.copyOf(wanted), was, List.of());
        Step step;
        while (!((step = Deliberation.next(situation)) instanceof Step.Settle settle)) {
            steps.add(step);
            situation = situation.with(new Exchange(step, answer(step), now), now);
        }
        settlement = ((Step.Settle) step).settlement();
        pair = settlement.pair();
        settlement.sightings().forEach(sighting -> lastKnown.put(sighting.side(), sighting));
        deliveries.clear();
        settlement.changes().forEach(change -> lives.add(new Past.Life(change.side(), change.part(), change.field(), change.value(), change.written(), now, run)));
        wanted.removeIf(one -> settlement.wanted().containsKey(one.id()));
        return settlement;
    }

    private Answer answer(Step step) {
        var ready = prepared.stream().filter(p -> p.step().isInstance(step)).findFirst();
        ready.ifPresent(prepared::remove);
        if (ready.isPresent() && !ready.get().happensAnyway()) return ready.get().answer();
        Answer answer = step instanceof Step.Read read ? read(read) : step instanceof Step.Search search ? search(search) : write((Step.Write) step);
        return ready.map(Prepared::answer).orElse(answer);
    }

    private Answer read(Step.Read read) {
        Relation relation = systems.get(read.side()).get(read.root());
        return relation == null ? new Answer.Gone() : new Answer.Seen(new Sighting(read.side(), read.root(), relation, "1", null, now));
    }

    private Answer search(Step.Search search) {
        return new Answer.Candidates(systems.get(search.side()).entrySet().stream().flatMap(record -> place(search, record.getKey(), record.getValue())
            .mapToObj(place -> new Answer.Candidate(record.getKey(), "", "", false, place, Set.of()))).toList());
    }

    /** The strongest key by which it is found. */
    private IntStream place(Step.Search search, String id, Relation relation) {
        var keys = rulebook.identity(search.side(), id, relation);
        return IntStream.range(0, search.keys().size())
            .filter(n -> keys.contains(search.keys().get(n)) || search.keys().get(n).value().equals(search.side() == TARGET ? relation.reference() : id)).limit(1);
    }

    private Answer write(Step.Write asked) {
        if (asked.destructive() > brake) return new Answer.Braked();
        brake -= asked.destructive();
        return take(kept(asked));
    }

    private Step.Write kept(Step.Write asked) {
        Values kept = rulebook == rules ? rules.dialect(asked.side()).kept(asked.values()) : asked.values();
        return new Step.Write(asked.side(), asked.root(), asked.rootKind(), asked.part(), asked.partId(), asked.resource(), asked.resourceId(),
            asked.action(), kept, asked.old(), asked.otherHeld(), asked.version(), asked.reference(), asked.destructive());
    }

    private Answer take(Step.Write write) {
        String id = write.action() == Step.Action.CREATE ? "made-" + ++made : "";
        if (write.part().equals(PartKey.ROOT)) root(write, id);
        else part(write, id);
        return new Answer.Done(id, "2", tellsWhatItWrote ? write.values() : Values.NONE, Map.of());
    }

    private void root(Step.Write write, String id) {
        if (!id.isEmpty()) systems.get(write.side()).put(id, new Relation(write.rootKind(), blank(write), List.of(), Set.of(), Map.of(),
            write.reference(), Set.of(PartKind.CONTACT, PartKind.ROLE)));
        else systems.get(write.side()).computeIfPresent(write.root(), (root, relation) -> relation.with(relation.values().with(write.values())));
    }

    /** A new record of a real system has every field, most of them empty. */
    private static Values blank(Step.Write write) {
        Values values = Values.NONE;
        for (var field : PlainDialect.ROOT) values = values.with(field, Value.empty());
        return values.with(write.values());
    }

    private void part(Step.Write write, String id) {
        Values held = Laying.held(rulebook.dialect(write.side()), write, new Answer.Done("", "", Values.NONE, Map.of()));
        systems.get(write.side()).computeIfPresent(write.root(), (root, relation) -> {
            var parts = new ArrayList<Part>();
            relation.parts().forEach(p -> parts.add(p.id().equals(write.partId()) ? p.with(p.values().with(held)) : p));
            String natural = write.part().kind().hasNaturalKey() ? write.part().key() : id;
            if (!id.isEmpty()) parts.add(new Part(write.part().kind(), natural, held, Map.of(), write.reference()));
            return relation.withParts(parts);
        });
    }

    List<Step.Write> writes() { return steps.stream().filter(Step.Write.class::isInstance).map(Step.Write.class::cast).toList(); }

    String held(Side side, Field<?> field) { return value(side, field).text(); }

    Value<?> value(Side side, Field<?> field) { return systems.get(side).get(pair.root(side).orElseThrow()).values().get(field); }

    String held(Side side, String part, Field<?> field) {
        return systems.get(side).get(pair.root(side).orElseThrow()).parts().stream().filter(p -> p.id().equals(part)).findFirst()
            .orElseThrow().values().get(field).text();
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Scene partners(PartKind kind, String source, String target) {
        pair = pair.withPartners(new Partners(new PartKey(kind, source), source, target));
        return this;
    }
}
