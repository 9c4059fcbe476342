package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/** Where the same field of the same relation stands on the other side, by the reference alone and not by what the hub thinks. */
final class Twins {

    private final World world;

    Twins(World world) { this.world = world; }

    /** Roots of the other side that are, or ever were, the same relation. */
    List<String> roots(Side side, String root) {
        var other = world.vendor(side.other()).history;
        if (side == Side.SOURCE) return other.roots().stream().filter(twin -> reference(twin).equals(root)).toList();
        return reference(root).isEmpty() || other.of(reference(root)).isEmpty() ? List.of() : List.of(reference(root));
    }

    private String reference(String tribeRoot) { return world.tribe.history.of(tribeRoot).get(0).relation().reference(); }

    /** The values of one field that the other side held at some time in that span, with those of fields that one member feeds. */
    boolean held(Side side, String root, String partId, Field<?> field, Instant from, Instant to, Predicate<Value<?>> wanted) {
        var vendor = world.vendor(side.other());
        for (var twin : roots(side, root)) {
            var states = vendor.history.of(twin);
            for (int i = 0; i < states.size(); i++) {
                boolean over = i + 1 < states.size() && states.get(i + 1).at().isBefore(from);
                if (over || states.get(i).at().isAfter(to) || states.get(i).relation() == null) continue;
                if (values(side, states.get(i).relation(), root, partId, field).stream().anyMatch(wanted)) return true;
            }
        }
        return false;
    }

    private List<Value<?>> values(Side side, Relation twin, String root, String partId, Field<?> field) {
        var values = new ArrayList<Value<?>>();
        for (var twinPart : partId.isEmpty() ? List.of("") : twinParts(side, twin, root, partId))
            for (var each : together(twin, partId, field)) values.add(Held.value(twin, twinPart, each));
        return values;
    }

    /** The field and those that one member feeds with it on either side. */
    Set<Field<?>> together(Relation relation, String partId, Field<?> field) {
        var fields = new LinkedHashSet<Field<?>>(List.of(field));
        var kind = partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT;
        for (var side : Side.values())
            world.vendor(side).dialect().groups(relation.kind(), kind).stream().filter(group -> group.contains(field)).forEach(fields::addAll);
        return fields;
    }

    /** More than one where a person brought in, or a late create made, the same contact person once more. */
    private List<String> twinParts(Side side, Relation twin, String root, String partId) {
        if (side == Side.SOURCE) return Held.contacts(twin).stream().filter(p -> p.reference().equals(partId)).map(Part::id).toList();
        var reference = world.tribe.history.of(root).stream().filter(state -> state.relation() != null)
            .flatMap(state -> Held.part(state.relation(), partId).stream()).map(Part::reference).findFirst().orElse("");
        return Held.part(twin, reference).isPresent() ? List.of(reference) : List.of();
    }

    /** What the hub last wrote of a field to either side; null where it never did. */
    Value<?> lastAgreed(Side side, String root, String partId, Field<?> field, Instant before) {
        var last = lastAgreement(side, root, partId, field, before);
        if (last == null) return null;
        var written = last.write().values();
        return together(last.relation(), partId, field).stream().filter(written.fields()::contains).findFirst().<Value<?>>map(written::get).orElseThrow();
    }

    /** The last write that both sides held afterwards, or null. */
    History.State lastAgreement(Side side, String root, String partId, Field<?> field, Instant before) {
        var last = lastWritten(side, root, partId, field, before);
        for (var twin : roots(side, root)) {
            var parts = world.vendor(side.other()).history.of(twin).stream().filter(state -> state.relation() != null)
                .flatMap(state -> partId.isEmpty() ? java.util.stream.Stream.of("") : twinParts(side, state.relation(), root, partId).stream()).findFirst();
            var there = parts.map(part -> lastWritten(side.other(), twin, part, field, before)).orElse(null);
            if (there != null && (last == null || there.at().isAfter(last.at()))) last = there;
        }
        return last;
    }

    /** When the partner that it had then became it. */
    Instant pairedSince(String root, Instant then) {
        return world.pairedSince.entrySet().stream().filter(one -> List.of(one.getKey().split(" ")).contains(root) && !one.getValue().isAfter(then))
            .map(java.util.Map.Entry::getValue).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private History.State lastWritten(Side side, String root, String partId, Field<?> field, Instant before) {
        History.State last = null;
        for (var state : world.vendor(side).history.of(root))
            if (state.isByHub() && state.at().isBefore(before) && !java.util.Collections.disjoint(state.write().values().fields(), together(state.relation(), partId, field))
                && (state.write().partId().equals(partId) || partId.isEmpty() && state.write().part().equals(nl.koppelwerk.link.PartKey.ROOT)
                || Held.part(state.relation(), partId).filter(part -> part.reference().equals(state.write().part().key())).isPresent())) last = state;
        return last;
    }

    /** How reasons name a contact person of the target: by that of the source which it was once, else somebody made it there or brought it from another root. */
    String name(String sourceRoot, Part atTarget) {
        boolean isOurs = world.ac.history.of(sourceRoot).stream().anyMatch(state -> state.relation() != null && Held.part(state.relation(), atTarget.reference()).isPresent());
        return isOurs ? "contact:" + atTarget.reference() : "contact:t:" + atTarget.id();
    }

    /** How questions and reasons name a field of that side's root. */
    String subject(Side side, String root, String partId, Field<?> field) {
        if (partId.isEmpty()) return field.name();
        if (side == Side.SOURCE) return "contact:" + partId + "/" + field.name();
        return world.tribe.history.of(root).stream().filter(state -> state.relation() != null)
            .flatMap(state -> Held.part(state.relation(), partId).stream()).map(Part::reference).findFirst()
            .map(reference -> "contact:" + reference + "/" + field.name()).orElse("");
    }
}
