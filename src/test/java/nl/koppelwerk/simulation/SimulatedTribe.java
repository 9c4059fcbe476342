package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Tribe CRM: no versions, ImportId as reference, a contact is a relationship with a person, addresses are records, webhooks. */
final class SimulatedTribe extends SimulatedVendor {

    private final SimulatedDialect dialect;
    private final Webhooks webhooks;

    SimulatedTribe(World world, Webhooks webhooks) {
        super(Side.TARGET, world);
        this.dialect = SimulatedDialect.tribe(world.quirks.visibility());
        this.webhooks = webhooks;
    }

    @Override SimulatedDialect dialect() { return dialect; }

    @Override Answer read(Step.Read read, Instant asOf, Instant askedAt) {
        var state = history.asOf(read.root(), asOf);
        if (state != null) return new Answer.Seen(seen(read.root(), state, askedAt));
        var parents = history.living().stream().filter(root -> isIn(history.now(root).relation(), read.root())).toList();
        return parents.isEmpty() ? new Answer.Gone() : new Answer.PartOf(parents);
    }

    private static boolean isIn(Relation relation, String record) {
        return relation.handles().containsValue(record)
            || relation.parts().stream().anyMatch(part -> part.id().equals(record) || part.handles().containsValue(record));
    }

    private Sighting seen(String root, History.State state, Instant askedAt) {
        return sighting(root, state, shown(state.relation()), stamps.get(root), askedAt);
    }

    /** A second relationship of the same role is the same part, with one record more that stands for it. */
    private static Relation shown(Relation relation) {
        var shown = new LinkedHashMap<String, Part>();
        for (var part : relation.parts())
            shown.merge(part.kind() == PartKind.ROLE ? "role " + part.id() : part.id(), part, SimulatedTribe::twice);
        return relation.withParts(List.copyOf(shown.values()));
    }

    private static Part twice(Part first, Part more) {
        var handles = new HashMap<>(first.handles());
        more.handles().values().forEach(record -> handles.put(record, record));
        return new Part(first.kind(), first.id(), first.values(), handles, first.reference());
    }

    /** By ImportId alone. */
    @Override List<Candidate> search(Step.Search search, Instant asOf) {
        return search.ownReference().map(reference -> withReference(reference, asOf)).orElse(List.of()).stream().map(root -> new Candidate(root, "", "")).toList();
    }

    /** It compares no versions. */
    @Override Instant known(Step.Write write, Instant looked) { return looked; }

    private List<String> withReference(String reference, Instant asOf) {
        return history.roots().stream().filter(root -> {
            var state = history.asOf(root, asOf);
            return state != null && state.relation().reference().equals(reference);
        }).toList();
    }

    @Override Answer write(Step.Write write, Instant knownAt, String key) {
        if (write.action() == Step.Action.CREATE && write.part().equals(PartKey.ROOT)) return bear(write, knownAt);
        var state = history.now(write.root());
        if (state == null) return new Answer.Stale();
        if (write.action() == Step.Action.CREATE) return add(write, state.relation(), knownAt);
        boolean onContact = !write.part().equals(PartKey.ROOT);
        if (onContact && Held.part(state.relation(), write.partId()).isEmpty()) return new Answer.Stale();
        return update(write, state.relation(), onContact ? write.partId() : "", knownAt);
    }

    private Answer bear(Step.Write write, Instant knownAt) {
        var root = world.id("t");
        var values = whole(write, new Relation(write.rootKind(), Values.NONE, List.of()));
        var relation = new Relation(write.rootKind(), values, List.of(), Set.of(), addresses(write, values), write.reference(),
            Set.of(PartKind.CONTACT, PartKind.ROLE));
        store(root, relation, write, knownAt, List.of(root));
        return new Answer.Done(root, "", echo(write.values(), values), relation.handles());
    }

    private Map<String, String> addresses(Step.Write write, Values values) {
        var handles = new HashMap<String, String>();
        for (var field : values.fields()) {
            var resource = dialect.resourceOf(write.rootKind(), PartKind.ROOT, field);
            if (!resource.isEmpty() && values.get(field).isFilled()) handles.put(resource, world.id("a"));
        }
        return handles;
    }

