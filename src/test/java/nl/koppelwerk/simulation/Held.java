package nl.koppelwerk.simulation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Reading and changing what a vendor holds of a root, part by part; an empty part id means the root itself. */
final class Held {

    private Held() { }

    static Optional<Part> part(Relation relation, String partId) {
        return relation.parts().stream().filter(part -> part.kind() == PartKind.CONTACT && part.id().equals(partId)).findFirst();
    }

    static Value<?> value(Relation relation, String partId, Field<?> field) {
        if (relation == null) return Value.absent();
        return partId.isEmpty() ? relation.values().get(field) : part(relation, partId).<Value<?>>map(part -> part.values().get(field)).orElse(Value.absent());
    }

    /** The contact person that a write of the hub made; empty where it made none. */
    static String made(History.State state) {
        var contacts = contacts(state.relation());
        boolean isBirth = state.write().action() == Step.Action.CREATE && state.write().part().kind() == PartKind.CONTACT;
        return isBirth ? contacts.get(contacts.size() - 1).id() : "";
    }

    static Relation with(Relation relation, String partId, Values values) {
        if (partId.isEmpty()) return relation.with(relation.values().with(values));
        return relation.withParts(relation.parts().stream()
            .map(part -> part.kind() == PartKind.CONTACT && part.id().equals(partId) ? part.with(part.values().with(values)) : part).toList());
    }

    static Relation plus(Relation relation, Part part) {
        var parts = new ArrayList<>(relation.parts());
        parts.add(part);
        return relation.withParts(parts);
    }

    static Relation without(Relation relation, String partId) {
        return relation.withParts(relation.parts().stream().filter(part -> !part.id().equals(partId)).toList());
    }

    static List<Part> contacts(Relation relation) {
        return relation.parts().stream().filter(part -> part.kind() == PartKind.CONTACT).toList();
    }

    /** One value spelled in two ways, by the judges' own measure: without case, spaces and signs. */
    static boolean same(Value<?> one, Value<?> other) {
        if (one.equals(other)) return true;
        return one.isFilled() && other.isFilled() && bare(one).equals(bare(other));
    }

    private static String bare(Value<?> value) {
        return Normalizer.normalize(value.text(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
