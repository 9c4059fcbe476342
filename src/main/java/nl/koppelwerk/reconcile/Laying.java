package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Lays what was written over what was seen. */
final class Laying {

    private Laying() {}

    /** What that side holds after the write: fields that one member feeds move together, what a create left out is empty. */
    static Values held(Dialect dialect, Step.Write write, Answer.Done done) {
        Values held = Values.NONE;
        if (write.action() == Step.Action.CREATE)
            for (var field : write.otherHeld().fields()) held = held.with(field, Value.empty());
        for (var group : dialect.groups(write.rootKind(), write.part().kind()))
            for (var field : group)
                if (group.stream().anyMatch(write.values().fields()::contains)) held = held.with(field, fed(group, write.values()));
        return held.with(write.values()).with(done.echoed());
    }

    private static Value<?> fed(List<Field<?>> group, Values written) {
        for (var field : group) if (written.get(field).isFilled()) return written.get(field);
        return Value.empty();
    }

    static Sighting update(Sighting now, Step.Write write, Values held, Answer.Done done) {
        Relation relation = now.relation();
        Relation changed = write.part().equals(PartKey.ROOT)
            ? handles(relation.with(relation.values().with(held)), write, done)
            : relation.withParts(relation.parts().stream()
                .map(part -> is(part, write) ? part.with(part.values().with(held)) : part).toList());
        return versioned(now.with(changed), done);
    }

    static Sighting part(Sighting now, Step.Write write, Values held, Answer.Done done) {
        var parts = new ArrayList<>(now.relation().parts());
        String id = write.part().kind().hasNaturalKey() ? write.part().key() : done.id();
        parts.add(new Part(write.part().kind(), id, held, done.handles(), write.reference()));
        return versioned(now.with(now.relation().withParts(parts)), done);
    }

    private static boolean is(Part part, Step.Write write) {
        return part.kind() == write.part().kind() && part.id().equals(write.partId());
    }

    /** A resource that was added by the write has an id from now on, if the answer told it. */
    private static Relation handles(Relation relation, Step.Write write, Answer.Done done) {
        if (done.handles().isEmpty()) return relation;
        var handles = new HashMap<>(relation.handles());
        handles.putAll(done.handles());
        return new Relation(relation.kind(), relation.values(), relation.parts(), relation.marks(), handles,
            relation.reference(), relation.partsSeen());
    }

    private static Sighting versioned(Sighting sighting, Answer.Done done) {
        return done.version().isEmpty() ? sighting : sighting.withVersion(done.version());
    }

    static boolean sees(Sighting sighting, PartKind kind) { return sighting.relation().partsSeen().contains(kind); }
}