    private Answer add(Step.Write write, Relation relation, Instant knownAt) {
        boolean isRole = write.part().kind() == PartKind.ROLE;
        var id = world.id(isRole ? "r" : "c");
        var values = isRole ? Values.NONE : whole(write, relation);
        var handles = isRole ? Map.of("", id) : Map.of("Person", world.id("p"));
        var part = isRole ? new Part(PartKind.ROLE, write.part().key(), Values.NONE, handles, "")
            : new Part(PartKind.CONTACT, id, values, handles, write.reference());
        store(write.root(), Held.plus(relation, part), write, knownAt, List.of(id));
        return new Answer.Done(id, "", echo(write.values(), values), handles);
    }

    private Answer update(Step.Write write, Relation relation, String partId, Instant knownAt) {
        var before = partId.isEmpty() ? relation.values() : Held.part(relation, partId).orElseThrow().values();
        var taken = taken(relation, write.part().kind(), write.values(), before);
        var handles = new HashMap<>(relation.handles());
        var added = new HashMap<String, String>();
        if (partId.isEmpty() && !write.resource().isEmpty() && write.resourceId().isEmpty()) added.put(write.resource(), world.id("a"));
        handles.putAll(added);
        var changed = Held.with(handled(relation, handles), partId, taken);
        store(write.root(), changed, write, knownAt, records(changed, write.root(), partId, taken));
        return new Answer.Done("", "", echo(write.values(), before.with(taken)), added);
    }

    private static Relation handled(Relation r, Map<String, String> handles) {
        return new Relation(r.kind(), r.values(), r.parts(), r.marks(), handles, r.reference(), r.partsSeen());
    }

    @Override List<String> listings() { return List.of("roots", "contacts"); }

    @Override List<Sighting> rows(String listing, Instant since, Instant asOf, Instant askedAt) {
        var rows = new ArrayList<Sighting>();
        for (var root : history.living()) {
            var state = history.asOf(root, asOf);
            if (state == null) continue;
            if (listing.equals("contacts")) rows.addAll(contacts(root, state, since, askedAt));
            else if (isSince(stamps.get(root), since)) rows.add(row(root, state, askedAt));
        }
        return rows;
    }

    private Sighting row(String root, History.State state, Instant askedAt) {
        var whole = shown(state.relation());
        if (world.quirks.expands() || whole.kind() == Kind.PERSON) return sighting(root, state, whole, stamps.get(root), askedAt);
        var part = new Relation(whole.kind(), whole.values(), whole.parts().stream().filter(p -> p.kind() == PartKind.ROLE).toList(),
            whole.marks(), whole.handles(), whole.reference(), Set.of(PartKind.ROLE));
        return sighting(root, state, part, stamps.get(root), askedAt);
    }

    private List<Sighting> contacts(String root, History.State state, Instant since, Instant askedAt) {
        return Held.contacts(state.relation()).stream().filter(part -> isSince(stamp(part), since)).map(part -> sighting(root, state, new Relation(state.relation().kind(), Values.NONE,
            List.of(part), Set.of(), Map.of(), state.relation().reference(), Set.of()), stamp(part), askedAt)).toList();
    }

    private Instant stamp(Part part) {
        var own = stamps.get(part.id());
        var person = stamps.getOrDefault(part.handles().get("Person"), own);
        return person.isAfter(own) ? person : own;
    }

    @Override void changed(String root, List<String> records) { records.forEach(this::tell); }

    private void tell(String record) {
        if (!record.startsWith("a-") || world.quirks.addressHooks()) webhooks.tell(record, List.of(Hint.of(world.link, side, record, "webhook")));
    }

    @Override long nextVersion(String root) { return 0; }

    @Override List<String> records(Relation relation, String root, String partId, Values fields) {
        var records = new LinkedHashSet<String>();
        for (var field : fields.fields()) {
            var resource = dialect.resourceOf(relation.kind(), partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT, field);
            var handles = partId.isEmpty() ? relation.handles() : Held.part(relation, partId).orElseThrow().handles();
            records.add(resource.isEmpty() ? partId.isEmpty() ? root : partId : handles.getOrDefault(resource, root));
            if (partId.isEmpty() && world.quirks.childTouches()) records.add(root);
        }
        return sorted(List.copyOf(records));
    }
}
